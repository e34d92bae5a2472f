"""Lessons against each other and against the bank."""

from __future__ import annotations

from dataclasses import replace

from lachan.checks.lessons import check_lesson_ids, check_quick_checks
from lachan.domain.kinds import Band, BlockKind
from support.content import block, item, lesson, subject


def test_a_file_name_stands_once_over_all_bands() -> None:
    second = replace(lesson(lesson_id="bai-hai", band=Band.PRIMARY), slug="bai-mau")

    [found] = check_lesson_ids(subject((lesson(), second)))

    assert ("LS009", 'tên tệp "bai-mau" đã dùng cho bài khác') == (found.code, found.message)


def test_a_lesson_may_ask_for_one_that_is_there() -> None:
    lessons = lesson(), lesson(lesson_id="bai-hai", prerequisites=("bai-mau",))

    assert [] == list(check_lesson_ids(subject(lessons)))


def test_a_quick_check_asks_something() -> None:
    empty = replace(block("", BlockKind.QUICK_CHECK), item_ids=())
    asked = replace(empty, item_ids=("mau-001",))

    [found] = check_quick_checks(subject((lesson(empty, asked),), (item(),)))

    assert ("LS015", "khối kiểm tra nhanh chưa có câu nào") == (found.code, found.message)


def test_a_quick_check_asks_pupils_of_its_own_band() -> None:
    asked = replace(block("", BlockKind.QUICK_CHECK), item_ids=("mau-001",))

    [found] = check_quick_checks(subject((lesson(asked),), (item(band=Band.PRIMARY),)))

    assert "LS015" == found.code
    assert "thuộc cấp tieu-hoc, bài này là thcs" in found.message
