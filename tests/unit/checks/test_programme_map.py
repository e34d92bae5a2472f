"""The map of the programme says what is known of each place, and which grade has nothing."""

from __future__ import annotations

from dataclasses import replace

from lachan.checks.programme_map import map_programme
from lachan.domain.curriculum import Anchor, Hour, Outcome, ReadIn
from support.content import lesson

READ = Anchor(6, "Tin học", topic="A", outcomes=(Outcome("Nêu.", ReadIn.PLAN),))
NAMED = Anchor(6, "Giáo dục công dân", topic="B")
TOUCHED = Anchor(5, "Đạo đức", topic="C", link=True)
HOUR = Anchor(7, "Hoạt động trải nghiệm, hướng nghiệp", hour=Hour.CLASS)
ODD = Anchor(6, "Môn lạ", topic="D")


def test_places_stand_by_grade_and_subject_with_what_is_known() -> None:
    found = map_programme([replace(lesson(), programme=(HOUR, ODD, READ, NAMED, TOUCHED))])

    assert [TOUCHED, NAMED, READ, ODD, HOUR] == [row.anchor for row in found.rows]
    assert [
        "liên hệ",
        "chỉ có tên chủ đề",
        "đã đọc câu chữ",
        "chỉ có tên chủ đề",
        "tiết riêng, không có chủ đề",
    ] == [row.state for row in found.rows]


def test_a_lesson_counts_once_for_a_subject_of_a_grade() -> None:
    twice = replace(lesson(), programme=(NAMED, replace(NAMED, topic="E"), READ))

    found = map_programme([twice, lesson(lesson_id="hai")])

    assert (("Giáo dục công dân", 1), ("Tin học", 1)) == found.count(6)
    assert () == found.count(1)
    assert 6 not in found.empty_grades
    assert 11 == len(found.empty_grades)
