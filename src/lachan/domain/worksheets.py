"""Worksheets: text with places to write or draw in, each on a line of its own after "@"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from lachan.domain.rich import text as rt
from lachan.domain.rich.plain import render_plain
from lachan.domain.rich.text import RichText


class PlaceKind(StrEnum):
    """What is drawn; the value is the word that authors write."""

    LINES = "dong"
    BOXES = "o"
    CIRCLES = "vong"
    RINGS = "vong-long"
    TABLE = "bang"
    PATH = "duong"
    FRAME = "khung"


@dataclass(frozen=True, slots=True)
class Place:
    """A place to write in.

    `count` is how many lines, boxes, circles, rows or stops there are; of a frame, its height in
    millimetres. `labels` name them, one each (of a table, its columns; of rings, from within).
    """

    kind: PlaceKind
    count: int
    labels: tuple[str, ...] = ()


class PlaceError(ValueError):
    """A line after "@" that draws nothing, with a Vietnamese reason."""


_LINE = re.compile(r"@\s*(?P<word>[a-z-]+)\s*(?P<count>\d+)?\s*(?::\s*(?P<labels>.*))?")
_NEXT = re.compile(r"\s+(?=@)")
_RANGES = {PlaceKind.FRAME: (20, 200), PlaceKind.RINGS: (2, 4)}
_USUAL_RANGE = (1, 12)
_NAMELESS = frozenset({PlaceKind.LINES, PlaceKind.FRAME})

_WORDS = {
    PlaceKind.LINES: "{n} dòng để viết",
    PlaceKind.BOXES: "{n} ô",
    PlaceKind.CIRCLES: "{n} vòng tròn",
    PlaceKind.RINGS: "{n} vòng tròn lồng nhau",
    PlaceKind.TABLE: "bảng {n} hàng trống",
    PlaceKind.PATH: "đường đi {n} chặng",
    PlaceKind.FRAME: "khung để vẽ",
}


def read_place(line: str) -> Place:
    """Return the place that a line draws; raises `PlaceError`."""
    match = _LINE.fullmatch(line.strip())
    words = ", ".join(kind.value for kind in PlaceKind)
    if match is None or match["count"] is None:
        raise PlaceError(f'cần "@ từ số: nhãn | nhãn", từ là một trong {words}')
    try:
        kind = PlaceKind(match["word"])
    except ValueError as error:
        raise PlaceError(f'không có chỗ viết "{match["word"]}"; có {words}') from error
    count = int(match["count"])
    least, most = _RANGES.get(kind, _USUAL_RANGE)
    if not least <= count <= most:
        raise PlaceError(f"{kind} {count}: cần từ {least} đến {most}")
    labels = tuple(part.strip() for part in (match["labels"] or "").split("|") if part.strip())
    if labels and kind in _NAMELESS:
        raise PlaceError(f"{kind} không có nhãn")
    if kind is PlaceKind.TABLE and not 1 <= len(labels) <= 5:
        raise PlaceError(f"bảng cần tên của 1 đến 5 cột, thấy {len(labels)}")
    if kind is not PlaceKind.TABLE and labels and len(labels) != count:
        raise PlaceError(f"{kind} {count}: cần {count} nhãn, thấy {len(labels)}")
    return Place(kind, count, labels)


def describe_place(place: Place) -> str:
    """Return what a screen says in place of the drawing."""
    what = _WORDS[place.kind].format(n=place.count)
    return f"Trên giấy: {what}{' – ' + '; '.join(place.labels) if place.labels else ''}."


def split_worksheet(content: RichText) -> Iterator[rt.Block | Place]:
    """Yield the blocks of a worksheet, each line of places as what it draws.

    Raises
    ------
    PlaceError
        For a line that draws nothing.
    """
    for block in content:
        lines = place_lines(block)
        if lines:
            yield from map(read_place, lines)
        else:
            yield block


def find_faults(content: RichText) -> Iterator[tuple[str, str]]:
    """Yield each line after "@" that draws nothing, with a Vietnamese reason."""
    for block in content:
        for line in place_lines(block):
            try:
                read_place(line)
            except PlaceError as fault:
                yield line, str(fault)


def for_screen(content: RichText) -> RichText:
    """Return a worksheet as text alone: what is drawn on paper is said, a faulty line stays."""
    shown: list[rt.Block] = []
    for block in content:
        lines = place_lines(block)
        shown += [_said(line) for line in lines] if lines else [block]
    return tuple(shown)


def _said(line: str) -> rt.Block:
    try:
        return rt.Paragraph((rt.Emphasis((rt.Text(describe_place(read_place(line))),)),))
    except PlaceError:
        return rt.Paragraph((rt.Text(line),))


def place_lines(block: rt.Block) -> list[str]:
    """Return the lines of a block that draw places; empty for a block of text."""
    if not isinstance(block, rt.Paragraph):
        return []
    plain = render_plain([block])
    # Markdown joins lines that no blank line parts.
    return _NEXT.split(plain) if plain.startswith("@") else []
