"""How wide and high words stand on a slide, known before any Office lays them out.

Lengths are points. Lines break at spaces, as PowerPoint and LibreOffice break them; a word wider
than its line is broken anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain, groupby

from lachan.exchange.slides.design import (
    BUBBLE_SHARE,
    BUBBLE_SIDE,
    BUBBLE_TOP,
    CELL_SIDE,
    CELL_TOP,
    GAP,
    INDENT,
    LEADING,
)
from lachan.exchange.slides.pieces import Bubble, Grid, Para, Span
from lachan.exchange.slides.widths import em_width

SLACK = 1.03
"""Office programs round every letter's place; a line this much fuller than measured still holds."""

Letter = tuple[str, Span]
"""A character, and the span it comes from."""


def count_lines(spans: Sequence[Span], width: float, size: float) -> int:
    """Return on how many lines the words stand; no words stand on one."""
    return sum(1 for _ in _lines(spans, width, size))


def para_height(para: Para, width: float, size: float) -> float:
    """Return a paragraph's height without the gap above it."""
    return count_lines(para.spans, width - para.depth * INDENT * size, size) * size * LEADING


def stack_height(paras: Sequence[Para], width: float, size: float) -> float:
    """Return the height of paragraphs below each other, with the gaps between them."""
    gaps = max(len(paras) - 1, 0) * GAP * size
    return gaps + sum(para_height(para, width, size) for para in paras)


def split_para(para: Para, width: float, size: float, lines: int) -> tuple[Para, Para]:
    """Return what stands on the first so many lines of a paragraph, and the rest of it."""
    found = list(_lines(para.spans, width - para.depth * INDENT * size, size))
    head, rest = ([*chain.from_iterable(part)] for part in (found[:lines], found[lines:]))
    # The rest goes on without another bullet.
    return (
        replace(para, spans=_to_spans(head), keeps=False),
        replace(para, spans=_to_spans(rest), marker=None),
    )


def row_heights(grid: Grid, widths: Sequence[float], size: float) -> tuple[float, ...]:
    """Return the heights of a table's rows, that of its header first."""
    return tuple(
        max(
            count_lines(cell, width - 2 * CELL_SIDE, size)
            for cell, width in zip(row, widths, strict=True)
        )
        * size
        * LEADING
        + 2 * CELL_TOP
        for row in grid.drawn
    )


def bubble_size(bubble: Bubble, width: float, size: float) -> tuple[float, float]:
    """Return width and height of a message: as broad as its words, up to its share of the width."""
    most = width * BUBBLE_SHARE - 2 * BUBBLE_SIDE
    lines = count_lines(bubble.spans, most, size)
    inner = most if lines > 1 else min(most, _length(bubble.spans, size) * SLACK + 1)
    return inner + 2 * BUBBLE_SIDE, lines * size * LEADING + 2 * BUBBLE_TOP


def column_widths(grid: Grid, width: float, size: float) -> tuple[float, ...] | None:
    """Return the widths of a table's columns, None where a word is wider than its column.

    Each is as wide as its longest word, and as its header where there is room for that; what is
    left is given out by how much there is to read, in that of a few ways that makes the table
    lowest.
    """
    if grid.shares:
        return tuple(share * width for share in grid.shares)
    columns = list(zip(*grid.drawn, strict=True))
    words = [max(_widest_word(cell, size) for cell in cells) + 2 * CELL_SIDE for cells in columns]
    headers = [_length(head, size) * SLACK + 2 * CELL_SIDE for head in grid.drawn[0]]
    roomy = [max(pair) for pair in zip(words, headers, strict=True)]
    least = roomy if sum(roomy) <= width * _ROOMY else words
    spare = width - sum(least)
    if spare < 0:
        return None
    lengths = [max(_length(cell, size) for cell in cells) for cells in columns]
    tried = (_share_out(least, spare, lengths, power) for power in _POWERS)
    return min(tried, key=lambda widths: sum(row_heights(grid, widths, size)))


_ROOMY = 0.7
"""Of a table's width, what headers on one line may take."""

_POWERS = (0.5, 0.75, 1.0, 1.5)
"""How much more room the longer column gets: by the root of its length, by its length …"""


def _share_out(
    least: Sequence[float], spare: float, lengths: Sequence[float], power: float
) -> tuple[float, ...]:
    wants = [(length + 1) ** power for length in lengths]
    return tuple(
        floor + spare * want / sum(wants) for floor, want in zip(least, wants, strict=True)
    )


def _widest_word(spans: Sequence[Span], size: float) -> float:
    return max((word.width * size * SLACK for word in _words(tuple(spans))), default=0.0)


def _length(spans: Sequence[Span], size: float) -> float:
    return sum(word.full_width for word in _words(tuple(spans))) * size


@dataclass(frozen=True, slots=True)
class _Word:
    """A word with the space or the line break behind it; `width` leaves that out. In ems."""

    letters: tuple[Letter, ...]
    width: float
    full_width: float


@lru_cache(maxsize=4096)
def _words(spans: tuple[Span, ...]) -> tuple[_Word, ...]:
    words: list[_Word] = []
    letters: list[Letter] = []
    for span in spans:
        for letter in span.text:
            letters.append((letter, span))
            if letter in " \n":
                words.append(_word(tuple(letters)))
                letters = []
    return tuple([*words, _word(tuple(letters))] if letters else words)


def _word(letters: tuple[Letter, ...]) -> _Word:
    widths = [_letter_width(letter, span.bold) for letter, span in letters]
    ends = letters[-1][0] in " \n"
    return _Word(letters, sum(widths[:-1]) if ends else sum(widths), sum(widths))


@lru_cache(maxsize=1024)
def _letter_width(letter: str, bold: bool) -> float:
    return 0.0 if letter == "\n" else em_width(letter, bold=bold)


def _lines(spans: Sequence[Span], width: float, size: float) -> Iterator[list[Letter]]:
    """Yield the letters of each line, the space or break at its end among them."""
    room = width / size / SLACK
    line: list[Letter] = []
    used = 0.0
    for word in _words(tuple(spans)):
        if line and used + word.width > room:
            yield line
            line, used = [], 0.0
        left = word
        while left.width > room and len(left.letters) > 1:
            place = _fitting(left.letters, room)
            yield list(left.letters[:place])
            left = _word(left.letters[place:])
        line += left.letters
        used += left.full_width
        if left.letters[-1][0] == "\n":
            yield line
            line, used = [], 0.0
    if line or not used:
        yield line


def _fitting(letters: Sequence[Letter], room: float) -> int:
    """Return how many letters of a word stand on a line, one at least."""
    used = 0.0
    for place, (letter, span) in enumerate(letters):
        used += _letter_width(letter, span.bold)
        if used > room:
            return max(place, 1)
    return len(letters)


def _to_spans(letters: Sequence[Letter]) -> tuple[Span, ...]:
    """Put letters together again, without spaces and line breaks around them."""
    start, end = 0, len(letters)
    while start < end and letters[start][0] in " \n":
        start += 1
    while end > start and letters[end - 1][0] in " \n":
        end -= 1
    groups = groupby(letters[start:end], key=lambda letter: letter[1])
    return tuple(
        replace(span, text="".join(letter for letter, _ in group)) for span, group in groups
    )
