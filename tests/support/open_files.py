"""Which files this process holds open: a database that nobody closed is one."""

from __future__ import annotations

from pathlib import Path

import psutil


def find_open_files(name: str) -> list[str]:
    """Return the paths of the open files whose name begins with `name`, SQLite's own among them."""
    held = (file.path for file in psutil.Process().open_files())
    return [path for path in held if Path(path).name.startswith(name)]
