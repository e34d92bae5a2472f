"""Words in pictures: measured with our own font, broken into lines, written as real text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from xml.sax.saxutils import escape

import font_source_sans_pro

from lachan.drawing.palette import PALETTE
from lachan.drawing.pen import Pen, Point, number

SIZE = 18.4
"""Of all words that are told: 13 px where a panel is 290 px wide, 11 pt on paper."""
LEADING = 21.8
WEIGHTS = {400: "SourceSansPro-Regular.ttf", 600: "SourceSansPro-Semibold.ttf"}
FAMILY = "'Lachan Sans','Source Sans 3','Source Sans Pro',sans-serif"


@dataclass(frozen=True, slots=True)
class Lines:
    """Words broken into lines, and how broad the broadest is."""

    texts: tuple[str, ...]
    width: float

    @property
    def height(self) -> float:
        """Of all lines together."""
        return len(self.texts) * LEADING


def measure(text: str, size: float = SIZE, weight: int = 600) -> float:
    """Return how broad a line is, in units of the panel; a letter that the font lacks counts whole."""
    advances, scale = _advances(weight)
    return sum(advances.get(ord(letter), scale) for letter in text) * size / scale


def break_lines(text: str, width: float, weight: int = 600) -> Lines:
    """Return a text in as few lines as `width` allows, these as even as they can be."""
    words = text.split()
    advances, scale = _advances(weight)
    # In units of the font, whole numbers, so that a line is as broad as its words and spaces.
    breadths = [sum(advances.get(ord(letter), scale) for letter in word) for word in words]
    space = advances.get(ord(" "), scale)

    def fill(allowed: float) -> list[_Run]:
        return _fill(breadths, space, allowed, scale)

    count = len(fill(width))
    low, high = max(breadths, default=0) * SIZE / scale, width
    # The least width with as few lines makes them even; a few halvings are near enough.
    for _ in range(8):
        middle = (low + high) / 2
        if len(fill(middle)) <= count:
            high = middle
        else:
            low = middle
    runs = fill(high)
    lines = tuple(" ".join(words[run.start : run.end]) for run in runs)
    return Lines(lines, max((run.breadth for run in runs), default=0) * SIZE / scale)


@dataclass(slots=True)
class _Run:
    """The words of a line, from `start` to before `end`, and how broad they are together."""

    start: int
    end: int
    breadth: int


def _fill(breadths: Sequence[int], space: int, allowed: float, scale: int) -> list[_Run]:
    """Put each word on the line above while it fits there."""
    runs: list[_Run] = []
    for place, breadth in enumerate(breadths):
        if runs and (longer := runs[-1].breadth + space + breadth) * SIZE / scale <= allowed:
            runs[-1].end, runs[-1].breadth = place + 1, longer
        else:
            runs.append(_Run(place, place + 1, breadth))
    return runs


@lru_cache(maxsize=4)
def _advances(weight: int) -> tuple[dict[int, int], int]:
    # Whoever draws nothing never needs this library, which loads slowly.
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    with TTFont(Path(font_source_sans_pro.font_directory) / WEIGHTS[weight], lazy=True) as font:
        metrics = font["hmtx"].metrics
        return (
            {code: metrics[name][0] for code, name in font.getBestCmap().items()},
            font["head"].unitsPerEm,
        )


def write_lines(
    pen: Pen,
    lines: Lines,
    at: Point,
    *,
    centred: bool = True,
    weight: int = 600,
    colour: str = "ink",
) -> None:
    """Write lines below each other.

    Parameters
    ----------
    at
        The middle of their upper edge, or their upper left corner where they are not centred.
    """
    x, y = at
    spans = "".join(
        f'<tspan x="{number(x)}" y="{number(y + LEADING * (index + 0.78))}">{escape(text)}</tspan>'
        for index, text in enumerate(lines.texts)
    )
    write_text(pen, spans, centred=centred, weight=weight, colour=colour)


def write_text(
    pen: Pen,
    spans: str,
    *,
    size: float = SIZE,
    centred: bool = True,
    weight: int = 600,
    colour: str = "ink",
) -> None:
    """Write finished spans as one text."""
    anchor = ' text-anchor="middle"' if centred else ""
    pen.raw(
        f'<text font-size="{number(size)}" font-weight="{weight}"{anchor} stroke="none" '
        f'fill="{PALETTE[colour]}">{spans}</text>'
    )


def write_word(
    pen: Pen,
    text: str,
    at: Point,
    size: float,
    *,
    weight: int = 600,
    colour: str = "ink",
    centred: bool = True,
    width: float = 0.0,
) -> None:
    """Write one line whose baseline starts (or is centred) at a point.

    Parameters
    ----------
    width
        Whatever the font, the line is so broad; 0 leaves it to the font.
    """
    broad = f' textLength="{number(width)}" lengthAdjust="spacingAndGlyphs"' if width else ""
    span = f'<tspan x="{number(at[0])}" y="{number(at[1])}"{broad}>{escape(text)}</tspan>'
    write_text(pen, span, size=size, centred=centred, weight=weight, colour=colour)
