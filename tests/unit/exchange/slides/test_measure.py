"""Lines are broken and tables laid out by measure, to the letter."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lachan.exchange.slides.design import CELL_SIDE, CELL_TOP, GAP, LEADING
from lachan.exchange.slides.measure import (
    SLACK,
    column_widths,
    count_lines,
    para_height,
    row_heights,
    split_para,
    stack_height,
)
from lachan.exchange.slides.pieces import BULLET, Grid, Marker, Para, Span, plain

TEN = 10 * 0.556 * 24 * SLACK + 0.01
"""As wide as ten of the letter "a" at 24 points, with the room that is left for rounding."""


def cell(text: str) -> tuple[Span, ...]:
    return (Span(text),)


def test_a_line_holds_what_is_as_wide_as_it() -> None:
    assert count_lines([Span("a" * 10)], TEN, 24) == 1
    assert count_lines([Span("aaaa aaaaa")], TEN, 24) == 1
    assert count_lines([Span("aaaaa aaaaaa")], TEN, 24) == 2


def test_a_word_goes_on_through_spans() -> None:
    assert count_lines([Span("aaaa "), Span("aaa", bold=True), Span("aaaa")], TEN, 24) == 2


def test_bold_is_wider() -> None:
    words = "gió bông " * 8
    assert count_lines([Span(words, bold=True)], 300, 24) > count_lines([Span(words)], 300, 24)


def test_line_breaks_and_no_words_are_lines() -> None:
    assert count_lines([], TEN, 24) == 1
    assert count_lines([Span("a\n\na")], TEN, 24) == 3
    assert count_lines([Span("a\n")], TEN, 24) == 2


def test_a_word_wider_than_its_line_is_broken_anywhere() -> None:
    assert count_lines([Span("a" * 25)], TEN, 24) == 3
    assert count_lines([Span("aa " + "a" * 12)], TEN, 24) == 3


def test_heights_add_up() -> None:
    line = 24 * LEADING

    assert para_height(plain("a"), TEN, 24) == line
    assert stack_height([plain("a"), plain("a")], TEN, 24) == 2 * line + 24 * GAP
    assert stack_height([], TEN, 24) == 0


def test_a_list_has_less_room() -> None:
    para = Para(cell("aaaa aaaaa"), 1, Marker(BULLET))
    assert para_height(para, TEN, 24) == 2 * 24 * LEADING


def test_a_paragraph_is_parted_between_lines() -> None:
    para = Para((Span("aaaa "), Span("bbb", bold=True), Span(" aaaa cc")), 0, Marker("1", 1), True)

    head, rest = split_para(para, TEN, 24, 1)

    assert head == Para((Span("aaaa "), Span("bbb", bold=True)), 0, Marker("1", 1))
    assert rest == Para((Span("aaaa cc"),), keeps=True)


@given(st.text("ab \n", max_size=60), st.integers(1, 5))
def test_parting_loses_no_word(text: str, lines: int) -> None:
    head, rest = split_para(plain(text), TEN, 24, lines)

    assert f"{head.plain}{rest.plain}".replace(" ", "").replace("\n", "") == text.replace(
        " ", ""
    ).replace("\n", "")
    assert count_lines(head.spans, TEN, 24) <= lines


def test_columns_fill_the_table_and_hold_their_longest_word() -> None:
    grid = Grid((cell("Số"), cell("Khi nào")), ((cell("111"), cell("lo lắng " * 20)),))

    widths = column_widths(grid, 800, 24)

    assert widths is not None
    assert abs(sum(widths) - 800) < 0.001
    assert widths[0] < widths[1]
    assert row_heights(grid, widths, 24)[0] == 24 * LEADING + 2 * CELL_TOP


def test_the_ways_to_share_the_room_that_makes_the_lowest_table_is_taken() -> None:
    rows = ((cell("một hai"), cell("ba bốn " * 60)),)
    grid = Grid((cell("A"), cell("B")), rows)

    widths = column_widths(grid, 800, 24) or ()

    even = row_heights(grid, (400, 400), 24)
    assert sum(row_heights(grid, widths, 24)) < sum(even)


def test_headers_stand_on_one_line_where_there_is_room() -> None:
    grid = Grid((cell("Kiểm tra gì"), cell("Luật")), ((cell("có"), cell("lời khuyên " * 60)),))

    widths = column_widths(grid, 800, 24) or ()

    assert row_heights(grid, widths, 24)[0] == 24 * LEADING + 2 * CELL_TOP


def test_columns_with_shares_keep_them() -> None:
    grid = Grid((cell("A"), cell("B")), ((cell("1"), cell("2")),), shares=(0.25, 0.75))
    assert column_widths(grid, 800, 24) == (200, 600)


def test_a_table_with_too_long_a_word_has_no_columns() -> None:
    grid = Grid((cell("A"), cell("B")), ((cell("a" * 40), cell("b" * 40)),))

    assert column_widths(grid, 800, 24) is None
    assert column_widths(grid, 2 * (40 * 0.556 * 24 * SLACK + 2 * CELL_SIDE) + 1, 24) is not None
