from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from lachan.assembly import assemble, form_key
from lachan.domain.items import Item
from lachan.domain.kinds import ItemType
from lachan.domain.papers.paper import Paper
from lachan.exchange import render_key_workbook
from support.items import LAW_DATE, full_blueprint, make_bank, rich

CODES = ("101", "102", "103")


def make_paper(bank: Sequence[Item] | None = None) -> Paper:
    return assemble(full_blueprint(), bank or make_bank(), law_date=LAW_DATE, seed="s", codes=CODES)


def open_workbook(paper: Paper, labels: dict[str, str] | None = None) -> Workbook:
    return openpyxl.load_workbook(BytesIO(render_key_workbook(paper, labels or {})))


@pytest.fixture
def workbook() -> Iterator[Workbook]:
    book = open_workbook(make_paper(), {"luat/d2": "khoản 1 Điều 2 Luật Mẫu"})
    yield book
    book.close()


def table(sheet: Worksheet) -> list[list[Any]]:
    return [[cell or "" for cell in row] for row in sheet.iter_rows(min_row=3, values_only=True)]


def test_the_sheets_are_there_in_order(workbook: Workbook) -> None:
    assert workbook.sheetnames == ["Đáp án", "Bản đồ câu", "Giải thích"]


def test_keys_stand_question_by_question_form_by_form(workbook: Workbook) -> None:
    paper = make_paper()
    head, *rows = table(workbook["Đáp án"])
    assert head == ["Phần", "Câu", "Điểm", "Mã đề 101", "Mã đề 102", "Mã đề 103"]
    for column, form in enumerate(paper.forms, 3):
        assert [row[column] for row in rows] == [row.key for row in form_key(paper, form)]
    assert [row[:3] for row in rows] == [
        *(["Phần 1: nhiều phương án lựa chọn", n, 0.5] for n in range(1, 5)),
        *(["Phần 2: nhiều phương án đúng", n, 0.5] for n in range(1, 3)),
        *(["Phần 3: đúng – sai", n, 1] for n in range(1, 3)),
        *(["Phần 4: trả lời ngắn", n, 0.25] for n in range(1, 3)),
        ["Phần 5: điền từ", 1, 0.25],
        ["Phần 6: ghép đôi", 1, 1],
        ["Phần 7: sắp xếp thứ tự", 1, 0.5],
        ["Phần 8: tình huống rẽ nhánh", 1, 1],
        ["Phần 9: tự luận", 1, 2],
    ]
    first = workbook["Đáp án"][4]
    assert [cell.data_type for cell in first] == ["s", "n", "n", "s", "s", "s"]
    assert [cell.number_format for cell in first[1:3]] == ['"Câu "0', "0.##"]


def test_the_map_says_where_each_item_stands(workbook: Workbook) -> None:
    paper = make_paper()
    head, *rows = table(workbook["Bản đồ câu"])
    assert head == ["Phần", "Mã câu", "Mã đề 101", "Mã đề 102", "Mã đề 103"]
    assert sorted(row[1] for row in rows) == sorted(paper.items)
    for row in rows:
        for cell, form in zip(row[2:], paper.forms, strict=True):
            part = form.parts[row[0] - 1]
            number, _, order = cell.removeprefix("Câu ").partition(" ")
            printed = part[int(number) - 1]
            assert printed.item_id == row[1]
            mixed = [*printed.options, *printed.targets]
            assert order == (f"({'-'.join(mixed)})" if mixed else "")


def test_forms_of_different_items_show_where_an_item_is_missing() -> None:
    first = make_paper()
    bank = [replace(item, id=f"khac-{item.id}") for item in make_bank()]
    other = assemble(full_blueprint(), bank, law_date=LAW_DATE, seed="s", codes=("104",))
    paper = replace(
        first, items={**first.items, **other.items}, forms=(first.forms[0], *other.forms)
    )

    book = open_workbook(paper)

    rows = {row[1]: row[2:] for row in table(book["Bản đồ câu"])[1:]}
    assert sorted(rows) == sorted(paper.items)
    for item_id, cells in rows.items():
        own = item_id in first.items
        assert [cell == "–" for cell in cells] == [not own, own]
    assert sorted(row[0] for row in table(book["Giải thích"])[1:]) == sorted(paper.items)
    book.close()


def test_reasons_come_with_stem_key_and_law(workbook: Workbook) -> None:
    paper = make_paper()
    head, *rows = table(workbook["Giải thích"])
    assert head == ["Mã câu", "Câu hỏi", "Đáp án", "Giải thích", "Căn cứ"]
    by_type = {paper.items[row[0]].type: row for row in rows}
    item_id, question, key, reasons, law = by_type[ItemType.SINGLE_CHOICE]
    assert question == f"Câu dẫn {item_id}?\n" + "\n".join(
        f"{c}) phương án {item_id}-{c}" for c in "abcd"
    )
    assert (key, law) == ("b", "khoản 1 Điều 2 Luật Mẫu")
    assert reasons == "\n".join(f"{c}) lí do {item_id}-{c}" for c in "abcd")
    assert by_type[ItemType.MULTIPLE_CHOICE][2] == "a, d"
    assert by_type[ItemType.TRUE_FALSE_GROUP][2] == "a) Đúng\nb) Sai\nc) Đúng\nd) Sai"
    assert by_type[ItemType.TRUE_FALSE_GROUP][4].split("\n")[1:] == [f"luat/{c}" for c in "abcd"]
    assert by_type[ItemType.SHORT_ANSWER][2] == "111 số\n(cũng nhận: 1 1 1)"


def test_titles_stay_in_sight_and_pages_are_a4(workbook: Workbook) -> None:
    frozen = {sheet.title: sheet.freeze_panes for sheet in workbook}
    assert frozen == {"Đáp án": "D4", "Bản đồ câu": "C4", "Giải thích": "B4"}
    for sheet in workbook:
        assert sheet.page_setup.paperSize == 9
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.print_title_rows == "$3:$3"
        assert all(cell.font.bold for cell in sheet[3])
        assert sheet.column_dimensions["A"].width > 8


def test_a_table_of_many_forms_runs_on_over_pages_instead_of_shrinking() -> None:
    codes = tuple(str(code) for code in range(101, 125))
    paper = assemble(full_blueprint(), make_bank(), law_date=LAW_DATE, seed="s", codes=codes)
    book = open_workbook(paper)
    wide = {sheet.title: sheet.page_setup.fitToWidth or 1 for sheet in book}
    assert wide == {"Đáp án": 3, "Bản đồ câu": 3, "Giải thích": 1}
    assert book["Đáp án"].print_title_cols == "$A:$C"
    book.close()


def test_content_never_becomes_a_formula_or_a_link() -> None:
    bank = [replace(item, stem=rich("=HYPERLINK(1) http://x.test")) for item in make_bank()]
    book = open_workbook(make_paper(bank))
    cells = [row[1] for row in book["Giải thích"].iter_rows(min_row=4)]
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell.hyperlink for cell in cells if cell.hyperlink] == []
    book.close()


def test_the_same_paper_gives_the_same_bytes() -> None:
    assert render_key_workbook(make_paper(), {}) == render_key_workbook(make_paper(), {})


def test_the_date_in_the_file_is_the_law_date() -> None:
    book = open_workbook(make_paper())
    assert book.properties.created.date() == date(2026, 12, 5)
    book.close()
