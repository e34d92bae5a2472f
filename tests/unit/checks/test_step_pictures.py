"""Each step of a primary lesson is seen: in a picture of its own, the strip or one of the text."""

from __future__ import annotations

from dataclasses import replace

from lachan.checks import step_pictures
from lachan.checks.finding import Finding
from lachan.domain.comic_words import PersonId
from lachan.domain.comics import Comic, StepPicture
from lachan.domain.kinds import Band, BlockKind
from lachan.domain.lessons import Lesson, LessonBlock
from lachan.errors import Severity
from support.comics import comic, figure, panel
from support.content import block, lesson, subject

PANEL = panel(figure(PersonId.BONG))


def found(made: Lesson, *pictures: StepPicture) -> list[Finding]:
    strip: Comic = replace(comic(PANEL), pictures=pictures)
    given = replace(subject((made,)), comics=(strip,))
    return [*step_pictures.check_steps(given), *step_pictures.check_primary(given)]


def primary(*blocks: LessonBlock, edition: int = 2) -> Lesson:
    return replace(lesson(*blocks, band=Band.PRIMARY), edition=edition)


def test_a_step_of_small_children_without_a_picture_is_told() -> None:
    made = primary(block("Cùng hát."))

    [fault] = found(made)

    assert ("CM011", Severity.ERROR) == (fault.code, fault.severity)
    assert f'bước "{made.steps[0].id}"' in fault.message
    [old] = found(replace(made, edition=1))
    assert Severity.WARNING is old.severity


def test_its_own_picture_the_strip_or_one_of_the_text_is_enough() -> None:
    made = primary(block("Cùng hát."))

    assert [] == found(made, StepPicture(made.steps[0].id, PANEL))
    assert [] == found(primary(block("Cùng xem.", BlockKind.COMIC)))
    assert [] == found(primary(block("![Tấm khiên](media/khien.svg)")))
    hidden = primary(block("![Tấm khiên](media/khien.svg)", BlockKind.TEACHER_NOTE))
    assert ["CM011"] == [fault.code for fault in found(hidden)]


def test_older_pupils_need_none() -> None:
    assert [] == found(lesson(block("Cùng đọc.")))


def test_a_picture_of_no_step_is_told_with_the_nearest_name() -> None:
    made = lesson(block("Cùng đọc."))

    [fault] = found(made, StepPicture(f"{made.steps[0].id}x", PANEL))

    assert "CM010" == fault.code
    assert made.steps[0].id in fault.hint
