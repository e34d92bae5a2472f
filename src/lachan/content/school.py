"""Find the school's own folder: what a school writes itself, outside the kit.

An update of the kit replaces the content root and never looks in here. The folder is laid out as
the content root is, with a `SCHOOL_FILE` of its own instead of lachan.toml, so that nobody takes
the one for the other.
"""

from __future__ import annotations

from pathlib import Path

from lachan.content.root import OWN_ROOTS, SETTINGS_FILE
from lachan.domain.kinds import Band
from lachan.errors import LachanError

SCHOOL_FILE = "truong.toml"

QUESTIONS = "quiz_bank"


class SchoolFolderError(LachanError):
    """What was named as the school's folder is none."""


def require_school(folder: Path, root: Path) -> Path:
    """Return the absolute path of a school's folder that was named.

    Parameters
    ----------
    root
        The content root, which must not hold it.

    Raises
    ------
    SchoolFolderError
        Where it is missing, no school's folder, or inside the kit.
    """
    if fault := find_fault(folder, root):
        raise SchoolFolderError(fault)
    return folder.resolve()


def find_fault(folder: Path, root: Path) -> str:
    """Return in words why `folder` cannot be the school's folder of `root`, or ""."""
    if not folder.is_dir():
        return (
            f"{folder}: không có thư mục này. Kho của trường tạo bằng: lachan school init {folder}"
        )
    if kit := find_kit_around(folder, root):
        return (
            f"{folder}: nằm trong thư mục của bộ cài ({kit}), nơi mà lần cập nhật sau sẽ ghi đè. "
            "Hãy chuyển kho của trường ra ngoài thư mục ấy"
        )
    if not (folder / SCHOOL_FILE).is_file():
        return (
            f"{folder}: không có tệp {SCHOOL_FILE}, nên không phải kho của trường. "
            f"Tạo bằng: lachan school init {folder}"
        )
    return ""


def find_kit_around(folder: Path, root: Path) -> Path | None:
    """Return the folder of the kit that `folder` is or lies in, or None."""
    kits = (root.resolve(), *(own for own in OWN_ROOTS if (own / SETTINGS_FILE).is_file()))
    return next((kit for kit in kits if folder.resolve().is_relative_to(kit)), None)


def question_file(school: Path, band: Band, topic: str) -> Path:
    """Return where the school's questions on a band's topic lie, there or not."""
    return school / QUESTIONS / band.value / f"{topic}.yaml"
