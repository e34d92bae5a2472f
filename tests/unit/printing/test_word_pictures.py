from __future__ import annotations

import pytest

from lachan.printing.faults import PictureError
from lachan.printing.word_pictures import word_pictures

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20">'
    b'<rect width="9" height="9"/></svg>'
)


def test_drawings_become_png_and_photographs_stay() -> None:
    made = word_pictures(
        "Đề", {"media/a.svg": SVG, "media/b.png": b"\x89PNG...", "media/c.jpg": b"J"}
    )

    assert (b"\x89PNG...", b"J") == (made["media/b.png"], made["media/c.jpg"])
    assert made["media/a.svg"].startswith(b"\x89PNG\r\n")
    assert made == word_pictures(
        "Đề", {"media/a.svg": SVG, "media/b.png": b"\x89PNG...", "media/c.jpg": b"J"}
    )


def test_a_broken_drawing_is_told() -> None:
    with pytest.raises(PictureError):
        word_pictures("Đề", {"media/a.svg": b"<svg"})
