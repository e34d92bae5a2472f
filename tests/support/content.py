"""Lessons and items made from words, for the rules to judge."""

from __future__ import annotations

import datetime as dt

from lachan.checks import Subject
from lachan.domain.bodies import Body, Choice, SingleChoice
from lachan.domain.items import Item, Override
from lachan.domain.kinds import Band, BlockKind, Level, Phase, Sensitivity
from lachan.domain.lessons import Lesson, LessonBlock, Step
from lachan.domain.rich.text import RichText
from lachan.domain.source import Source
from lachan.markup import parse_rich_text


def rich(text: str) -> RichText:
    content, faults = parse_rich_text(text, in_lesson=True)
    assert not faults
    return content


def choices(right: str, wrong: str, reason: str = "Vì vậy.") -> SingleChoice:
    return SingleChoice(
        (Choice("a", rich(right), rich(reason)), Choice("b", rich(wrong), rich(reason))), "a"
    )


def item(
    stem: str = "Em làm gì?",
    body: Body | None = None,
    band: Band = Band.LOWER_SECONDARY,
    overrides: tuple[Override, ...] = (),
) -> Item:
    return Item(
        id="mau-001",
        band=band,
        topic="mau",
        level=Level.KNOW,
        stem=rich(stem),
        body=body or choices("Hỏi mẹ", "Im lặng"),
        citations=(),
        overrides=overrides,
        source=Source("quiz_bank/mau.yaml", ("items", 0)),
    )


def block(text: str, kind: BlockKind = BlockKind.ACTIVITY, title: str = "") -> LessonBlock:
    return LessonBlock(kind, title, text, rich(text), source=Source("lessons/mau.md", ("body", 10)))


def lesson(
    *blocks: LessonBlock,
    band: Band = Band.LOWER_SECONDARY,
    overrides: tuple[Override, ...] = (),
    lesson_id: str = "bai-mau",
    prerequisites: tuple[str, ...] = (),
) -> Lesson:
    step = Step("mo", "Mở", 5, Phase.OPENING, "Vào bài.", "Đọc.", "Vở.", "Cả lớp.", blocks)
    return Lesson(
        id=lesson_id,
        slug=lesson_id,
        title="Bài mẫu",
        band=band,
        grades=(),
        subject="Thử",
        summary="Bài để thử.",
        sensitivity=Sensitivity.LOW,
        objectives=(),
        questions=(),
        key_points=(),
        prerequisites=prerequisites,
        competences=(),
        qualities=(),
        equipment=(),
        citations=(),
        opening=(),
        steps=(step,),
        overrides=overrides,
        source=Source("lessons/mau.md"),
    )


def subject(lessons: tuple[Lesson, ...] = (), items: tuple[Item, ...] = ()) -> Subject:
    return Subject(
        lessons=lessons,
        items=items,
        provisions={},
        law_source_ids=frozenset(),
        hotlines=(),
        blueprints=(),
        retired_ids=frozenset(),
        on=dt.date(2026, 11, 24),
    )
