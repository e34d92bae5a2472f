"""Adults' lessons lie outside the programme; what a school lesson claims is its subjects'."""

from __future__ import annotations

from dataclasses import replace

from lachan.checks import lesson_programme
from lachan.domain.curriculum import Anchor
from lachan.domain.kinds import Band
from support.content import lesson, subject


def test_adults_have_no_place_in_the_programme_and_claim_what_they_like() -> None:
    made = replace(lesson(band=Band.COMMUNITY), competences=("Năng lực tìm hiểu pháp luật",))

    assert [] == list(lesson_programme.check_programme(subject((made,))))
    assert [] == list(lesson_programme.check_claimed_competences(subject((made,))))
    placed = replace(made, programme=(Anchor(9, "Tin học", topic="Chủ đề"),))
    assert ["LS031"] == [each.code for each in lesson_programme.check_programme(subject((placed,)))]


def test_each_subject_brings_its_own_competences() -> None:
    made = replace(
        lesson(),
        subject="Tin học; Giáo dục công dân",
        competences=("Năng lực tin học", "Năng lực phát triển bản thân"),
        qualities=("Nhân ái",),
    )

    assert [] == list(lesson_programme.check_claimed_competences(subject((made,))))
    one = replace(made, subject="Tin học")
    [found] = lesson_programme.check_claimed_competences(subject((one,)))
    assert ("LS032", 'môn "Tin học"') == (found.code, found.message[-13:])
