import json

import pytest

from lachan.domain.papers.sheets import Area, AreaKind, Bubble, FieldKind, SheetField, SheetLayout
from lachan.exchange.snapshot.sheet_layout import (
    SheetLayoutError,
    parse_sheet_layout,
    render_sheet_layout,
)

LAYOUT = SheetLayout(
    slug="mau",
    page_count=1,
    page_width_mm=210.0,
    page_height_mm=297.0,
    fields=(
        SheetField("code.1", FieldKind.CODE, ("0", "1"), place="1"),
        SheetField("2.1.a", FieldKind.ANSWER, ("Đ", "S"), 2, 1, "a", many=True),
    ),
    bubbles=(Bubble("2.1.a", "Đ", 1, 20.125, 30.5, 2.05),),
    areas=(Area(AreaKind.QR, "", 1, 17.0, 260.0, 19.0, 19.0),),
)


def test_a_layout_reads_back_as_it_was_written():
    assert parse_sheet_layout(render_sheet_layout(LAYOUT)) == LAYOUT


def test_lengths_are_mm_and_named():
    written = json.loads(render_sheet_layout(LAYOUT))
    assert written["format"] == "lachan-sheet/1"
    assert written["bubbles"] == [
        {"field": "2.1.a", "value": "Đ", "page": 1, "x": 20.125, "y": 30.5, "radius": 2.05}
    ]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"{", "phieu.json: không phải tệp JSON"),
        (b"[" * 200_000, "phieu.json: không phải tệp JSON"),
        (b"[]", "cần tệp vị trí ô dạng “lachan-sheet/1”, tệp này là “None”"),
        (b'{"format": "lachan-sheet/9"}', "tệp này là “lachan-sheet/9”"),
        (b'{"format": "lachan-sheet/1"}', "thiếu hoặc hỏng ở mục 'page_mm'"),
    ],
)
def test_another_file_is_refused_with_advice(data, told):
    with pytest.raises(SheetLayoutError, match=r"phieu\.json: ") as caught:
        parse_sheet_layout(data, "phieu.json")
    assert told in str(caught.value)
    assert "Hãy lấy" in str(caught.value)
