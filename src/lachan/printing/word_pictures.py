"""Pictures for Word files, which take neither SVG nor WebP: drawn as PNG by Typst."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

from lachan.printing.pictures import PictureTray
from lachan.printing.typst_engine import compile_png

# What Word takes as it is.
PLAIN_FORMATS = frozenset({".png", ".jpg", ".jpeg"})
PPI = 200


def word_pictures(title: str, pictures: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return path → PNG or JPEG bytes of every picture.

    Raises
    ------
    PictureError
        If one cannot be drawn.
    """
    tray = PictureTray(title, pictures)
    return {
        path: data
        if PurePosixPath(path).suffix.lower() in PLAIN_FORMATS
        else _draw(title, tray, path)
        for path, data in pictures.items()
    }


def _draw(title: str, tray: PictureTray, path: str) -> bytes:
    [picture] = compile_png("hinh.typ", {"path": tray.place(path)}, title, PPI, tray.files)
    return picture
