"""Find the content root: the folder given, else the nearest lachan.toml, else the kit's own."""

from __future__ import annotations

from pathlib import Path

from lachan.errors import LachanError

SETTINGS_FILE = "lachan.toml"

PACKAGED_ROOT = Path(__file__).resolve().parent.parent / "data"
# Where content and apps of ours lie: in the installed package, or beside its sources.
OWN_ROOTS = (PACKAGED_ROOT, Path(__file__).resolve().parents[3])


class RootError(LachanError):
    """There is no content to work with."""


def find_root(given: Path | None, *starts: Path) -> Path:
    """Return the content root.

    Parameters
    ----------
    given
        The folder a user named; it must hold lachan.toml.
    starts
        Where to begin looking upwards when none was named, one after the other.
    """
    if given is not None:
        if (given / SETTINGS_FILE).is_file():
            return given.resolve()
        raise RootError(f"{given}: không có tệp {SETTINGS_FILE} trong thư mục này")
    for folder in (folder for start in starts for folder in (start, *start.parents)):
        if (folder / SETTINGS_FILE).is_file():
            return folder.resolve()
    for root in OWN_ROOTS:
        if (root / SETTINGS_FILE).is_file():
            return root
    looked = " và ".join(str(start) for start in starts)
    raise RootError(
        f"không tìm thấy {SETTINGS_FILE} từ {looked} trở lên, bộ cài cũng không kèm nội dung; "
        "hãy cài lại, hoặc chỉ thư mục nội dung bằng --root (trong sổ: biến LACHAN_ROOT)"
    )
