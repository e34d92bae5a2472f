from typing import Any

import pytest

from lachan.printing import MissingGlyphError, PrintError, PrintWarning
from lachan.printing.typst_engine import compile_pdf, compile_png, query_marks


def glyph_data(family: str = "Libertinus Serif", text: str = "a") -> dict[str, Any]:
    return {"characters": [text], "faces": [{"family": family, "weight": 400, "style": "normal"}]}


def test_a_pdf_is_made_from_a_template_and_data() -> None:
    assert compile_pdf("thu-chu.typ", glyph_data(), "Thử")[:5] == b"%PDF-"


def test_all_missing_characters_are_named_at_once() -> None:
    with pytest.raises(MissingGlyphError) as caught:
        compile_pdf("thu-chu.typ", glyph_data(text='中"\\ก'), "Đề số 1")
    assert caught.value.characters == {"中", "ก"}
    assert str(caught.value) == (
        "Không in được “Đề số 1”: phông chữ in không có “ก” (U+0E01, THAI CHARACTER KO KAI), "
        "“中” (U+4E2D, CJK UNIFIED IDEOGRAPH-4E2D). "
        "Hãy thay bằng chữ hoặc dấu thông thường rồi in lại."
    )


def test_control_characters_are_named_by_code() -> None:
    with pytest.raises(MissingGlyphError, match=r"có \(U\+0007, kí tự điều khiển\)"):
        compile_pdf("thu-chu.typ", glyph_data(text="\x07"), "x")


def test_what_else_typst_refuses_is_a_print_error_with_its_reason() -> None:
    with pytest.raises(PrintError, match=r"Typst báo lỗi .*characters") as caught:
        compile_pdf(
            "thu-chu.typ", {"faces": [{"family": "x", "weight": 400, "style": "normal"}]}, "Đề"
        )
    assert not isinstance(caught.value, MissingGlyphError)


def test_what_typst_only_warns_of_is_a_warning() -> None:
    with pytest.warns(PrintWarning, match="unknown font family"):
        compile_pdf("thu-chu.typ", glyph_data(family="No Such Font"), "x")


def test_pages_come_as_pictures_too() -> None:
    (page,) = compile_png("thu-chu.typ", glyph_data(), "Thử", 36)
    assert page[:8] == b"\x89PNG\r\n\x1a\n"
    assert compile_png("thu-chu.typ", glyph_data(), "Thử", 36) == [page]


def test_a_template_without_marks_has_none() -> None:
    assert query_marks("thu-chu.typ", glyph_data(), "Thử") == []
