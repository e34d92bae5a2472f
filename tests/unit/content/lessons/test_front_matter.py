"""Front matter is changed in place: only what was asked for."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from lachan.content import Content
from lachan.content.lessons.front_matter import FrontMatterError, rewrite_lesson

DAY = dt.date(2026, 12, 1)

LESSON = """\
---
id: mau
# Tên do tổ đặt.
title: Bài mẫu
summary: >-
  Một câu
  dài.
steps:
  - {id: mo, minutes: 5}
  # Bước chính.
  - id: hoc
    minutes: 20
  - id: tap
    minutes: 10
reviews:
  - {role: author, date: 2026-11-24}
  - {role: law, date: 2026-11-25}
citations: [a/b]
---

## Cũ {#mo}
"""


def rewrite(text: str = LESSON, **changes: object) -> str:
    asked = {
        "title": "",
        "summary": "",
        "steps": ["mo", "hoc", "tap"],
        "body": "Thân.\n",
        "read": DAY,
    }
    return rewrite_lesson(text, **{**asked, **changes})  # type: ignore[arg-type]


def test_another_body_changes_that_and_who_has_read_it() -> None:
    read = "  - {role: author, date: 2026-11-24}\n  - {role: law, date: 2026-11-25}\n"
    expected = LESSON.replace("## Cũ {#mo}", "Thân.")

    assert rewrite() == expected.replace(read, "  - {role: author, date: 2026-12-01}\n")


@pytest.mark.parametrize(
    "reviews", ["reviews: []\n", "reviews: [{role: author, date: 2026-11-24}]\n", "reviews:\n", ""]
)
@pytest.mark.parametrize("last", ["", "citations: [a/b]\n"])
def test_readings_are_written_in_whatever_way_they_stood(reviews: str, last: str) -> None:
    text = f"---\nid: x\nsteps:\n  - {{id: mo}}\n{reviews}{last}---\n\nCũ.\n"

    front = rewrite(text, steps=["mo"]).split("---\n")[1]

    read = "  - {role: author, date: 2026-12-01}"
    expected = ["id: x", "steps:", "  - {id: mo}", "reviews:", read, *last.splitlines()]
    assert sorted(front.splitlines()) == sorted(expected)
    assert front.index("reviews:\n") < front.index("  - {role")


def test_a_text_that_says_the_same_stays_byte_for_byte() -> None:
    assert rewrite(body="\n## Cũ {#mo}\n\n\n", title="Bài mẫu") == LESSON


def test_the_same_words_leave_the_layout() -> None:
    assert rewrite(title="Bài mẫu", summary="Một câu dài.") == rewrite()


def test_words_are_quoted_whatever_stands_in_them() -> None:
    made = rewrite(title='Bài: "một" #1', summary="Ngắn.")

    assert 'title: "Bài: \\"một\\" #1"\nsummary: "Ngắn."\nsteps:\n' in made


def test_steps_are_dropped_and_put_in_order() -> None:
    made = rewrite(steps=["tap", "mo"])

    assert "steps:\n  - id: tap\n    minutes: 10\n  - {id: mo, minutes: 5}\n" in made
    assert "hoc" not in made
    assert made.count("minutes: 20") == 0
    assert "citations: [a/b]\n---\n" in made


@pytest.mark.parametrize(
    ("text", "steps", "words"),
    [
        ("# Không có phần đầu\n", ["mo"], "không có phần đầu"),
        (LESSON.replace("steps:", "buoc:"), ["mo"], "steps"),
        (LESSON, ["mo", "la"], "không có bước la"),
    ],
)
def test_what_cannot_be_changed_is_told(text: str, steps: list[str], words: str) -> None:
    with pytest.raises(FrontMatterError, match=words):
        rewrite(text, steps=steps)


def test_every_lesson_keeps_its_front_matter(real_content: Content, repository: Path) -> None:
    for lesson in real_content.lessons:
        text = (repository / lesson.source.file).read_text("utf-8")
        steps = [step.id for step in lesson.steps]
        body = text.split("\n---\n", 1)[1].removeprefix("\n")

        made = rewrite_lesson(
            text, title=lesson.title, summary=lesson.summary, steps=steps, body=body, read=DAY
        )

        assert made == text, lesson.slug
