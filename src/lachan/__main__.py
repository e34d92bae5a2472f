"""``python -m lachan``."""

from lachan.cli import main

main()
