from __future__ import annotations

from dataclasses import replace

from lachan.analysis import items_table, lessons_table
from lachan.analysis.tables import ITEM_COLUMNS, LESSON_COLUMNS
from lachan.content import Content
from lachan.markup import parse_rich_text


def test_a_lesson_is_a_row(real_content: Content) -> None:
    lesson = real_content.get_lesson("viec-nhe-luong-cao")
    table = lessons_table([lesson])
    expected = ["viec-nhe-luong-cao", "Việc nhẹ, lương cao", "Trung học cơ sở", "6–9", 90]
    assert [expected] == table.values.tolist()


def test_an_items_stem_stands_on_one_line(real_content: Content) -> None:
    item = real_content.get_item("thcs-vnlc-012")
    stem, _ = parse_rich_text("Câu **một**.\n\nCâu hai.")
    row = items_table([replace(item, stem=stem)]).values.tolist()[0]
    assert row[0] == item.id
    assert row[-1] == "Câu một. Câu hai."


def test_no_rows_still_have_columns() -> None:
    assert list(LESSON_COLUMNS) == list(lessons_table([]).columns)
    assert list(ITEM_COLUMNS) == list(items_table([]).columns)
