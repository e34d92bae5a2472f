"""Lengths in syllables against what a band can be asked to read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lachan.checks.reading import (
    LEVELS,
    check_item_reading,
    check_legal_terms,
    check_lesson_reading,
    count_syllables,
    split_reading,
)
from lachan.domain.kinds import Band, BlockKind
from lachan.errors import Severity
from support.content import block, item, lesson, subject


@pytest.mark.parametrize(
    ("text", "count"), [("Em gọi 111.", 3), ("Việc nhẹ – lương cao", 4), ("", 0), ("– …", 0)]
)
def test_a_syllable_stands_between_spaces(text: str, count: int) -> None:
    assert count == count_syllables(text)


def test_colons_and_semicolons_give_breath_and_citations_do_not_count() -> None:
    text = "Báo cho: cô giáo; mẹ (Điều 22 khoản 1 Luật 2024). Hết"

    assert ["Báo cho:", "cô giáo;", "mẹ.", "Hết"] == split_reading(text)


def test_the_older_the_reader_the_longer_the_sentence_may_be() -> None:
    limits = [LEVELS[band].sentence for band in Band]

    assert sorted(limits) == limits


def test_a_sentence_too_long_is_a_warning() -> None:
    long = "em " * (LEVELS[Band.PRIMARY].sentence + 1)

    found = list(check_lesson_reading(subject((lesson(block(long), band=Band.PRIMARY),))))

    assert "RL001" in [finding.code for finding in found]
    assert {Severity.WARNING} == {finding.severity for finding in found}


def test_the_same_sentence_fits_an_older_reader() -> None:
    text = f"Ngắn thôi.\n\n{'em ' * 33}\n\n{'Gọi mẹ. ' * 30}"
    long = block(text.replace("em " * 33, "em " * 35))

    young = check_lesson_reading(subject((lesson(long, band=Band.PRIMARY),)))
    grown = check_lesson_reading(subject((lesson(long, band=Band.COMMUNITY),)))

    assert (["RL001"], []) == ([f.code for f in young], [f.code for f in grown])


def test_a_lesson_of_middling_sentences_is_tiring() -> None:
    text = "\n\n".join(["em hỏi mẹ và cô rồi cùng nhau gọi ngay nhé"] * 8)

    found = list(check_lesson_reading(subject((lesson(block(text), band=Band.PRIMARY),))))

    assert ["RL002"] == [finding.code for finding in found]


def test_a_teachers_note_may_be_long() -> None:
    note = block("thầy cô " * 60, BlockKind.TEACHER_NOTE)

    assert [] == list(check_lesson_reading(subject((lesson(note),))))


def test_a_stem_too_long_is_told_even_when_its_sentences_are_short() -> None:
    stem = "Nam gọi mẹ. " * 30

    found = list(check_item_reading(subject(items=(item(stem),))))

    assert ["RL003"] == [finding.code for finding in found]


BARE = "Tuyển mộ hay chứa chấp đều bị cấm."


def test_several_legal_terms_without_a_word_of_help_are_told() -> None:
    [finding] = check_legal_terms(subject((lesson(block(BARE)),)))

    assert "RL004" == finding.code
    assert "tuyển mộ, chứa chấp" in finding.message


def test_an_explanation_in_brackets_is_enough() -> None:
    text = "Tuyển mộ (tìm người), chứa chấp (cho ở)."

    assert [] == list(check_legal_terms(subject((lesson(block(text)),))))


def test_a_lesson_to_take_before_may_have_explained_them() -> None:
    first = lesson(block("Tuyển mộ (tìm người), chứa chấp (cho ở)."), lesson_id="truoc")
    second = lesson(block(BARE), prerequisites=("truoc",))

    assert [] == list(check_legal_terms(subject((first, second))))


def test_older_readers_take_legal_terms_as_they_are() -> None:
    assert [] == list(check_legal_terms(subject((lesson(block(BARE), band=Band.UPPER_SECONDARY),))))


@given(st.text(alphabet=st.sampled_from("aắđ1²½_.-“ \n\u00a0\u2028·"), max_size=12))
def test_a_syllable_is_a_word_with_a_letter_or_a_figure_in_it(text: str) -> None:
    expected = sum(any(character.isalnum() for character in word) for word in text.split())

    assert expected == count_syllables(text)
