"""The file in which kernels of staff read under which addresses a class comes in.

The door for other machines opens and closes while their pages are open, so it cannot stand in their
environment; there stands the file's name.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


def write_hosts(path: Path, hosts: Iterable[str]) -> None:
    """Write the addresses, the likeliest first."""
    # A kernel that reads meanwhile reads the whole of it or what was there before.
    made = path.with_suffix(".moi")
    made.write_text("\n".join(hosts), encoding="utf-8")
    made.replace(path)


def read_hosts(path: str) -> tuple[str, ...]:
    """Return the addresses; none where there is no such file, or it is named nowhere ("")."""
    try:
        return tuple(Path(path).read_text(encoding="utf-8").split()) if path else ()
    except OSError:
        return ()
