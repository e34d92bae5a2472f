"""Each slide has its title, and a box for everything below it."""

from __future__ import annotations

from itertools import pairwise

from lachan.exchange.slides.design import (
    BESIDE,
    BODY,
    COLUMN,
    COVER_BODY,
    FOOT,
    SMALLEST,
    TITLE,
    Look,
)
from lachan.exchange.slides.layout import Placed, lay_out, shorten
from lachan.exchange.slides.pieces import Grid, Passage, Picture, Span, plain

LONG = [plain("Một câu vừa phải để đọc to lên trước lớp và cùng nghĩ thêm. " * 6)] * 9
PICTURE = Picture("media/a.svg", "Một bạn")


def test_a_passage_goes_on_below_its_title_counted() -> None:
    slides = lay_out([Passage("Tiêu đề", tuple(LONG), foot="Bước", notes=(plain("n"),), key="k")])

    assert [slide.title for slide in slides[:3]] == [
        "Tiêu đề",
        "Tiêu đề (tiếp)",
        "Tiêu đề (tiếp\u00a02)",
    ]
    assert [slide.key for slide in slides[:2]] == ["k", ""]
    assert {(slide.foot, slide.notes) for slide in slides} == {("Bước", (plain("n"),))}


def test_a_long_title_stands_smaller_then_on_two_lines_then_in_full_below() -> None:
    word = "dài "
    sizes = [lay_out([Passage(word * n, ())])[0].title_size for n in (5, 14, 16, 25)]
    assert sizes == [36.0, 32.0, 28.0, 36.0]

    [slide, *_] = lay_out([Passage(word * 90, (plain("Chữ."),))])
    assert slide.title.endswith("…")
    assert slide.title_size == SMALLEST
    [placed] = slide.placed
    assert placed.content == (plain(word * 90, bold=True), plain("Chữ."))


def test_a_cover_has_boxes_of_its_own() -> None:
    [slide] = lay_out([Passage("Bài mẫu", (plain("Lớp 6"),), Look.COVER)])

    assert slide.title_size == 54.0
    assert slide.placed == (Placed((plain("Lớp 6"),), COVER_BODY),)


def test_a_picture_stands_beside_its_text_or_alone() -> None:
    beside, alone = lay_out([Passage("A", (plain("Chữ."), PICTURE)), Passage("B", (PICTURE,))])

    assert beside.placed == (Placed((plain("Chữ."),), COLUMN), Placed(PICTURE, BESIDE))
    assert alone.placed == (Placed(PICTURE, BODY),)


def test_text_and_table_stand_below_each_other() -> None:
    grid = Grid(((Span("A"),),), (((Span("1"),),),))

    [slide] = lay_out([Passage("A", (plain("Trên."), grid, plain("Dưới.")))])

    boxes = [placed.box for placed in slide.placed]
    assert [placed.content for placed in slide.placed][1] == grid
    assert boxes[0].top == BODY.top
    assert all(above.bottom < below.top for above, below in pairwise(boxes))
    assert boxes[-1].bottom < BODY.bottom


def test_a_foot_is_shortened_by_words() -> None:
    assert shorten("ngắn", FOOT, SMALLEST) == "ngắn"
    shortened = shorten("từ " * 60, FOOT, SMALLEST)
    assert shortened.endswith("từ…")
    assert shorten("a" * 900, TITLE, SMALLEST, " (tiếp)") == "… (tiếp)"
