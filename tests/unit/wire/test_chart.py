"""What a chart tells, and what it keeps to itself."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from lachan.content import Content
from lachan.domain.bodies import Matching, Pair, ShortText, SingleChoice
from lachan.domain.items import Item
from lachan.domain.kinds import Sensitivity
from lachan.domain.misconceptions import Misconception
from lachan.domain.option_names import OptionNames
from lachan.domain.rich.text import Paragraph, Text
from lachan.wire.chart import percent, spread_json, summary_row
from lachan.wire.gain import gain_json

GUARDED = (Sensitivity.MEDIUM, Sensitivity.HIGH)


def words(text: str) -> tuple[Paragraph, ...]:
    return (Paragraph((Text(text),)),)


def choose(content: Content, name: str, sensitivity: Sensitivity = Sensitivity.LOW) -> Item:
    return replace(content.get_item(name), sensitivity=sensitivity)


@pytest.mark.parametrize("sensitivity", GUARDED)
@pytest.mark.parametrize("revealed", [False, True])
def test_few_answers_to_a_guarded_item_stay_untold(
    content: Content, sensitivity: Sensitivity, revealed: bool
) -> None:
    item = choose(content, "thu-mot", sensitivity)
    held = spread_json(item, {1: "a", 2: "b"}, "", revealed=revealed)
    told: dict[str, object] = {
        "answered": 2,
        "by_hand": 0,
        "held": True,
        "right": None,
        "groups": [],
        "beliefs": [],
    }
    assert told == held
    assert not spread_json(item, {1: "a", 2: "b", 3: "b"}, "", revealed=revealed)["held"]
    assert summary_row(item, {1: "a"}, "")["held"]
    gain = gain_json([(item, {1: "a", 2: "a"}, {1: "b", 2: "b"})], "")
    assert (gain["rows"][0]["held"], gain["total"]["held"]) == (True, True)
    assert (gain["rows"][0]["before"], gain["total"]["after"]) == (None, None)


def test_a_low_item_shows_even_one_answer(content: Content) -> None:
    spread = spread_json(choose(content, "thu-mot"), {1: "a"}, "", revealed=False)
    assert [bar["percent"] for bar in spread["groups"][0]["bars"]] == [100, 0, 0, 0]


def test_statements_are_lettered_and_say_true_and_false(content: Content) -> None:
    answers = {1: {"a": True, "b": False, "c": False, "d": True}, 2: {"a": False}}
    spread = spread_json(choose(content, "thu-nhom"), answers, "", revealed=True)
    assert [group["label"] for group in spread["groups"]] == ["a)", "b)", "c)", "d)"]
    first, second, *_ = spread["groups"]
    assert [(bar["label"], bar["count"], bar["key"]) for bar in first["bars"]] == [
        ("Đúng", 1, True),
        ("Sai", 1, False),
    ]
    assert [(bar["count"], bar["percent"]) for bar in second["bars"]] == [(0, 0), (1, 100)]
    assert spread["right"] == 1


def test_numbers_carry_their_unit(content: Content) -> None:
    spread = spread_json(choose(content, "thu-ngan"), {1: "111"}, "", revealed=False)
    assert [bar["label"] for bar in spread["groups"][0]["bars"]] == ["111 (ba chữ số)"]


def test_words_of_pupils_are_never_shown(content: Content) -> None:
    item = replace(choose(content, "thu-ngan"), body=ShortText("tổng đài"))
    for revealed in (False, True):
        spread = spread_json(item, {1: "bạn Lan lớp 8A"}, "", revealed=revealed)
        assert "Lan" not in json.dumps(spread, ensure_ascii=False)
        assert spread["groups"] == []


def test_pairs_wait_for_the_answer_since_their_bars_tell_it(content: Content) -> None:
    pairs = (Pair("a", words("111"), words("Tổng đài")), Pair("b", words("113"), words("Công an")))
    item = replace(choose(content, "thu-ngan"), body=Matching(pairs))
    swapped = {
        each: OptionNames(item.id, "muối").hide(other) for each, other in (("a", "b"), ("b", "a"))
    }
    right = {each: OptionNames(item.id, "muối").hide(each) for each in "ab"}
    assert spread_json(item, {1: swapped}, "muối", revealed=False)["groups"] == []
    spread = spread_json(item, {1: swapped, 2: right}, "muối", revealed=True)
    assert [bar["count"] for bar in spread["groups"][0]["bars"]] == [1, 1]
    assert spread["right"] == 1


def test_nobody_in_both_rounds_is_no_gain(content: Content) -> None:
    item = choose(content, "thu-ngan")
    gain = gain_json([(item, {1: "111"}, {2: "111"})], "")
    nothing = {"before": None, "after": None, "gain": None}
    assert gain["total"] == {"answered": 0, "by_hand": 0, "held": False, **nothing}


def test_a_gain_is_told_by_objective_in_the_lessons_order(content: Content) -> None:
    one, two, three = (
        replace(choose(content, name), objective=objective)
        for name, objective in (("thu-mot", "b"), ("thu-ngan", "a"), ("thu-nhieu", "a"))
    )
    wrong, right = {1: "a", 2: "a", 3: "a"}, {1: "b", 2: "b", 3: "a"}
    asked = [(one, wrong, right), (two, {1: "0"}, {1: "111"}), (three, {}, {})]

    gain = gain_json(asked, "", objectives={"a": "Gọi được.", "b": "Nhận ra.", "c": "Khác."})

    told = [(each["text"], each["before"], each["after"]) for each in gain["objectives"]]
    assert [("Gọi được.", 0, 100), ("Nhận ra.", 0, 67)] == told
    assert [] == gain_json(asked, "")["objectives"]


@pytest.mark.parametrize(
    ("count", "total", "expected"), [(0, 0, 0), (1, 3, 33), (2, 3, 67), (1, 8, 13), (3, 3, 100)]
)
def test_percents_are_rounded_half_up(count: int, total: int, expected: int) -> None:
    assert percent(count, total) == expected


def test_what_wrong_answers_stand_for_is_told_with_the_key_alone(content: Content) -> None:
    item = choose(content, "thu-mot")
    assert isinstance(item.body, SingleChoice)
    key = item.body.key
    wrong = next(choice.id for choice in item.body.choices if choice.id != key)
    choices = tuple(
        replace(choice, misconception="phai-co-tien" if choice.id == wrong else "")
        for choice in item.body.choices
    )
    item = replace(item, body=replace(item.body, choices=choices))
    known = (
        Misconception("phai-co-tien", "Phải có tiền.", "Không cần tiền.", "hanh-vi", frozenset()),
    )
    answers = {1: wrong, 2: item.body.key, 3: wrong}

    assert spread_json(item, answers, "", known, revealed=False)["beliefs"] == []
    assert spread_json(item, answers, "", (), revealed=True)["beliefs"] == []
    assert spread_json(item, answers, "", known, revealed=True)["beliefs"] == [
        {"belief": "Phải có tiền.", "right": "Không cần tiền.", "count": 2, "percent": 67}
    ]
