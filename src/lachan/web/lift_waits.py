"""How a person at the server's machine lifts the waits: a file that they touch.

Whoever may write this user's files sits at the console, or has the rights of who does; servers
look at the file's time only when they would make someone wait.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from platformdirs import user_data_path

FILE_NAME = "bo-cho"


def find_lift_file() -> Path:
    """Return the file whose time all servers of this user watch."""
    return user_data_path("lachan") / FILE_NAME


def ask_to_lift(path: Path) -> None:
    """Let nobody wait any more who waits by now for having typed wrong codes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()


@dataclass(slots=True)
class WaitLift:
    """Tells once of every time that someone asked to lift the waits."""

    path: Path
    _seen_ns: int = field(init=False)

    def __post_init__(self) -> None:
        self._seen_ns = self._read()

    def is_asked(self) -> bool:
        """Tell whether someone has asked since this was made or last told so."""
        found = self._read()
        is_new = found != self._seen_ns
        self._seen_ns = found
        return is_new

    def _read(self) -> int:
        try:
            return self.path.stat().st_mtime_ns
        except OSError:
            return 0
