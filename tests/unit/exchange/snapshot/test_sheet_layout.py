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


def test_a_layout_reads_back_as_it_was_written() -> None:
    assert parse_sheet_layout(render_sheet_layout(LAYOUT)) == LAYOUT


def test_lengths_are_mm_and_named() -> None:
    written = json.loads(render_sheet_layout(LAYOUT))
    assert written["format"] == "lachan-sheet/1"
    assert written["bubbles"] == [
        {"field": "2.1.a", "value": "Đ", "page": 1, "x": 20.125, "y": 30.5, "radius": 2.05}
    ]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"{", "(không phải JSON đọc được: "),
        (b"[" * 200_000, "(không phải JSON đọc được: "),
        (b"[]", '(format: cần "lachan-sheet/1"; thấy None)'),
        (b'{"format": "lachan-sheet/9"}', "ghi theo dạng lachan-sheet/9, bản Lá Chắn này chỉ đọc"),
        (b'{"format": "lachan-sheet/1"}', "(slug: thiếu trường này)"),
        (render_sheet_layout(LAYOUT).replace(b"20.125", b'"a"'), "(bubbles[0].x: cần một số; thấy"),
        (render_sheet_layout(LAYOUT).replace(b"297.0", b"null"), "(page_mm[1]: cần một số; thấy"),
        (
            render_sheet_layout(LAYOUT).replace(b'"answer"', b'"answered"'),
            '(fields[1].kind: phải là một trong: number, code, answer; thấy "answered" (có phải là',
        ),
    ],
)
def test_another_file_is_refused_with_advice(data: bytes, told: str) -> None:
    with pytest.raises(SheetLayoutError, match=r"phieu\.json: ") as caught:
        parse_sheet_layout(data, "phieu.json")
    assert told in str(caught.value)
    assert "; hãy " in str(caught.value)
