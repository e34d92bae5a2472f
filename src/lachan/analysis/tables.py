"""Lessons and items as tables to look through in a notebook."""

from __future__ import annotations

from collections.abc import Iterable

from lachan.analysis.table import Table
from lachan.domain.items import Item
from lachan.domain.lessons import Lesson
from lachan.domain.names import BAND_NAMES, ITEM_TYPE_NAMES, LEVEL_NAMES, format_grades
from lachan.markup import render_plain

LESSON_COLUMNS = ("bài", "tên bài", "cấp", "lớp", "phút")
ITEM_COLUMNS = ("câu", "cấp", "bài", "mức", "dạng", "câu hỏi")

NO_LESSON = "Không có bài học nào hợp các điều kiện này; hãy bớt điều kiện."
NO_ITEM = "Không có câu hỏi nào hợp các điều kiện này; hãy bớt điều kiện, hoặc tìm chữ khác."


def lessons_table(lessons: Iterable[Lesson]) -> Table:
    """Return one row a lesson, in the order given (`LESSON_COLUMNS`)."""
    rows = (
        (each.slug, each.title, BAND_NAMES[each.band], format_grades(each.grades), each.minutes)
        for each in lessons
    )
    return Table(rows, columns=list(LESSON_COLUMNS), when_empty=NO_LESSON)


def items_table(items: Iterable[Item]) -> Table:
    """Return one row an item, in the order given, its stem on one line (`ITEM_COLUMNS`)."""
    rows = (
        (
            each.id,
            BAND_NAMES[each.band],
            each.topic,
            LEVEL_NAMES[each.level],
            ITEM_TYPE_NAMES[each.type],
            " ".join(render_plain(each.stem).split()),
        )
        for each in items
    )
    return Table(rows, columns=list(ITEM_COLUMNS), when_empty=NO_ITEM)
