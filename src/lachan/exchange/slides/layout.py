"""Slides as they will be drawn: each with its title, and a box for everything below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lachan.exchange.slides.design import (
    BESIDE,
    BODY,
    COLUMN,
    COVER_BODY,
    COVER_SIZES,
    COVER_TITLE,
    FOOT,
    LEADING,
    SMALLEST,
    TABLE_GAP,
    TITLE,
    TITLE_SIZES,
    Box,
    Look,
)
from lachan.exchange.slides.flow import Flow, Stack, flow, part_heights
from lachan.exchange.slides.measure import bubble_size, stack_height
from lachan.exchange.slides.pieces import Bubble, Grid, Para, Passage, Picture, Span, plain

CONTINUED = "tiếp"


@dataclass(frozen=True, slots=True)
class Placed:
    """Paragraphs, a table, a picture or a message, and where they stand."""

    content: tuple[Para, ...] | Grid | Picture | Bubble
    box: Box


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide; `size` is that of its text, `key` is set where others jump to it."""

    title: str
    title_size: float
    look: Look
    size: float
    placed: tuple[Placed, ...]
    foot: str = ""
    notes: tuple[Para, ...] = ()
    key: str = ""


def lay_out(passages: Sequence[Passage]) -> tuple[Slide, ...]:
    """Return the slides of all passages, in their order."""
    return tuple(slide for passage in passages for slide in _lay_out(passage))


def _lay_out(passage: Passage) -> Iterator[Slide]:
    title_box = COVER_TITLE if passage.look is Look.COVER else TITLE
    pieces = passage.pieces
    if shorten(passage.title, title_box, SMALLEST) != passage.title:
        # A title that no size fits stands in full below its beginning.
        pieces = (plain(passage.title, bold=True), *pieces)
    stacks = [placed for each in flow(pieces) for placed in _place_all(each, passage.look)]
    for number, (size, placed) in enumerate(stacks, 1):
        title = _name_slide(passage.title, number, title_box)
        yield Slide(
            title=title,
            title_size=_largest(title, passage.look),
            look=passage.look,
            size=size,
            placed=placed,
            foot=shorten(passage.foot, FOOT, SMALLEST),
            notes=passage.notes,
            key=passage.key if number == 1 else "",
        )


def _place_all(each: Flow, look: Look) -> Iterator[tuple[float, tuple[Placed, ...]]]:
    for number, stack in enumerate(each.stacks):
        picture = each.picture if number == 0 else None
        yield each.size, tuple(_place(stack, picture, each.size, look))


def _place(stack: Stack, picture: Picture | None, size: float, look: Look) -> Iterator[Placed]:
    text = BODY if picture is None else COLUMN
    area = COVER_BODY if look is Look.COVER else text
    parts = list(part_heights(stack, area.width, size))
    top = area.top
    for content, height in parts:
        # What stands alone may grow under the hands of who edits it.
        box = area if len(parts) == 1 else Box(area.left, top, area.width, height)
        if isinstance(content, Bubble):
            width, _ = bubble_size(content, area.width, size)
            left = area.left + (area.width - width if content.is_own else 0)
            box = Box(left, top, width, height)
        yield Placed(content, box)
        top += height + TABLE_GAP
    if picture is not None:
        yield Placed(picture, BESIDE if parts else BODY)


def _name_slide(title: str, number: int, box: Box) -> str:
    if number == 1:
        return shorten(title, box, SMALLEST)
    mark = f" ({CONTINUED})" if number == 2 else f" ({CONTINUED}\u00a0{number - 1})"
    return shorten(title, box, SMALLEST, mark)


def _largest(title: str, look: Look) -> float:
    """Return the largest size of a title: on one line where there is text to read below it."""
    if look is Look.COVER:
        found = [size for size in COVER_SIZES if _stands_in(title, COVER_TITLE, size)]
    else:
        line = replace(TITLE, height=TITLE_SIZES[0] * LEADING)
        found = [size for size in TITLE_SIZES[:-1] if _stands_in(title, line, size)]
        found += [size for size in TITLE_SIZES if _stands_in(title, TITLE, size)]
    return next(iter(found), SMALLEST)


def shorten(text: str, box: Box, size: float, ending: str = "") -> str:
    """Return a text with its ending as it stands in a box in bold, its last words left out."""
    if _stands_in(text + ending, box, size):
        return text + ending
    words = text.split()
    while words and not _stands_in(f"{' '.join(words)}…{ending}", box, size):
        words.pop()
    return f"{' '.join(words)}…{ending}"


def _stands_in(text: str, box: Box, size: float) -> bool:
    return stack_height([Para((Span(text, bold=True),))], box.width, size) <= box.height
