"""Spread a passage over as few slides as hold it, and give each thing its place.

Text stands as large as it may on one slide; where it is too long even at the smallest size, it goes
on below the same title with "(tiếp)", cut between paragraphs, entries and rows, and as evenly as
that allows. A table whose words do not fit its columns is told line by line.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from lachan.exchange.slides.design import (
    BODY,
    COLUMN,
    LEADING,
    SMALLEST,
    TABLE_GAP,
    TEXT_SIZES,
    Box,
)
from lachan.exchange.slides.measure import (
    bubble_size,
    column_widths,
    para_height,
    row_heights,
    split_para,
    stack_height,
)
from lachan.exchange.slides.pieces import Bubble, Grid, Para, Picture, Piece, as_paras

Stack = tuple[Piece, ...]
"""What stands on one slide below its title."""


@dataclass(frozen=True, slots=True)
class Flow:
    """The slides of a passage: what stands on each, beside which picture, in which size."""

    stacks: tuple[Stack, ...]
    size: float
    picture: Picture | None = None


def flow(pieces: Sequence[Piece]) -> Iterator[Flow]:
    """Yield how the pieces stand on slides; each picture begins a new one, text beside it."""
    for picture, beside in _split_at_pictures(pieces):
        yield _flow(tuple(beside), picture)


def fits_one(pieces: Sequence[Piece], least: float = SMALLEST) -> bool:
    """Tell whether the pieces stand on one slide in no smaller a size than the least."""
    found = list(flow(pieces))
    return sum(len(each.stacks) for each in found) == 1 and found[0].size >= least


def part_heights(
    stack: Stack, width: float, size: float
) -> Iterator[tuple[tuple[Para, ...] | Grid | Bubble, float]]:
    """Yield what stands below each other on a slide, paragraphs together, with its height."""
    paras: list[Para] = []
    for piece in stack:
        if isinstance(piece, Para):
            paras.append(piece)
            continue
        if paras:
            yield tuple(paras), stack_height(paras, width, size)
            paras = []
        if isinstance(piece, Grid):
            yield piece, sum(row_heights(piece, _columns(piece, width, size), size))
        elif isinstance(piece, Bubble):
            yield piece, bubble_size(piece, width, size)[1]
    if paras:
        yield tuple(paras), stack_height(paras, width, size)


def _columns(grid: Grid, width: float, size: float) -> tuple[float, ...]:
    # What does not fit is a table no longer (`_settle`).
    return column_widths(grid, width, size) or (width / len(grid.header),) * len(grid.header)


def _split_at_pictures(
    pieces: Sequence[Piece],
) -> Iterator[tuple[Picture | None, list[Piece]]]:
    picture: Picture | None = None
    beside: list[Piece] = []
    for piece in pieces:
        if not isinstance(piece, Picture):
            beside.append(piece)
            continue
        if picture is not None:
            yield picture, beside
            beside = []
        picture = piece
    yield picture, beside


def _flow(pieces: Stack, picture: Picture | None) -> Flow:
    first = BODY if picture is None else COLUMN
    for size in TEXT_SIZES:
        if _is_settled(pieces, first, size) and _height(pieces, first.width, size) <= first.height:
            return Flow((pieces,), size, picture)

    def fill(size: float) -> tuple[Stack, ...]:
        return _fill(_settle(pieces, size), first, BODY.height, size)

    # As large as needs no more slides, and no cut more, than the smallest size does.
    fewest = _shape(fill(SMALLEST))
    size = next(each for each in TEXT_SIZES if _shape(fill(each)) == fewest)
    stacks = _even_out(_settle(pieces, size), first, fill(size), size)
    return Flow(stacks, size, picture)


def _shape(stacks: tuple[Stack, ...]) -> tuple[int, int]:
    """Return how many slides and how many pieces there are: each cut makes one more."""
    return len(stacks), sum(map(len, stacks))


def _is_settled(pieces: Stack, box: Box, size: float) -> bool:
    grids = (piece for piece in pieces if isinstance(piece, Grid))
    return all(column_widths(grid, box.width, size) is not None for grid in grids)


def _settle(pieces: Stack, size: float) -> Stack:
    """Tell tables line by line that have too long a word or too high a row for any slide.

    The others get columns that stay as wide from slide to slide.
    """

    def settle(piece: Piece) -> Iterable[Piece]:
        if not isinstance(piece, Grid):
            return [piece]
        widths = column_widths(piece, BODY.width, size)
        if widths is None:
            return as_paras(piece)
        header, *rows = row_heights(piece, widths, size)
        if header + max(rows, default=0) > BODY.height:
            return as_paras(piece)
        return [replace(piece, shares=tuple(each / BODY.width for each in widths))]

    return tuple(chain.from_iterable(map(settle, pieces)))


def _height(stack: Stack, width: float, size: float) -> float:
    heights = [height for _, height in part_heights(stack, width, size)]
    return sum(heights) + TABLE_GAP * max(len(heights) - 1, 0)


def _even_out(
    pieces: Stack, first: Box, stacks: tuple[Stack, ...], size: float
) -> tuple[Stack, ...]:
    """Return as many stacks, cut at the lowest height that needs no more of them."""
    height = BODY.height
    while first is BODY and len(stacks) > 1:
        height -= size * LEADING
        lower = _fill(pieces, first, height, size)
        # Nothing is cut once more to even out.
        if _shape(lower) != _shape(stacks) or _highest(lower, size) > height:
            break
        stacks = lower
    return stacks


def _highest(stacks: Iterable[Stack], size: float) -> float:
    return max(_height(stack, BODY.width, size) for stack in stacks)


def _fill(pieces: Stack, first: Box, height: float, size: float) -> tuple[Stack, ...]:
    """Put the pieces on stacks of so much height in their order; `first` is the first stack's box.

    Beside a picture nothing is cut: what does not stand there whole has the next slide's width.
    """
    left = deque(pieces)
    stacks: list[list[Piece]] = [[]]
    width = first.width
    while left:
        stack = stacks[-1]
        kept = _take_kept(left)
        # A table's columns are those of a whole slide by now.
        stands = width == BODY.width or not isinstance(kept[-1], Grid)
        if stands and _height((*stack, *kept), width, size) <= height:
            stack += kept
            continue
        cut = _cut(tuple(stack), kept, height, size) if width == BODY.width else None
        if cut is not None:
            head, rest = cut
            stack += head
            left.extendleft(reversed(rest))
            stacks.append([])
            continue
        left.extendleft(reversed(kept))
        if not stack and width == BODY.width:
            # Nothing cuts it: only a line higher than the slide would come here.
            stack.append(left.popleft())
        width = BODY.width
        stacks.append([])
    return tuple(tuple(stack) for stack in stacks if stack or first is not BODY)


def _take_kept(left: deque[Piece]) -> list[Piece]:
    """Take the next piece with all that it stays together with."""
    kept = [left.popleft()]
    while left and isinstance(kept[-1], Para) and kept[-1].keeps:
        kept.append(left.popleft())
    return kept


def _cut(
    stack: Stack, kept: Sequence[Piece], height: float, size: float
) -> tuple[list[Piece], list[Piece]] | None:
    """Return what of the kept pieces still stands on the stack, and the rest; None for nothing.

    A table goes on with its header repeated, unless the next slide has it whole and a third of
    this one is taken. What stays together is parted only where a whole slide would not hold it,
    and a paragraph likewise.
    """
    *before, last = kept
    is_whole_next = _height(tuple(kept), BODY.width, size) <= height
    has_much = _height(stack, BODY.width, size) > height / 3
    if isinstance(last, Grid) and not (is_whole_next and (has_much or last.whole)):
        for count in range(len(last.rows) - 1, 0, -1):
            head = replace(last, rows=last.rows[:count])
            if _height((*stack, *before, head), BODY.width, size) <= height:
                return [*before, head], [replace(last, rows=last.rows[count:])]
    if is_whole_next or stack:
        return None
    for count in range(len(kept) - 1, 0, -1):
        if _height(tuple(kept[:count]), BODY.width, size) <= height:
            return list(kept[:count]), list(kept[count:])
    para = kept[0]
    lines = max(int(height // (size * LEADING)), 1)
    if isinstance(para, Para) and para_height(para, BODY.width, size) > height:
        head_part, rest_part = split_para(para, BODY.width, size, lines)
        return [head_part], [rest_part, *kept[1:]]
    return None
