"""Make the school's own folder, and tell the kit where it lies."""

from __future__ import annotations

import json
import os
import re
from importlib.resources import files
from pathlib import Path

from lachan.content.diagnostics import Diagnostics
from lachan.content.root import SETTINGS_FILE
from lachan.content.school import QUESTIONS, SCHOOL_FILE, SchoolFolderError, find_kit_around
from lachan.content.settings import read_settings
from lachan.domain.kinds import Band
from lachan.errors import LachanError
from lachan.os_words import describe_os_error
from lachan.workflows.write_files import check_new_folder, write_text

README = "DOC-TRUOC.md"
_BANDED = ("lessons", QUESTIONS, "comics")
_FOLDERS = (
    *(f"{folder}/{band.value}" for folder in _BANDED for band in Band),
    f"{QUESTIONS}/blueprints",
    "media",
)

# The line as the kit ships it; whoever has written something there is not overwritten.
_EMPTY = re.compile(r'^school_folder\s*=\s*""\s*$', re.MULTILINE)


class SchoolNotMadeError(LachanError):
    """The school's folder cannot be made there."""


def make_school(folder: Path, root: Path) -> bool:
    """Make what a school's folder has; return False where it was one before.

    Nothing that is there is ever overwritten.

    Raises
    ------
    SchoolFolderError
        Where it would lie inside the kit.
    FolderError
        Where it holds other things already, or is a file.
    SchoolNotMadeError
        Where it cannot be written.
    """
    if kit := find_kit_around(folder, root):
        raise SchoolFolderError(
            f"{folder}: nằm trong thư mục của bộ cài ({kit}), nơi mà lần cập nhật sau sẽ ghi đè. "
            "Hãy chọn một thư mục khác, ví dụ cạnh thư mục ấy"
        )
    is_new = not (folder / SCHOOL_FILE).is_file()
    if is_new:
        check_new_folder(folder)
    try:
        for name in _FOLDERS:
            (folder / name).mkdir(parents=True, exist_ok=True)
        # What makes it a school's folder comes last, so that half of one is none.
        for name in (README, SCHOOL_FILE):
            if not (folder / name).exists():
                write_text(folder / name, (files(__package__) / "files" / name).read_text("utf-8"))
    except OSError as error:
        why = describe_os_error(error)
        raise SchoolNotMadeError(f"{folder}: không ghi được thư mục này: {why}") from error
    return is_new


def name_school(folder: Path, root: Path) -> str:
    """Return how lachan.toml names the folder: from the content root where both lie together."""
    try:
        path = Path(os.path.relpath(folder.resolve(), root.resolve()))
    except ValueError:
        # On Windows, another drive.
        path = folder.resolve()
    return path.as_posix()


def is_linked(folder: Path, root: Path) -> bool:
    """Tell whether lachan.toml names this folder already."""
    named = read_settings(root, Diagnostics()).school_folder
    return bool(named) and (root / named).resolve() == folder.resolve()


def link_school(folder: Path, root: Path) -> bool:
    """Write into lachan.toml where the school's folder lies; return whether that was possible.

    Only into the empty line that the kit ships: what someone wrote there stays.
    """
    path = root / SETTINGS_FILE
    line = f"school_folder = {json.dumps(name_school(folder, root), ensure_ascii=False)}"
    try:
        text = path.read_text("utf-8")
        linked, count = _EMPTY.subn(lambda _: line, text, count=1)
        if count:
            write_text(path, linked)
    except OSError:
        return False
    return bool(count)
