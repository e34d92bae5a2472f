"""Nobody who knows no law beats chance on the papers of a ready-made blueprint by a habit."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from lachan.assembly import assemble, default_codes
from lachan.content import Content
from lachan.domain.bodies import Choice, SingleChoice
from lachan.domain.items import Item
from lachan.domain.kinds import ItemType
from lachan.domain.papers.paper import FormItem, Part
from lachan.workflows.papers.draft import usable_items
from support.content import rich
from support.items import make_item
from support.players import PLAYERS, advantages, guess

TODAY = dt.date(2026, 11, 30)
FOLDER = Path(__file__).resolve().parents[2] / "quiz_bank" / "blueprints"
NAMES = sorted(path.stem for path in FOLDER.glob("*.yaml"))
# In points of a hundred, either way: who does the opposite must not win by it.
NEAR = Decimal(3)
FORMS = 4


@pytest.mark.parametrize("seeds", [6, pytest.param(200, marks=pytest.mark.full)])
@pytest.mark.parametrize("name", NAMES)
def test_every_habit_scores_as_chance_does(real_content: Content, name: str, seeds: int) -> None:
    blueprint = real_content.get_blueprint(name)
    bank = usable_items(real_content, TODAY)
    gained: defaultdict[str, list[Decimal]] = defaultdict(list)
    for seed in range(seeds):
        codes = default_codes(FORMS)
        paper = assemble(blueprint, bank, law_date=TODAY, seed=str(seed), codes=codes)
        for player, gain in advantages(paper):
            gained[player].append(gain)

    means: dict[str, Decimal] = {
        player: round(sum(each, Decimal()) / len(each), 2) for player, each in gained.items()
    }
    assert set(PLAYERS) == set(means)
    assert {player: mean for player, mean in means.items() if abs(mean) > NEAR} == {}


def test_chance_follows_the_scoring_of_each_type() -> None:
    # 0.1, 0.25, 0.5 and 1 point for 1, 2, 3 and 4 right statements: 4, 6, 4 and 1 ways of 16.
    assert Fraction(49, 160) == _guess(ItemType.TRUE_FALSE_GROUP)
    assert Fraction(1, 4) == _guess(ItemType.SINGLE_CHOICE)
    assert Fraction(1, 31) == _guess(ItemType.MULTIPLE_CHOICE)
    assert Fraction(1, 4) == _guess(ItemType.MATCHING)
    assert Fraction(1, 24) == _guess(ItemType.ORDERING)
    # Right away: all right. By the detour: none of two, or one of two.
    assert Fraction(5, 8) == _guess(ItemType.SCENARIO)
    assert 0 == _guess(ItemType.SHORT_ANSWER) == _guess(ItemType.ESSAY)


def _guess(kind: ItemType) -> Fraction:
    return guess(make_item("x", kind), Part(kind, Decimal(1), ()))


@pytest.mark.parametrize(
    ("player", "texts", "taken"),
    [
        ("the longest choice", ["dài nhất đây", "hai", "ba", "bốn"], {"a": 1}),
        ("the shortest choice", ["dài nhất", "hai", "bốn", "ba"], {"d": 1}),
        ("the most protective choice", ["Chạy", "Kể với mẹ", "Im lặng", "Bỏ đi"], {"b": 1}),
        ("the first choice", ["một", "hai", "ba", "bốn"], {"d": 1}),
        ("the middle number", ["14 tuổi", "15 tuổi", "16 tuổi", "18 tuổi"], {"c": Fraction(1, 2)}),
        ("absolute words are wrong", ["Chỉ mẹ", "Mọi người", "Cô", "Luôn luôn"], {"c": 1}),
    ],
)
def test_a_player_takes_what_the_habit_says(
    player: str, texts: list[str], taken: dict[str, Fraction]
) -> None:
    choices = tuple(Choice(name, rich(text)) for name, text in zip("abcd", texts, strict=True))
    item = _with_body(SingleChoice(choices, "a"))

    answer = PLAYERS[player](item, FormItem(item.id, ("d", "c", "b", "a")))

    assert answer is not None
    assert taken.items() <= {str(given): share for share, given in answer}.items()


def _with_body(body: SingleChoice) -> Item:
    return replace(make_item("x"), body=body)


def test_a_player_of_statements_follows_the_printed_order() -> None:
    item = make_item("x", ItemType.TRUE_FALSE_GROUP)
    printed = FormItem(item.id, ("d", "c", "b", "a"))

    assert [(1, {"d": True, "c": False, "b": True, "a": False})] == PLAYERS["ĐSĐS"](item, printed)
    assert [(1, {"d": False, "c": True, "b": False, "a": True})] == PLAYERS["SĐSĐ"](item, printed)
    pairs = PLAYERS["two of four are right"](item, printed)
    assert pairs is not None
    assert 6 == len(pairs)
