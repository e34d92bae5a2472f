from __future__ import annotations

import pytest
from docx.image.image import Image

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


@pytest.mark.parametrize(
    ("width", "height", "shown_cm"),
    [
        pytest.param(256, 144, (6.77, 3.81), id="at its own size, as the PDF prints it"),
        pytest.param(2560, 1280, (10, 5), id="no wider than a Word file shows"),
    ],
)
def test_a_drawing_tells_word_its_size(
    width: int, height: int, shown_cm: tuple[float, float]
) -> None:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"></svg>'
    drawn = Image.from_blob(word_pictures("Đề", {"a.svg": svg.encode()})["a.svg"])

    assert shown_cm == pytest.approx((drawn.width.cm, drawn.height.cm), abs=0.02)


def test_a_broken_drawing_is_told() -> None:
    with pytest.raises(PictureError):
        word_pictures("Đề", {"media/a.svg": b"<svg"})
