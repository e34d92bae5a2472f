"""The time a step takes is reading, items, turns and work, for the grade that reads most."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lachan.checks import lesson_time
from lachan.domain.comic_words import PersonId
from lachan.domain.comics import StepPicture
from lachan.domain.kinds import Band, BlockKind
from lachan.domain.lessons import Lesson, LessonBlock, Turns
from lachan.errors import Severity
from support.comics import comic, panel, say
from support.content import block, lesson, subject


def words(count: int, kind: BlockKind = BlockKind.SCENARIO, title: str = "") -> LessonBlock:
    """Return a block of so many words, without those of its title."""
    return block(" ".join(["chữ"] * count), kind, title)


def test_a_minute_holds_130_words() -> None:
    made = lesson(words(65))

    assert 30 == lesson_time.measure_step(made, made.steps[0], {}).reading


def test_the_opening_is_read_at_the_start_of_the_first_step() -> None:
    made = lesson(words(65))
    second = replace(made.steps[0], id="hai")
    opening = (words(65, BlockKind.NOTICE), words(200, BlockKind.OBJECTIVES))
    made = replace(made, opening=opening, steps=(made.steps[0], second))

    takes = [lesson_time.measure_step(made, step, {}).reading for step in made.steps]

    assert [60, 30] == takes


@pytest.mark.parametrize(
    "kind", [BlockKind.TEACHER_NOTE, BlockKind.LEAFLET, BlockKind.LETTER, BlockKind.BOARDS]
)
def test_what_no_pupil_reads_in_class_takes_no_time(kind: BlockKind) -> None:
    made = lesson(words(500, kind))

    assert 0 == lesson_time.measure_step(made, made.steps[0], {}).reading


def test_a_block_for_some_grades_counts_for_them_alone() -> None:
    made = lesson(
        words(97, title="Chuyện (lớp 6)"),
        words(47, title="Chuyện (lớp 7–9)"),
        words(30),
    )
    made = replace(made, grades=(6, 7, 8, 9))

    assert 60 == lesson_time.measure_step(made, made.steps[0], {}).reading


def test_items_take_their_own_seconds_and_groups_speak_in_turn() -> None:
    asked = replace(words(0, BlockKind.QUICK_CHECK), item_ids=("mau-001", "mau-003", "khong-co"))
    made = lesson(asked)
    step = replace(made.steps[0], turns=Turns(4, 30), work=100)

    takes = lesson_time.measure_step(made, step, {"mau-001": 40, "mau-003": 80})

    assert (0, 120, 120, 100) == (takes.reading, takes.items, takes.turns, takes.work)
    assert 340 == takes.total


def test_places_of_a_worksheet_count_as_what_a_screen_says() -> None:
    made = lesson(block("Viết vào.\n\n@ dong 3", BlockKind.PRIVATE_SHEET))

    # Counted are "Viết vào." and "Trên giấy: 3 dòng để viết."
    assert 8 == lesson_time.count_words(made, 1)


@pytest.mark.parametrize(("count", "fits"), [(650, True), (651, False)])
def test_five_minutes_hold_so_many_words(count: int, fits: bool) -> None:
    found = list(lesson_time.check_step_time(subject((lesson(words(count)),))))

    assert fits == (not found)


@pytest.mark.parametrize(("edition", "severity"), [(1, Severity.WARNING), (2, Severity.ERROR)])
def test_too_many_words_are_an_error_in_a_second_edition(edition: int, severity: Severity) -> None:
    made = replace(lesson(words(1301)), edition=edition)

    found = list(lesson_time.check_period_words(subject((made,))))

    assert [severity] == [each.severity for each in found]


def test_1300_words_are_not_too_many() -> None:
    assert [] == list(lesson_time.check_period_words(subject((lesson(words(1300)),))))


@pytest.mark.parametrize(
    ("grades", "band", "wanted"),
    [
        ((1, 2), Band.PRIMARY, "20 phút"),
        ((2, 3), Band.PRIMARY, "35 phút"),
        ((6,), Band.LOWER_SECONDARY, "45 phút"),
    ],
)
def test_a_period_has_its_length(grades: tuple[int, ...], band: Band, wanted: str) -> None:
    made = replace(lesson(band=band), grades=grades)

    [found] = lesson_time.check_periods(subject((made,)))

    assert ("LS020", True) == (found.code, found.message.endswith(wanted))


@pytest.mark.parametrize(("minutes", "count"), [(45, 0), (46, 1)])
def test_adults_sit_for_three_quarters_of_an_hour_at_most(minutes: int, count: int) -> None:
    made = lesson(band=Band.COMMUNITY)
    made = replace(made, steps=(replace(made.steps[0], minutes=minutes),))

    assert count == len(list(lesson_time.check_periods(subject((made,)))))


def _periods(*of_steps: int) -> Lesson:
    made = lesson()
    step = replace(made.steps[0], minutes=45)
    return replace(made, periods=2, steps=tuple(replace(step, period=n) for n in of_steps))


def test_each_period_is_whole_and_in_order() -> None:
    assert [] == list(lesson_time.check_periods(subject((_periods(1, 2),))))
    for wrong in ((2, 1), (1,), (1, 3)):
        assert ["LS020"] == [
            each.code for each in lesson_time.check_periods(subject((_periods(*wrong),)))
        ]


def test_a_strip_counts_as_what_is_said_in_it() -> None:
    strip = comic(panel(says=(say(PersonId.THU, "Em hỏi mẹ đã."),), caption="Chiều thứ Sáu."))
    made = lesson(words(0, BlockKind.COMIC))

    assert 0 == lesson_time.count_words(made, 1)
    assert 7 == lesson_time.count_words(made, 1, strip)
    seen = replace(strip, pictures=(StepPicture(made.steps[0].id, strip.panels[0]),))
    assert 14 == lesson_time.count_words(made, 1, seen)
    assert 14 / 130 * 60 == lesson_time.measure_step(made, made.steps[0], {}, seen).reading
