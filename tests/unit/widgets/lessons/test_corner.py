"""What the teachers' corner is told."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

from lachan.content import Content, load_content
from lachan.domain.kinds import Use
from lachan.widgets import LessonPlayer
from lachan.widgets.lessons.corner import LessonCorner
from support.school_folder import make_school, take_over

LINKS = (("Mở bài", "bai?{slug}"), ("Phiếu", "tai/{slug}.pdf"))


def test_lessons_are_told_with_what_they_are_searched_by(real_content: Content) -> None:
    corner = LessonCorner(real_content, LINKS, ask="hoi?{band}/{slug}", lookup="/tra-cuu")
    assert len(corner.index) == len(real_content.lessons)
    told, lesson = corner.index[0], real_content.lessons[0]
    assert (list(lesson.grades), list(lesson.subjects)) == (told["years"], told["subjects"])
    assert all(question in told["words"] for question in lesson.questions)
    assert [each["label"] for each in corner.links] == ["Mở bài", "Phiếu"]


def test_a_card_says_whose_its_lesson_is(sample: Path, tmp_path: Path) -> None:
    school = make_school(tmp_path / "kho")
    own = take_over(sample, school, "lessons/thcs/mau.md", "id: thcs-mau", "id: thcs-rieng")
    own = own.rename(own.with_name("rieng.md"))
    alone = LessonCorner(load_content(sample, school=school), LINKS, ask="")
    take_over(sample, school, "lessons/thcs/mau.md", "title: ", "title: Bản sửa ")
    both = LessonPlayer(load_content(sample, school=school))

    assert {each["slug"]: each["origin"] for each in alone.index} == {
        "mau": "kit",
        "rieng": "school",
    }
    assert {each["slug"]: each["origin"] for each in both.index} == {
        "mau": "edited",
        "rieng": "school",
    }


def test_only_questions_for_practice_are_found(content: Content) -> None:
    items = tuple(dataclasses.replace(item, use=Use.CONTEST) for item in content.items)
    kept = LessonCorner(content, LINKS, ask="")
    assert len(kept.questions) == sum(item.may_be_practised for item in content.items) > 0
    assert LessonCorner(dataclasses.replace(content, items=items), LINKS, ask="").questions == []


def test_a_browser_writes_nothing_into_it(content: Content) -> None:
    corner = LessonCorner(content, LINKS, ask="hoi")
    before = json.dumps(corner.get_state(["index", "ask", "links"]))
    corner.set_state({"ask": "https://x", "index": []})
    assert before == json.dumps(corner.get_state(["index", "ask", "links"]))
