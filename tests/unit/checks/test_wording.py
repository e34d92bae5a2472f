"""Words of an item that give its key away, or say less or more than it asks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lachan.checks import wording
from lachan.domain.bodies import Body, Choice, Ordering, ShortAnswer, SingleChoice
from lachan.domain.items import Item
from lachan.domain.kinds import Level
from support.content import item, rich, subject


def asked(
    stem: str, body: Body, level: Level = Level.UNDERSTAND, cited: tuple[str, ...] = ("luat/d2",)
) -> Item:
    return replace(item(stem, body), level=level, citations=cited)


def choose(key: str, *wrong: str) -> SingleChoice:
    texts = (key, *wrong)
    named = zip("abcd", texts, strict=False)
    return SingleChoice(tuple(Choice(name, rich(text)) for name, text in named), "a")


def codes(each: Item) -> list[str]:
    rules = (
        wording.check_odd_key,
        wording.check_repeated_words,
        wording.check_told_order,
        wording.check_named_law,
        wording.check_claimed_level,
    )
    return [found.code for rule in rules for found in rule(subject(items=(each,)))]


ALIKE = ["Riêng bố mẹ", "Riêng thầy cô", "Riêng Công an"]


@pytest.mark.parametrize(
    "body",
    [
        choose("Mọi cá nhân", *ALIKE),
        choose("Ai thấy cũng báo", "Chỉ bố mẹ", "Thầy cô luôn báo thay", "Bắt buộc là Công an"),
        choose(
            "Mọi người",
            "Bố mẹ, ông bà hoặc người nuôi dưỡng",
            "Thầy cô giáo chủ nhiệm lớp của bạn",
            "Công an nơi bạn nhỏ đang ở",
        ),
    ],
    ids=["frame", "tone", "length"],
)
def test_a_key_that_stands_apart_by_form_is_told(body: SingleChoice) -> None:
    assert ["QB017"] == codes(asked("Ai báo tin?", body))


@pytest.mark.parametrize(
    "body",
    [
        choose("Riêng ông bà", *ALIKE),
        choose("Mọi cá nhân", *ALIKE[:2], "Công an"),
        choose("Mọi cá nhân", *ALIKE[:2]),
        choose("Chỉ mẹ", "Luôn là bố", "Mọi thầy cô", "Tất cả Công an"),
    ],
)
def test_choices_of_one_kind_pass(body: SingleChoice) -> None:
    assert [] == codes(asked("Ai báo tin?", body))


def test_a_key_that_alone_repeats_the_stem_is_told() -> None:
    stem = "Ai được hỗ trợ sách vở?"
    assert ["QB018"] == codes(asked(stem, choose("Bạn được hỗ trợ", "Bạn ấy", "Cô giáo")))
    assert [] == codes(asked(stem, choose("Bạn được hỗ trợ", "Cô được nhận hỗ trợ", "Cô giáo")))
    assert [] == codes(asked(stem, choose("Bạn cần sách vở", "Bạn ấy", "Cô giáo")))


@pytest.mark.parametrize("step", ["Sau đó gọi 111", "Bước 2: gọi 111", "Gọi 111, cuối cùng về nhà"])
def test_steps_that_tell_their_place_are_told(step: str) -> None:
    steps = tuple(Choice(name, rich(text)) for name, text in (("a", "Rời đi"), ("b", step)))
    assert ["QB019"] == codes(asked("Xếp các việc.", Ordering(steps)))


def test_an_article_is_named_with_its_law() -> None:
    bare, named = rich("Theo Điều 22, ai cũng báo."), rich("Theo Điều 22 Luật này, ai cũng vậy.")
    answer = ShortAnswer("22", reason=bare)
    two = ("luat/d2", "nghi-dinh/d5")
    assert ["QB020"] == codes(asked("Theo Điều 22, ai báo tin?", ShortAnswer("22")))
    assert ["QB020"] == codes(asked("Điều mấy?", answer, cited=two))
    assert [] == codes(asked("Điều mấy?", answer))
    assert [] == codes(asked("Điều mấy?", ShortAnswer("22", reason=named), cited=two))
    assert [] == codes(asked("Theo Luật Trẻ em, Điều mấy?", answer, cited=two))


@pytest.mark.parametrize(
    ("stem", "level", "told"),
    [
        ("Hoa (12 tuổi) được rủ đi xa. Hoa nên làm gì?", Level.KNOW, True),
        ("Hoa, 12 tuổi, được rủ đi xa. Có mấy điều đáng ngờ?", Level.KNOW, True),
        ("Hoa (12 tuổi) được rủ đi xa. Hoa nên làm gì?", Level.APPLY, False),
        ("Với người dưới 18 tuổi, ta nên làm gì?", Level.KNOW, False),
        ("Theo Luật Trẻ em, ngày 1/6 là gì?", Level.APPLY, True),
        ("Theo Luật Trẻ em, ngày 1/6 là gì?", Level.KNOW, False),
    ],
)
def test_the_level_is_that_of_what_is_asked(stem: str, level: Level, told: bool) -> None:
    assert (["QB021"] if told else []) == codes(asked(stem, ShortAnswer("1"), level))
