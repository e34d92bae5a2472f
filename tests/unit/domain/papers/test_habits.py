"""What a habit earns above chance, against counting every way out."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from lachan.domain.bodies import Choice, SingleChoice, Statement, TrueFalseGroup
from lachan.domain.items import Item
from lachan.domain.kinds import ItemType
from lachan.domain.papers.habits import (
    ABSOLUTE,
    CAREFUL,
    HABITS,
    LONGEST,
    SHORTEST,
    Habit,
    is_absolute,
)
from lachan.domain.papers.paper import Part
from support.content import item, rich

ONE = Part(ItemType.SINGLE_CHOICE, Decimal(1), ())
GROUP = Part(ItemType.TRUE_FALSE_GROUP, Decimal(1), ())


def single(key: str, *texts: str) -> Item:
    choices = tuple(Choice(name, rich(text)) for name, text in zip("abcd", texts, strict=False))
    return item(body=SingleChoice(choices, key))


def group(*told: tuple[str, bool]) -> Item:
    return item(
        body=TrueFalseGroup(
            tuple(
                Statement(n, rich(text), key) for n, (text, key) in zip("abcd", told, strict=True)
            )
        )
    )


@pytest.mark.parametrize(
    ("habit", "key", "texts", "gain"),
    [
        (LONGEST, "a", ["dài nhất", "vừa", "ngắn", "gọn"], Fraction(3, 4)),
        (LONGEST, "b", ["dài nhất", "vừa", "ngắn", "gọn"], Fraction(-1, 4)),
        (LONGEST, "a", ["bằng", "nhau", "cả", "ba"], Fraction(1, 4)),
        (SHORTEST, "c", ["một hai", "một hai", "hai"], Fraction(2, 3)),
        (CAREFUL, "a", ["Kể với bố mẹ", "Im lặng", "Bỏ đi", "Chờ"], Fraction(3, 4)),
        (ABSOLUTE, "a", ["Chỉ Công an", "Ai cũng được", "Cô giáo", "Bạn"], Fraction(-1, 4)),
        (ABSOLUTE, "b", ["Chỉ Công an", "Ai cũng được", "Cô giáo", "Bạn"], Fraction(1, 12)),
    ],
)
def test_a_choice_earns_its_share_less_what_chance_earns(
    habit: Habit, key: str, texts: list[str], gain: Fraction
) -> None:
    assert gain == habit.advantage(single(key, *texts), ONE)


def test_absolute_words_held_for_sai_earn_by_the_steps_of_the_scale() -> None:
    plain, strict = "Ai cũng được báo tin.", "Chỉ Công an nhận tin."
    # One statement is right for sure, three by a coin: 0.1, 0.25, 0.5 and 1 in shares 1, 3, 3, 1
    # of eight; chance earns 0.30625.
    sure = Fraction(1, 8) * (Fraction("0.1") + 3 * Fraction("0.25") + 3 * Fraction("0.5") + 1)
    chance = Fraction("0.30625")
    wrong = group((strict, False), (plain, True), (plain, True), (plain, False))
    assert sure - chance == ABSOLUTE.advantage(wrong, GROUP)
    # Held for Sai and right: nought to three of the others.
    lost = Fraction(1, 8) * (3 * Fraction("0.1") + 3 * Fraction("0.25") + Fraction("0.5"))
    right = group((strict, True), (plain, True), (plain, True), (plain, False))
    assert lost - chance == ABSOLUTE.advantage(right, GROUP)


def test_a_habit_that_says_nothing_earns_nothing() -> None:
    plain = group(*(("Ai cũng được báo tin.", key) for key in (True, False, True, False)))
    assert {0} == {habit.advantage(plain, GROUP) for habit in HABITS}


@pytest.mark.parametrize(
    ("text", "absolute"),
    [
        ("Phải có bằng chứng rồi mới được báo.", True),
        ("Không thể là nạn nhân.", True),
        ("Chỉnh lại tin nhắn.", False),
        ("Em kể với mẹ.", False),
    ],
)
def test_words_that_allow_no_exception(text: str, absolute: bool) -> None:
    assert absolute is is_absolute(text)
