"""The school's logo and names stand at the head of what it hands out."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from lachan.content import Content, load_content
from lachan.workflows.lessons.products import (
    LEAFLET,
    PUPIL_HANDOUT,
    WHOLE_PACK,
    LessonProduct,
)
from support.pdf import count_images, pdf_text
from support.school_folder import make_school

SETTINGS = 'school = "Trường THCS Kim Đồng"\nauthority = "UBND phường Mẫu"\nlogo = "logo.png"\n'


def draw_logo(kind: str) -> bytes:
    out = BytesIO()
    Image.new("RGB", (60, 40), "teal").save(out, kind)
    return out.getvalue()


@pytest.fixture(params=["PNG", "JPEG"])
def content(sample: Path, tmp_path: Path, request: pytest.FixtureRequest) -> Content:
    school = make_school(tmp_path / "kho", settings=SETTINGS)
    (school / "logo.png").write_bytes(draw_logo(request.param))
    return load_content(sample, school=school)


@pytest.mark.parametrize("product", [PUPIL_HANDOUT, LEAFLET], ids=lambda each: each.key)
def test_names_and_logo_are_printed(content: Content, product: LessonProduct) -> None:
    made = product.make("mau", content)

    text = pdf_text(made)
    assert text.index("UBND phường Mẫu") < text.index("Trường THCS Kim Đồng")
    assert count_images(made) == 1


def test_a_pack_is_printed_with_a_logo_too(content: Content) -> None:
    assert WHOLE_PACK.make("mau", content).startswith(b"%PDF")
