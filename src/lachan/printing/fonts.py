"""What the print fonts can show, and the small fonts that screens load."""

from __future__ import annotations

import hashlib
import unicodedata
from importlib.metadata import version
from io import BytesIO
from pathlib import Path

from lachan.printing.faults import MissingGlyphError, PrintError
from lachan.printing.typst_engine import SANS, SANS_WEIGHTS, SERIF, compile_pdf, sans_file

PRINT_FACES = (
    *((SERIF, weight, style) for weight in (400, 700) for style in ("normal", "italic")),
    *((SANS, weight, style) for weight in SANS_WEIGHTS for style in ("normal", "italic")),
)

SCREEN_FACES = {
    400: "SourceSansPro-Regular.ttf",
    600: "SourceSansPro-Semibold.ttf",
    700: "SourceSansPro-Bold.ttf",
}

_SUBSET_OPTIONS = {
    "flavor": "woff2",
    "hinting": False,
    "layout_features": ["kern", "mark", "mkmk", "ccmp", "locl", "tnum"],
    "name_IDs": [0, 1, 2, 13, 14],
    "recalc_timestamp": False,
}

_VOWELS = "aăâeêioôơuưy"
_TONES = "\u0300\u0301\u0303\u0309\u0323"
# Basic Latin, what Vietnamese adds to it, and the marks our screens use.
_SCREEN_MARKS = "\u00a0°·×÷½±–—‘’‚“”„…•′″‹›«»₫€←↑→↓✓≤≥≠−"


def find_missing_glyphs(text: str) -> frozenset[str]:
    """Return the characters of `text` that one of the print faces lacks.

    Spaces are not looked at. Each distinct character is tried once in a process: a whole bank
    costs one Typst run of a few milliseconds.
    """
    return _GLYPHS.find_missing(text)


class _Glyphs:
    """Remembers which characters are known to print and which are known not to."""

    def __init__(self) -> None:
        self.printable: set[str] = set()
        self.missing: set[str] = set()

    def find_missing(self, text: str) -> frozenset[str]:
        characters = {c for c in set(text) if not c.isspace()}
        unknown = characters - self.printable - self.missing
        if unknown:
            missing = _try_characters(unknown)
            self.missing |= missing
            self.printable |= unknown - missing
        return frozenset(characters & self.missing)


_GLYPHS = _Glyphs()


def _try_characters(characters: set[str]) -> set[str]:
    # A lone surrogate is no character at all and could not even be passed to Typst.
    surrogates = {c for c in characters if "\ud800" <= c <= "\udfff"}
    data = {
        "characters": sorted(characters - surrogates),
        "faces": [
            {"family": family, "weight": weight, "style": style}
            for family, weight, style in PRINT_FACES
        ],
    }
    try:
        compile_pdf("thu-chu.typ", data, "Thử phông chữ")
    except MissingGlyphError as error:
        return surrogates | (error.characters & characters)
    return surrogates


def screen_characters() -> str:
    """Return every character that the screen fonts are asked to hold, sorted."""
    vietnamese = {
        unicodedata.normalize("NFC", vowel + tone) for vowel in _VOWELS for tone in _TONES
    }
    letters = vietnamese | set(_VOWELS) | {"đ"}
    latin = {chr(code) for code in range(0x20, 0x7F)}
    return "".join(sorted(latin | letters | {c.upper() for c in letters} | set(_SCREEN_MARKS)))


def screen_font(weight: int) -> bytes:
    """Return Source Sans at `weight` (400, 600 or 700) as a WOFF2 file of about 20 kB.

    It holds Vietnamese letters, punctuation and the arrows our screens use, and no hints,
    which browsers on today's screens ignore. Making it takes about half a second.
    """
    # Whoever keeps the files that were made once never needs this library, which loads slowly.
    from fontTools import subset  # noqa: PLC0415
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    options = subset.Options(**_SUBSET_OPTIONS)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=screen_characters())
    out = BytesIO()
    with TTFont(_screen_file(weight), recalcTimestamp=False) as font:
        subsetter.subset(font)
        font.flavor = options.flavor
        font.save(out)
    return out.getvalue()


def screen_font_recipe(weight: int) -> bytes:
    """Return a digest of all that `screen_font` makes its file from, its library included."""
    parts = (
        screen_characters(),
        sorted(_SUBSET_OPTIONS.items()),
        *(version(library) for library in ("fonttools", "brotli")),
    )
    digest = hashlib.sha256(repr(parts).encode())
    digest.update(_screen_file(weight).read_bytes())
    return digest.digest()


def _screen_file(weight: int) -> Path:
    if weight not in SCREEN_FACES:
        raise PrintError(
            f"Không có phông màn hình nặng {weight}; chọn một trong {sorted(SCREEN_FACES)}."
        )
    return sans_file(SCREEN_FACES[weight])
