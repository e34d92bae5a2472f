"""The teacher's passcode that stays from start to start, in a file that only its user reads.

Only where the operator gave no passcode of their own. `lachan passcode --new` writes another, which
running servers take over.
"""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass, field
from pathlib import Path

from platformdirs import user_state_path

from lachan.limits.doors import SHORTEST_PASSCODE
from lachan.web.passcode import Passcode, PasscodeError, make_passcode
from lachan.workflows.write_files import write_private_bytes

FILE_NAME = "ma-giao-vien"
_Mark = tuple[int, int] | None
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def find_passcode_file() -> Path:
    """Return the file of this user's passcode."""
    return user_state_path("lachan") / FILE_NAME


def renew_passcode(path: Path) -> Passcode:
    """Write a new passcode in place of what there is, and return it.

    Raises
    ------
    OSError
        Where it cannot be written.
    """
    made = make_passcode()
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_private_bytes(path, f"{made}\n".encode())
    return Passcode(made)


def read_passcode(path: Path) -> Passcode | None:
    """Return the passcode that is kept, None where there is none.

    One that others of this machine may have read is none any more.

    Raises
    ------
    PasscodeError
        If what the file holds is no passcode.
    OSError
        Where there is a file that cannot be read.
    """
    try:
        with path.open("rb") as file:
            shared = os.name == "posix" and os.fstat(file.fileno()).st_mode & _OTHERS
            text = file.read(1_000).decode("utf-8", "replace").strip()
    except FileNotFoundError:
        return None
    if shared:
        return None
    try:
        return Passcode(text)
    except PasscodeError as error:
        raise PasscodeError(
            f"{path}: cần mã giáo viên, ít nhất {SHORTEST_PASSCODE.spelled}; thấy {len(text)}. "
            "Hãy đặt mã mới bằng: lachan passcode --new"
        ) from error


@dataclass(slots=True)
class StaffPasscode:
    """The passcode of a running server: the operator's own, or the one in the file.

    Of the latter it takes over what is written into the file while it runs.

    Parameters
    ----------
    given
        The operator's own; None where they gave none.
    path
        The file of the kept one.

    Attributes
    ----------
    passcode
        The one that opens now.
    kept
        Whether it will be the same at the next start: not where the file cannot be written.

    Raises
    ------
    PasscodeError
        If what was given, or what the file holds, is too short.
    """

    given: str | None = field(repr=False)
    path: Path
    passcode: Passcode = field(init=False)
    kept: bool = field(init=False, default=True)
    _seen: _Mark = field(init=False, default=None)

    def __post_init__(self) -> None:
        if self.given is not None:
            self.passcode = Passcode(self.given)
            return
        try:
            self.passcode = read_passcode(self.path) or renew_passcode(self.path)
        except OSError:
            # A home that cannot be written holds no class up.
            self.passcode, self.kept = Passcode(make_passcode()), False
        self._seen = self._find_mark()

    @property
    def told(self) -> str:
        """What the server tells whoever started it; "" for what they gave themselves."""
        return self.passcode.value if self.given is None else ""

    def look(self) -> bool:
        """Take over a passcode that was written since the last look; tell whether there was one.

        What is no passcode, or one that others may read, changes nothing.
        """
        mark = self._find_mark()
        if self.given is not None or mark in (None, self._seen):
            return False
        self._seen = mark
        try:
            found = read_passcode(self.path)
        except (OSError, PasscodeError):
            return False
        if found is None or found == self.passcode:
            return False
        self.passcode, self.kept = found, True
        return True

    def _find_mark(self) -> _Mark:
        """Return what is another once the file has been written; None where there is none."""
        try:
            found = self.path.stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_ino
