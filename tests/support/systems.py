"""Other systems than the tests' own, as far as Linux can play them.

`System.WITHOUT_POSIX` has nothing for our code that Windows has not: no fork, no sockets handed
on, no fcntl (`support/without_posix`). `System.C_LOCALE` has a locale that knows no letter of
Vietnamese, while Python is forbidden to go around it, and content as Git checks it out on Windows.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

WITHOUT_POSIX = Path(__file__).with_name("without_posix")
CONTENT = ("law", "lessons", "media", "notebooks", "quiz_bank", "voila_apps", "lachan.toml")
SAMPLE = Path("tests/content/sample")
# Git looks as far for a byte that no text has.
LOOKED_AT = 8000


class System(StrEnum):
    OWN = "own"
    WITHOUT_POSIX = "without-posix"
    C_LOCALE = "c-locale"


def environment_of(system: System, inherited: Mapping[str, str]) -> dict[str, str]:
    """Return what of the environment is otherwise on a system."""
    if system is System.WITHOUT_POSIX:
        return {"PYTHONPATH": join_paths(WITHOUT_POSIX, inherited.get("PYTHONPATH", ""))}
    if system is System.C_LOCALE:
        return {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": ""}
    return {}


def join_paths(first: Path, others: str) -> str:
    """Return a search path that begins with a folder."""
    return os.pathsep.join(filter(None, (str(first), others)))


def check_out(repository: Path, folder: Path) -> Path:
    """Fill a folder with the content of the repository, lines ended as on Windows.

    All else is found there as it is.
    """
    for place in repository.iterdir():
        if place.name in CONTENT:
            copy_text(place, folder / place.name)
        elif not place.name.startswith(".") and place.name != "tests":
            (folder / place.name).symlink_to(place)
    copy_text(repository / SAMPLE, folder / SAMPLE)
    return folder


def copy_text(source: Path, target: Path) -> None:
    """Copy a file or a folder; lines of text end as on Windows."""
    if source.is_dir():
        shutil.copytree(source, target, copy_function=_copy_file)
    else:
        _copy_file(source, target)


def _copy_file(source: str | Path, target: str | Path) -> None:
    data = Path(source).read_bytes()
    if b"\0" not in data[:LOOKED_AT]:
        data = data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    Path(target).write_bytes(data)
