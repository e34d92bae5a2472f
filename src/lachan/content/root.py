"""Find the content root: the folder given, else the nearest lachan.toml, else the packaged copy."""

from __future__ import annotations

from pathlib import Path

from lachan.errors import LachanError

SETTINGS_FILE = "lachan.toml"

PACKAGED_ROOT = Path(__file__).resolve().parent.parent / "data"
# Where content and apps of ours lie: in the installed package, or beside its sources.
OWN_ROOTS = (PACKAGED_ROOT, Path(__file__).resolve().parents[3])


class RootError(LachanError):
    """There is no content to work with."""


def find_root(given: Path | None, start: Path) -> Path:
    """Return the content root.

    Parameters
    ----------
    given
        The folder a user named; it must hold lachan.toml.
    start
        Where to begin looking upwards when none was named.
    """
    if given is not None:
        if (given / SETTINGS_FILE).is_file():
            return given.resolve()
        raise RootError(f"{given}: không có tệp {SETTINGS_FILE} trong thư mục này")
    for folder in (start, *start.parents):
        if (folder / SETTINGS_FILE).is_file():
            return folder.resolve()
    if (PACKAGED_ROOT / SETTINGS_FILE).is_file():
        return PACKAGED_ROOT
    raise RootError(
        f"không tìm thấy {SETTINGS_FILE} từ {start} trở lên; "
        "chạy trong thư mục của dự án hoặc thêm --root THƯ_MỤC"
    )
