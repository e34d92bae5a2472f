"""What a second edition holds, and what the first is told that it lacks."""

from __future__ import annotations

from dataclasses import replace

from lachan.checks import lesson_parts
from lachan.domain.kinds import Band, BlockKind, Use
from lachan.domain.lessons import Lesson, Observation
from lachan.errors import Severity
from support.content import block, item, lesson, subject


def whole(edition: int = 2) -> Lesson:
    """Return a lesson that lacks nothing."""
    made = lesson()
    step = replace(
        made.steps[0], form="xep-the", task="Xếp.", everyone="Xếp.", report="Nói.", conclude="Chốt."
    )
    return replace(
        made,
        edition=edition,
        steps=(step,),
        opening=(block("Kính gửi.", BlockKind.LETTER),),
        before_after=("mau-001",),
        exit_ticket=("Em hỏi ai?",),
        observe=(Observation("a", ("Chưa.", "Đạt.", "Tốt.")),),
        extension="Hỏi thêm.",
    )


def test_a_whole_second_edition_is_told_nothing() -> None:
    assert [] == list(lesson_parts.check_parts(subject((whole(),))))


def test_a_whole_first_edition_is_asked_to_say_so() -> None:
    [found] = lesson_parts.check_parts(subject((whole(edition=1),)))

    assert ("LS023", Severity.WARNING) == (found.code, found.severity)
    assert found.message.endswith("bài còn ở bản thứ nhất")


def test_adults_get_no_letter_home() -> None:
    made = replace(whole(), opening=(), band=Band.COMMUNITY)

    assert [] == list(lesson_parts.check_parts(subject((made,))))
    made = replace(made, band=Band.PRIMARY)
    assert ["LS030"] == [each.code for each in lesson_parts.check_parts(subject((made,)))]


def test_an_item_of_another_band_or_of_a_contest_measures_no_gain() -> None:
    made = replace(lesson(), before_after=("mau-001",) * 5)
    others = item(band=Band.PRIMARY), replace(item(), use=Use.CONTEST)

    for other in others:
        found = list(lesson_parts.check_before_after(subject((made,), (other,))))
        # The five are one and the same, which is told once.
        assert 6 == len([each for each in found if each.code == "LS026"])


def test_five_items_of_the_band_are_right() -> None:
    items = tuple(replace(item(), id=f"mau-{n}") for n in range(5))
    made = replace(lesson(), before_after=tuple(each.id for each in items))

    assert [] == list(lesson_parts.check_before_after(subject((made,), items)))


def test_a_second_letter_is_one_too_many() -> None:
    letter = block("Kính gửi.", BlockKind.LETTER)
    made = replace(lesson(), opening=(letter, letter))

    assert ["LS030"] == [each.code for each in lesson_parts.check_letter(subject((made,)))]
