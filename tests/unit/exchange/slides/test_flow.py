"""Whatever is put in comes out once, in its order, on slides that hold it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lachan.exchange.slides.design import BODY, COLUMN, SMALLEST, TABLE_GAP, TEXT_SIZES
from lachan.exchange.slides.flow import Stack, fits_one, flow, part_heights
from lachan.exchange.slides.pieces import BULLET, Grid, Marker, Para, Picture, Piece, Span, plain

PICTURE = Picture("media/a.svg", "Một bạn")
SENTENCE = "Một câu vừa phải để đọc to lên trước lớp và cùng nghĩ thêm. "


def grid(rows: int, words: str = "ô") -> Grid:
    return Grid(
        ((Span("A"),), (Span("B"),)),
        tuple(((Span(f"h{n}"),), (Span(words),)) for n in range(rows)),
    )


def height(stack: Stack, width: float, size: float) -> float:
    heights = [height for _, height in part_heights(stack, width, size)]
    return sum(heights) + TABLE_GAP * max(len(heights) - 1, 0)


def words_of(pieces: object) -> list[str]:
    """All words of the pieces in reading order, without the headers of tables."""
    found: list[str] = []
    for piece in pieces:  # type: ignore[attr-defined]
        if isinstance(piece, Para):
            found += piece.plain.split()
        elif isinstance(piece, Grid):
            found += [w for row in piece.rows for c in row for s in c for w in s.text.split()]
    return found


def test_a_short_text_stands_large() -> None:
    [found] = flow([plain("Ngắn thôi.")])

    assert found.stacks == ((plain("Ngắn thôi."),),)
    assert found.size == TEXT_SIZES[0]


def test_no_pieces_are_one_empty_slide() -> None:
    assert [each.stacks for each in flow([])] == [((),)]


def test_a_longer_text_stands_smaller_before_it_is_cut() -> None:
    [found] = flow([plain(SENTENCE * 9)])

    assert (len(found.stacks), found.size) == (1, 28.0)


def test_a_long_list_is_cut_between_entries_and_evenly() -> None:
    entries = [Para((Span(SENTENCE),), 1, Marker(BULLET)) for _ in range(12)]

    [found] = flow(entries)

    assert [len(stack) for stack in found.stacks] == [6, 6]


def test_what_needs_two_slides_anyway_stands_as_large_as_two_allow() -> None:
    [two] = flow([plain(SENTENCE * 3) for _ in range(6)])
    [more] = flow([plain(SENTENCE * 3) for _ in range(8)])

    assert (len(two.stacks), two.size) == (2, 28.0)
    assert (len(more.stacks), more.size) == (2, SMALLEST)


def test_what_is_kept_together_goes_on_together() -> None:
    start = [plain(SENTENCE * 8)]
    options = [Para((Span(SENTENCE * 2),), 1, keeps=number < 3) for number in range(4)]

    [found] = flow([*start, *options])

    assert found.stacks == (tuple(start), tuple(options))


def test_what_no_slide_holds_together_is_parted() -> None:
    options = [Para((Span(SENTENCE * 3),), keeps=True) for _ in range(9)]

    [found] = flow(options)

    assert len(found.stacks) > 1
    assert [each for stack in found.stacks for each in stack] == options


def test_a_paragraph_higher_than_a_slide_is_parted_between_lines() -> None:
    [found] = flow([plain(SENTENCE * 40)])

    assert len(found.stacks) > 1
    assert words_of(piece for stack in found.stacks for piece in stack) == (SENTENCE * 40).split()


def test_a_table_goes_on_below_its_header() -> None:
    [found] = flow([plain("Đọc bảng."), grid(14, SENTENCE)])

    tables = [stack[-1] for stack in found.stacks]
    assert len(tables) > 1
    assert all(isinstance(each, Grid) and each.header == grid(1).header for each in tables)
    assert words_of(tables) == words_of([grid(14, SENTENCE)])
    shares = {each.shares for each in tables if isinstance(each, Grid)}
    assert len(shares) == 1
    assert sum(shares.pop()) == pytest.approx(1)


def test_a_table_that_fits_the_next_slide_is_not_cut_below_much_text() -> None:
    table = grid(4, SENTENCE)

    [below_much] = flow([plain(SENTENCE * 10), table])
    [below_little] = flow([plain(SENTENCE * 2), grid(9, SENTENCE)])

    assert [len(stack) for stack in below_much.stacks] == [1, 1]
    assert [len(stack) for stack in below_little.stacks] == [2, 1]


def test_what_is_read_across_stays_whole_where_a_slide_holds_it() -> None:
    pairs = replace(grid(7, SENTENCE), whole=True)

    [found] = flow([plain(SENTENCE * 2), pairs])

    assert [len(stack) for stack in found.stacks] == [1, 1]
    [tall] = flow([replace(grid(30, SENTENCE), whole=True)])
    assert len(tall.stacks) > 1


def test_a_table_with_too_long_a_word_or_row_is_told_line_by_line() -> None:
    for cell in ("a" * 90, SENTENCE * 40):
        [found] = flow([grid(1, cell)])

        lines = [piece for stack in found.stacks for piece in stack]
        assert all(isinstance(piece, Para) for piece in lines)
        assert lines[0] == Para((Span("h0", bold=True),), keeps=True)


def test_text_stands_beside_its_picture() -> None:
    [found] = flow([plain("Nhìn hình."), PICTURE, plain("Em thấy gì?")])

    assert found.picture == PICTURE
    assert found.stacks == ((plain("Nhìn hình."), plain("Em thấy gì?")),)


def test_what_does_not_stand_beside_a_picture_has_the_next_slide_whole() -> None:
    [found] = flow([plain("Nối."), PICTURE, grid(8, "một hai ba bốn năm sáu")])

    first, second = found.stacks
    assert first == (plain("Nối."),)
    assert [type(piece) for piece in second] == [Grid]


def test_a_text_too_long_for_its_picture_leaves_it_alone() -> None:
    long = plain(SENTENCE * 10)

    [found] = flow([long, PICTURE])

    assert found.stacks == ((), (long,))


def test_each_picture_begins_a_slide() -> None:
    other = Picture("media/b.svg", "Hai bạn")

    first, second = flow([PICTURE, plain("Một."), other, plain("Hai.")])

    assert (first.picture, second.picture) == (PICTURE, other)


def test_fitting_one_slide_may_ask_for_a_size() -> None:
    assert fits_one([plain(SENTENCE * 9)], 28)
    assert not fits_one([plain(SENTENCE * 9)], 32)
    assert not fits_one([plain(SENTENCE * 30)])
    assert not fits_one([PICTURE, PICTURE])


paras = st.builds(
    lambda text, depth, keeps: Para((Span(text),), depth, keeps=keeps),
    st.text("ab ơ", max_size=900),
    st.integers(0, 3),
    st.booleans(),
)
grids = st.builds(grid, st.integers(1, 9), st.text("ab ", max_size=300))


@given(st.lists(st.one_of(paras, grids, st.just(PICTURE)), max_size=9))
def test_every_slide_holds_what_stands_on_it(pieces: list[Piece]) -> None:
    found = list(flow(pieces))

    for each in found:
        for number, stack in enumerate(each.stacks):
            box = COLUMN if each.picture and number == 0 else BODY
            assert height(stack, box.width, each.size) <= box.height
            assert stack or each.picture or len(each.stacks) == 1
    if not any(isinstance(piece, Grid) for piece in pieces):
        shown = words_of(piece for each in found for stack in each.stacks for piece in stack)
        assert "".join(shown) == "".join(words_of(pieces))
