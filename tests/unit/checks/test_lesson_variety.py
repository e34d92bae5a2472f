"""Forms of work do not wear out."""

from __future__ import annotations

from dataclasses import replace

from lachan.checks import lesson_variety
from lachan.domain.forms import Form
from lachan.domain.kinds import BlockKind
from lachan.domain.lessons import Lesson
from lachan.errors import Severity
from support.content import block, lesson, subject

FORMS = (
    Form("xep-the", "Xếp thẻ", "Xếp.", "Xếp."),
    Form("hoi-dap", "Hỏi đáp", "Hỏi.", "Đáp.", is_everyday=True),
)


def using(form: str, name: str, edition: int = 1) -> Lesson:
    made = lesson(lesson_id=name)
    # A form used twice in a lesson is one use.
    steps = (replace(made.steps[0], form=form), replace(made.steps[0], id="hai", form=form))
    return replace(made, edition=edition, steps=steps)


def test_the_fifth_lesson_with_a_form_is_told() -> None:
    five = tuple(using("xep-the", f"bai-{n}") for n in range(5))

    [found] = lesson_variety.check_form_variety(replace(subject(five), forms=FORMS))

    assert ("LS033", Severity.WARNING) == (found.code, found.severity)
    assert "bai-0, bai-1, bai-2, bai-3" in found.message


def test_everyday_forms_and_plays_are_not_counted() -> None:
    for form in ("hoi-dap", "sam-vai", ""):
        five = tuple(using(form, f"bai-{n}") for n in range(5))
        assert [] == list(lesson_variety.check_form_variety(replace(subject(five), forms=FORMS)))


def test_once_all_are_of_the_second_edition_it_is_an_error() -> None:
    five = tuple(using("xep-the", f"bai-{n}", edition=2) for n in range(5))

    [found] = lesson_variety.check_form_variety(replace(subject(five), forms=FORMS))

    assert Severity.ERROR is found.severity


def test_half_of_the_lessons_may_have_a_play() -> None:
    play, other = lesson(block("**AN:** Chào.", BlockKind.ROLE_PLAY)), lesson(lesson_id="bai-hai")

    assert [] == list(lesson_variety.check_play_share(subject((play, other))))
    assert ["LS034"] == [each.code for each in lesson_variety.check_play_share(subject((play,)))]


def test_a_board_game_has_room_for_ten_to_forty_squares() -> None:
    for count, faults in ((9, 1), (10, 0), (40, 0), (41, 1)):
        squares = block("\n".join(["- Đi tiếp"] * count), BlockKind.BOARD_GAME)
        found = list(lesson_variety.check_printed_lists(subject((lesson(squares),))))
        assert faults == len(found)


def test_a_private_sheet_without_a_name_is_right() -> None:
    sheet = block("Em kể với ai?\n\n@ dong 2", BlockKind.PRIVATE_SHEET, "Ba người")

    assert [] == list(lesson_variety.check_private_sheets(subject((lesson(sheet),))))
