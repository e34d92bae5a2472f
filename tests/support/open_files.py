"""Which files this process holds open: a database that nobody closed is one."""

from __future__ import annotations

from pathlib import Path

import psutil


def find_open_files(folder: Path) -> list[str]:
    """Return the paths of the open files below `folder`."""
    held = (Path(file.path) for file in psutil.Process().open_files())
    return [path.name for path in held if path.is_relative_to(folder)]
