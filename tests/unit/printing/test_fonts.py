from io import BytesIO
from typing import Any

import pytest
import typst
from fontTools.ttLib import TTFont

from lachan.printing import PrintError, find_missing_glyphs, screen_font
from lachan.printing.fonts import PRINT_FACES, screen_characters
from lachan.printing.typst_engine import print_fonts

VIETNAMESE = (
    "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ"
    "AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬEÈẺẼÉẸÊỀỂỄẾỆIÌỈĨÍỊOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢUÙỦŨÚỤƯỪỬỮỨỰYỲỶỸÝỴĐ"
)


def test_every_vietnamese_letter_prints() -> None:
    assert len(set(VIETNAMESE)) == 146
    assert find_missing_glyphs(VIETNAMESE) == frozenset()


def test_usual_marks_print() -> None:
    assert find_missing_glyphs("“”‘’–—…•·°½×÷±≤≥→←↑↓€₫ (1) 0,5 % @#$&*_\\|<>^~`'\"") == frozenset()


def test_missing_characters_are_found_among_many() -> None:
    text = VIETNAMESE + "中✓\u0e01📞" + "\u200b\ufeff \n\t\u00a0"
    assert find_missing_glyphs(text) == {"中", "✓", "\u0e01", "📞"}


def test_what_is_no_character_is_missing() -> None:
    assert find_missing_glyphs("a\ud800b\x07") == {"\ud800", "\x07"}


def test_odd_scripts_together_do_not_break_the_search() -> None:
    odd = "".join(chr(code) for code in range(0x07FC, 0x0829))
    assert find_missing_glyphs(odd) == set(odd)


def test_each_character_is_tried_once(monkeypatch: pytest.MonkeyPatch) -> None:
    runs: list[None] = []
    compiler = typst.Compiler

    def make_compiler(*args: Any, **options: Any) -> typst.Compiler:
        runs.append(None)
        return compiler(*args, **options)

    monkeypatch.setattr(typst, "Compiler", make_compiler)
    letters = "".join(chr(code) for code in range(0x100, 0x250))
    missing = find_missing_glyphs(letters)
    tried = len(runs)
    assert tried <= 3
    for letter in letters:
        assert find_missing_glyphs(letter) == missing & {letter}
    assert len(runs) == tried


def test_print_fonts_hold_the_faces_once_and_no_system_font() -> None:
    faces = [(f.family, f.weight, f.style) for f in print_fonts().fonts()]
    assert [face for face in PRINT_FACES if faces.count(face) != 1] == []
    assert {f.family for f in print_fonts().fonts()} == {
        "DejaVu Sans Mono",
        "Libertinus Serif",
        "New Computer Modern",
        "New Computer Modern Math",
        "Source Sans Pro",
    }


@pytest.mark.parametrize("weight", [400, 600, 700])
def test_screen_fonts_are_small_whole_and_stable(weight: int) -> None:
    data = screen_font(weight)
    font = TTFont(BytesIO(data))
    assert data[:4] == b"wOF2"
    assert len(data) < 25_000
    assert set(map(ord, VIETNAMESE)) - set(font.getBestCmap()) == set()
    assert set(map(ord, screen_characters())) - set(font.getBestCmap()) == set()
    assert font["OS/2"].usWeightClass == weight
    assert screen_font(weight) == data


def test_other_weights_are_refused() -> None:
    with pytest.raises(PrintError, match="nặng 500"):
        screen_font(500)
