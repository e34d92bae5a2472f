"""Pictures for Word files, which take neither SVG nor WebP: drawn as PNG by Typst."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from pathlib import PurePosixPath

from lachan.printing.pictures import PictureTray
from lachan.printing.typst_engine import compile_png

# What Word takes as it is.
PLAIN_FORMATS = frozenset({".png", ".jpg", ".jpeg"})
PPI = 200
# Signature and header (IHDR), which every PNG file begins with.
PNG_HEAD = 33


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
    return picture[:PNG_HEAD] + _resolution() + picture[PNG_HEAD:]


def _resolution() -> bytes:
    """Return the PNG chunk (pHYs) that tells Word at what size to show the picture.

    Typst writes none, and Word then takes a picture's pixels for points. See the PNG
    specification, 11.3.4.3: pixels per metre across and down, then 1 for the metre.
    """
    per_metre = round(PPI / 0.0254)
    chunk = b"pHYs" + struct.pack(">IIB", per_metre, per_metre, 1)
    return struct.pack(">I", 9) + chunk + struct.pack(">I", zlib.crc32(chunk))
