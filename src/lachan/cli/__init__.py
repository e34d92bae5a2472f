"""The command ``lachan``."""

from lachan.cli import lean_imports as lean_imports  # isort: skip - before all that it is about
from lachan.cli.main import main

__all__ = ["main"]
