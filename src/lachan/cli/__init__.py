"""The command ``lachan``."""

from lachan.cli.main import main

__all__ = ["main"]
