"""Lines after "@" draw places to write in, or say why not."""

from __future__ import annotations

import pytest

from lachan.domain.worksheets import (
    Place,
    PlaceError,
    PlaceKind,
    describe_place,
    for_screen,
    read_place,
    split_worksheet,
)
from lachan.markup import parse_rich_text, render_plain


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("@ dong 3", Place(PlaceKind.LINES, 3)),
        ("@dong 3", Place(PlaceKind.LINES, 3)),
        ("@ o 2: Nhà | Trường", Place(PlaceKind.BOXES, 2, ("Nhà", "Trường"))),
        ("@ vong 4", Place(PlaceKind.CIRCLES, 4)),
        ("@ vong-long 2: Gần | Xa", Place(PlaceKind.RINGS, 2, ("Gần", "Xa"))),
        ("@ bang 4: Họ nói | Em hỏi", Place(PlaceKind.TABLE, 4, ("Họ nói", "Em hỏi"))),
        ("@ duong 5", Place(PlaceKind.PATH, 5)),
        ("@ khung 60", Place(PlaceKind.FRAME, 60)),
    ],
)
def test_a_line_draws_a_place(line: str, place: Place) -> None:
    assert place == read_place(line)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("@", "cần"),
        ("@ dong", "cần"),
        ("@ dong ba", "cần"),
        ("@ hinh 3", 'không có chỗ viết "hinh"'),
        ("@ dong 0", "từ 1 đến 12"),
        ("@ dong 13", "từ 1 đến 12"),
        ("@ khung 5", "từ 20 đến 200"),
        ("@ vong-long 5", "từ 2 đến 4"),
        ("@ dong 2: A | B", "không có nhãn"),
        ("@ bang 4", "1 đến 5 cột, thấy 0"),
        ("@ o 3: A | B", "cần 3 nhãn, thấy 2"),
    ],
)
def test_a_line_that_draws_nothing_says_why(line: str, why: str) -> None:
    with pytest.raises(PlaceError, match=why):
        read_place(line)


def test_a_worksheet_keeps_text_and_places_in_order() -> None:
    content, _ = parse_rich_text("Viết:\n\n@ dong 2\n@ khung 40\n\n- Một", in_lesson=True)

    text, lines, frame, bullets = split_worksheet(content)

    assert [Place(PlaceKind.LINES, 2), Place(PlaceKind.FRAME, 40)] == [lines, frame]
    assert [content[0], content[2]] == [text, bullets]


def test_a_screen_says_what_paper_shows() -> None:
    content, _ = parse_rich_text("Ai?\n\n@ o 2: Nhà | Trường", in_lesson=True)

    assert "Ai?\nTrên giấy: 2 ô – Nhà; Trường." == render_plain(for_screen(content))
    assert "Trên giấy: khung để vẽ." == describe_place(Place(PlaceKind.FRAME, 60))
