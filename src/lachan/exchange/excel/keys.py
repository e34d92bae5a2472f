"""key.xlsx: the keys of all forms for those who mark by hand, with reasons and law."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from io import BytesIO

from lachan.assembly import form_key
from lachan.domain.names import ITEM_TYPE_NAMES
from lachan.domain.papers.paper import Form, FormItem, Paper
from lachan.exchange.excel.key_reasons import reason_row
from lachan.exchange.excel.style import Number, SheetStyle, Value, new_workbook, points

KEY_SHEET = "Đáp án"
MAP_SHEET = "Bản đồ câu"
QUESTION = '"Câu "0'
PART = '"Phần "0'
REASON_SHEET = "Giải thích"


def render_key_workbook(paper: Paper, labels: Mapping[str, str]) -> bytes:
    """Return key.xlsx, the same bytes for the same paper.

    Sheets: "Đáp án" (a row a question, a column a form), "Bản đồ câu" (where each item stands
    in each form) and "Giải thích" (each item with its key, reasons and law).

    Parameters
    ----------
    paper
        The paper with all its forms.
    labels
        Provision id → label, for citations; ids are shown where one lacks.
    """
    out = BytesIO()
    created = dt.datetime.combine(paper.law_date, dt.time())
    with new_workbook(out, f"Đáp án – {paper.blueprint.title}", created) as workbook:
        style = SheetStyle(workbook)
        _write_keys(style, paper)
        _write_map(style, paper)
        _write_reasons(style, paper, labels)
    return out.getvalue()


def _write_keys(style: SheetStyle, paper: Paper) -> None:
    keys = [[row.key for row in form_key(paper, form)] for form in paper.forms]
    first = form_key(paper, paper.forms[0])
    rows: list[list[Value]] = []
    for index, row in enumerate(first):
        part = paper.blueprint.parts[row.part - 1]
        rows.append(
            [
                f"Phần {row.part}: {ITEM_TYPE_NAMES[part.type]}",
                Number(row.number, QUESTION),
                points(row.points),
                *(key[index] for key in keys),
            ]
        )
    style.add_sheet(
        KEY_SHEET,
        heading=f"{paper.blueprint.title} – đáp án các mã đề",
        columns=[
            ("Phần", 32),
            ("Câu", 9),
            ("Điểm", 8),
            *((f"Mã đề {form.code}", 14) for form in paper.forms),
        ],
        rows=rows,
        centred_from=1,
        frozen_columns=3,
    )


def _write_map(style: SheetStyle, paper: Paper) -> None:
    places = [_places(form) for form in paper.forms]
    rows: list[list[Value]] = [
        [
            Number(part, PART),
            item_id,
            *(_place(found.get((part, item_id))) for found in places),
        ]
        for part, item_id in sorted({each for found in places for each in found})
    ]
    style.add_sheet(
        MAP_SHEET,
        heading="Mỗi câu của ngân hàng nằm ở câu nào, phương án xếp theo thứ tự nào",
        columns=[
            ("Phần", 10),
            ("Mã câu", 26),
            *((f"Mã đề {form.code}", 18) for form in paper.forms),
        ],
        rows=rows,
        centred_from=2,
        frozen_columns=2,
    )


def _write_reasons(style: SheetStyle, paper: Paper, labels: Mapping[str, str]) -> None:
    asked = sorted({place for form in paper.forms for place in _places(form)})
    rows = [
        reason_row(paper.items[item_id], labels)
        for item_id in dict.fromkeys(item_id for _, item_id in asked)
    ]
    style.add_sheet(
        REASON_SHEET,
        heading="Đáp án theo ngân hàng (chữ cái là mã phương án gốc, chưa trộn)",
        columns=[
            ("Mã câu", 18),
            ("Câu hỏi", 44),
            ("Đáp án", 12),
            ("Giải thích", 62),
            ("Căn cứ", 34),
        ],
        rows=rows,
        wrapped=True,
        frozen_columns=1,
    )


def _places(form: Form) -> dict[tuple[int, str], tuple[int, FormItem]]:
    """Return (part, item id) → number in the part and the printed item."""
    return {
        (part_number, printed.item_id): (number, printed)
        for part_number, part in enumerate(form.parts, 1)
        for number, printed in enumerate(part, 1)
    }


def _place(found: tuple[int, FormItem] | None) -> str:
    if found is None:
        return "–"
    number, printed = found
    ids = [*printed.options, *printed.targets]
    order = f" ({'-'.join(ids)})" if ids else ""
    return f"Câu {number}{order}"
