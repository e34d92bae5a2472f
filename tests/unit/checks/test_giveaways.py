"""A bank of contest items that a habit answers is told; an even one is not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import cycle, islice

import pytest

from lachan.checks.giveaways import FEWEST, check_giveaways
from lachan.domain.bodies import Body, Choice, ShortAnswer, SingleChoice, Statement, TrueFalseGroup
from lachan.domain.items import Item
from lachan.domain.kinds import Use
from support.content import item, rich, subject

EVEN = ["SSSS", "DSSS", "SDSS", "SSDD", "DDSS", "SDDS", "DSSD", "DDDS", "SDDD", "DDSD", "DDDD"]
PLAIN, ABSOLUTE = "Ai cũng được báo tin.", "Chỉ Công an mới nhận tin báo."


def contest(bodies: Iterable[Body], cited: Iterable[str] = ("luat/d1", "luat/d2")) -> list[Item]:
    laws = cycle(cited)
    return [
        replace(item(body=body), id=f"mau-{n}", use=Use.CONTEST, citations=(next(laws),))
        for n, body in enumerate(bodies)
    ]


def group(pattern: str, texts: tuple[str, str] = (PLAIN, PLAIN)) -> TrueFalseGroup:
    """A group of four statements; `texts` are those of right and of wrong ones."""
    return TrueFalseGroup(
        tuple(
            Statement(name, rich(texts[key == "S"]), key == "D")
            for name, key in zip("abcd", pattern, strict=True)
        )
    )


def single(key: str, texts: Iterable[str]) -> SingleChoice:
    choices = tuple(Choice(name, rich(text)) for name, text in zip("abcd", texts, strict=True))
    return SingleChoice(choices, key)


def take(patterns: Iterable[str], count: int = 2 * FEWEST) -> list[str]:
    return list(islice(cycle(patterns), count))


def codes(items: list[Item]) -> list[str]:
    return [found.code for found in check_giveaways(subject(items=tuple(items)))]


BAD = {
    "BK001": contest(group(each) for each in take(["DDSS", "SDDS", "DSSD", "DDDS"])),
    "BK002": contest(group(each) for each in take(["DSDS", "SSSS", "DSSS", "DDSD", "SDSD"])),
    "BK003": contest(group(each, (PLAIN, ABSOLUTE)) for each in take(EVEN)),
    "BK004": contest([single("a", ["dài hơn hẳn", "ngắn", "vừa", "gọn"])] * FEWEST),
    "BK005": contest([single("b", ["13 tuổi", "15 tuổi", "16 tuổi", "18 tuổi"])] * FEWEST),
    "BK006": contest(ShortAnswer(key) for key in take(["18", "5", "18", "3"])),
    "BK007": contest((ShortAnswer(str(n)) for n in range(FEWEST)), ["luat/d2"]),
}


@pytest.mark.parametrize("code", BAD)
def test_a_habit_is_told(code: str) -> None:
    assert code in codes(BAD[code])


def test_practice_items_are_held_to_what_true_false_groups_tell() -> None:
    for code, items in BAD.items():
        found = codes([replace(each, use=Use.PRACTICE) for each in items])
        assert found == ([code] if code in ("BK001", "BK002", "BK003") else [])


def test_a_few_are_left_alone() -> None:
    for items in BAD.values():
        assert codes(items[: FEWEST - 1]) == []


def test_an_even_bank_is_in_order() -> None:
    texts = cycle([(PLAIN, PLAIN), (ABSOLUTE, PLAIN), (PLAIN, ABSOLUTE)])
    groups = [group(each, next(texts)) for each in take(EVEN, 33)]
    singles = [single(key, ["13 tuổi", "15 tuổi", "16 tuổi", "18 tuổi"]) for key in take("abcd")]
    answers = [ShortAnswer(key) for key in take(["1", "2", "3", "4", "5", "6"])]
    laws = [f"luat/d{n}" for n in range(1, 8)]
    assert codes(contest([*groups, *singles, *answers], laws)) == []
