"""A plan says what the lesson says, in the layout of its band."""

from __future__ import annotations

from dataclasses import replace

from lachan.domain.curriculum import Anchor, Outcome, ReadIn
from lachan.domain.kinds import Band
from lachan.domain.lesson_plans import make_lesson_plan
from support.content import lesson


def test_the_four_moves_are_what_the_step_says() -> None:
    made = lesson()
    step = replace(
        made.steps[0], task="Xếp thẻ.", everyone="Mỗi em xếp.", report="Hai nhóm.", conclude="Dừng."
    )

    [activity] = make_lesson_plan(
        replace(made, steps=(replace(step, show="Bảng."),)), {}
    ).activities

    assert [
        "Xếp thẻ. Cho xem: Bảng.",
        "Mỗi em xếp.",
        "Hai nhóm.",
        "Dừng.",
    ] == [move.told for move in activity.moves]


def test_a_unit_names_its_periods() -> None:
    made = lesson()
    two = replace(made, periods=2, steps=(made.steps[0], replace(made.steps[0], period=2)))

    plan = make_lesson_plan(two, {})

    assert "2 tiết (10 phút)" in plan.about
    assert ["Tiết 1.", "Tiết 2."] == [each.heading[:7] for each in plan.activities]


def test_only_what_was_read_is_quoted_of_the_programme() -> None:
    anchors = (
        Anchor(6, "Tin học", topic="Chủ đề", outcomes=(Outcome("Nêu được.", ReadIn.TEXTBOOK),)),
        Anchor(8, "Tin học", topic="Chủ đề", outcomes=(Outcome("Biết.", ReadIn.DATA),)),
    )

    quoted, unread = make_lesson_plan(replace(lesson(), programme=anchors), {}).programme

    assert "Lớp 6. Tin học – Chủ đề: “Nêu được.”" == quoted
    assert "Biết." not in unread
    assert "chưa đọc được" in unread


def test_primary_aims_part_own_and_general_competences() -> None:
    made = replace(
        lesson(band=Band.PRIMARY),
        competences=("Năng lực giao tiếp và hợp tác", "Năng lực phát triển bản thân"),
    )

    own, general, _ = make_lesson_plan(made, {}).aims

    assert ("Năng lực phát triển bản thân",) == own[1]
    assert ("Năng lực giao tiếp và hợp tác",) == general[1]


def test_law_that_is_not_known_is_left_out() -> None:
    made = replace(lesson(), citations=("a", "b"))

    assert ("Điều 1",) == make_lesson_plan(made, {"a": "Điều 1"}).law
