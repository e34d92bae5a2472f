"""Sets on which no habit pays, where the bank allows; drawn as they are where it does not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

import pytest

from lachan.assembly.selection import select_sets
from lachan.domain.bodies import Choice, SingleChoice, TrueFalseGroup
from lachan.domain.items import Item
from lachan.domain.kinds import FormMode, ItemType, Level
from lachan.domain.papers.habits import LONGEST
from lachan.domain.papers.paper import Blueprint, Cell, Rules
from support.items import TOPIC, make_blueprint, make_item, make_part, rich

SEEDS = [str(seed) for seed in range(10)]


def group(name: str, right: int) -> Item:
    """A group with so many right statements."""
    item = make_item(name, ItemType.TRUE_FALSE_GROUP)
    assert isinstance(item.body, TrueFalseGroup)
    told = tuple(replace(s, key=n < right) for n, s in enumerate(item.body.statements))
    return replace(item, body=TrueFalseGroup(told))


def single(name: str, longest: bool) -> Item:
    """A choice whose key is the longest, or is not."""
    texts = {
        "a": "dài hơn hẳn ra" if longest else "vừa vừa",
        "b": "hơi dài ra",
        "c": "ngắn",
        "d": "gọn",
    }
    body = SingleChoice(tuple(Choice(key, rich(text)) for key, text in texts.items()), "a")
    return replace(make_item(name), body=body)


def plan(kind: ItemType, count: int, rules: Rules = Rules()) -> Blueprint:  # noqa: B008 (frozen)
    return replace(make_blueprint(make_part(kind, Cell(TOPIC, Level.KNOW, count))), rules=rules)


def numbers(items: Iterable[Item]) -> list[int]:
    return [item.body.right_count for item in items if isinstance(item.body, TrueFalseGroup)]


@pytest.mark.parametrize("seed", SEEDS)
def test_no_number_of_right_statements_is_had_by_more_than_half_of_the_groups(seed: str) -> None:
    # Six of ten have two: most draws would have too many of them.
    bank = [group(f"i{n}", right) for n, right in enumerate([2, 2, 2, 2, 2, 2, 1, 1, 3, 3])]

    (parts,) = select_sets(plan(ItemType.TRUE_FALSE_GROUP, 4), bank, seed).sets

    found = numbers(parts[0])
    assert max(map(found.count, found)) <= 2
    assert abs(sum(found) - 8) <= 1


@pytest.mark.parametrize("seed", SEEDS)
def test_the_longest_choice_is_right_as_often_as_by_chance(seed: str) -> None:
    bank = [single(f"i{n:02}", longest=n < 20) for n in range(40)]
    blueprint = plan(ItemType.SINGLE_CHOICE, 20)

    (parts,) = select_sets(blueprint, bank, seed).sets

    gained = sum((LONGEST.advantage(item, blueprint.parts[0]) for item in parts[0]), Fraction())
    assert abs(gained) <= Fraction(blueprint.worth * 2 / 100 + blueprint.parts[0].points / 2)


def test_several_sets_that_share_nothing_are_each_in_balance() -> None:
    rights = [1, 2, 3] * 4
    bank = [group(f"i{n:02}", right) for n, right in enumerate(rights)]
    rules = Rules(FormMode.DIFFERENT, max_shared=0)

    sets = select_sets(plan(ItemType.TRUE_FALSE_GROUP, 4, rules), bank, "s", base_count=3).sets

    for (items,) in sets:
        found = numbers(items)
        assert max(map(found.count, found)) <= 2
        assert abs(sum(found) - 8) <= 1


def test_what_the_bank_does_not_hold_is_drawn_as_it_is() -> None:
    bank = [group(f"i{n}", 2) for n in range(6)]

    (parts,) = select_sets(plan(ItemType.TRUE_FALSE_GROUP, 4), bank, "s").sets

    assert [2, 2, 2, 2] == numbers(parts[0])


def test_without_key_balance_the_draw_stays() -> None:
    bank = [group(f"i{n}", right) for n, right in enumerate([2] * 30 + [1, 3])]
    free = plan(ItemType.TRUE_FALSE_GROUP, 4, Rules(key_balance=False))

    assert any([2] * 4 == numbers(select_sets(free, bank, seed).sets[0][0]) for seed in SEEDS)
