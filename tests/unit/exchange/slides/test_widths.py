"""Our table of widths against the font that is as wide as Arial, where it is installed."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from lachan.exchange.slides.widths import em_width

FOLDER = Path("/usr/share/fonts/truetype/liberation")
LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
VIETNAMESE = [
    unicodedata.normalize("NFC", letter + tone)
    for each in LETTERS
    for letter in (each, each.upper())
    for tone in (TONES if each in "aăâeêioôơuưy" else ("",))
]
OTHERS = [chr(code) for code in range(0x20, 0x7F)] + [*"–—‘’“”…•→°₫%\u00a0"]


@pytest.mark.full
@pytest.mark.parametrize(
    ("face", "bold"),
    [("Regular", False), ("Italic", False), ("Bold", True), ("BoldItalic", True)],
)
def test_no_letter_is_wider_than_we_say(face: str, bold: bool) -> None:
    with TTFont(FOLDER / f"LiberationSans-{face}.ttf") as font:
        names, widths, em = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
        wide = {each: widths[names[ord(each)]][0] / em for each in VIETNAMESE + OTHERS}

    told = {each: em_width(each, bold=bold) for each in wide}

    assert {c: (told[c], w) for c, w in wide.items() if not w - 0.001 <= told[c] <= w + 0.07} == {}


@pytest.mark.parametrize(
    ("letter", "bold", "width"),
    [
        ("a", False, 0.556),
        ("ậ", False, 0.556),
        ("ợ", False, 0.656),
        ("Ữ", True, 0.83),
        ("í", False, 0.278),
        ("\u0301", False, 0.0),
        ("漢", False, 1.0),
        ("🐢", True, 1.0),
    ],
)
def test_a_mark_makes_a_letter_no_wider(letter: str, bold: bool, width: float) -> None:
    assert em_width(letter, bold=bold) == width
