"""Raised hands: what is asked for, what the counts tell, what cannot be."""

from __future__ import annotations

import pytest

from lachan.domain.kinds import ItemType
from lachan.domain.live.hands import (
    Hands,
    asks_how_many,
    asks_right,
    count_hands,
    gain_by_hand,
    list_choices,
    list_persons,
)
from lachan.domain.live.live_class import Gain
from support.items import make_item

TYPED = (
    ItemType.SHORT_ANSWER,
    ItemType.SHORT_TEXT,
    ItemType.MATCHING,
    ItemType.ORDERING,
)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (ItemType.SINGLE_CHOICE, [("", each) for each in "abcd"]),
        (ItemType.MULTIPLE_CHOICE, [("", each) for each in "abcde"]),
        (ItemType.TRUE_FALSE_GROUP, [(part, key) for part in "abcd" for key in ("true", "false")]),
        (ItemType.SCENARIO, [("mot", "a"), ("mot", "b")]),
        *((kind, []) for kind in (*TYPED, ItemType.ESSAY)),
    ],
)
def test_hands_are_raised_for_what_can_be_read_out(
    kind: ItemType, expected: list[tuple[str, str]]
) -> None:
    assert expected == list(list_choices(make_item("thu", kind)))


@pytest.mark.parametrize("kind", ItemType)
def test_what_is_asked_besides(kind: ItemType) -> None:
    item = make_item("thu", kind)
    assert (kind in (ItemType.MULTIPLE_CHOICE, ItemType.ESSAY, *TYPED), kind in TYPED) == (
        asks_how_many(item),
        asks_right(item),
    )


def test_one_hand_each_tells_who_was_right() -> None:
    item = make_item("thu")
    hands = count_hands(item, {("", "a"): 3, ("", "b"): 20}, None, None)
    counts = {("", "a"): 3, ("", "b"): 20, ("", "c"): 0, ("", "d"): 0}
    assert Hands(23, 20, counts) == hands


def test_several_hands_of_one_child_do_not() -> None:
    item = make_item("thu", ItemType.MULTIPLE_CHOICE)
    hands = count_hands(item, {("", "a"): 20, ("", "d"): 18}, 25, None)
    assert (25, None, 20) == (hands.answered, hands.right, hands.counts["", "a"])


def test_the_fullest_statement_says_how_many_took_part() -> None:
    item = make_item("thu", ItemType.TRUE_FALSE_GROUP)
    hands = count_hands(item, {("a", "true"): 20, ("a", "false"): 5, ("b", "true"): 9}, None, None)
    assert (25, None) == (hands.answered, hands.right)


def test_of_a_typed_answer_only_the_right_ones_are_counted() -> None:
    item = make_item("thu", ItemType.ORDERING)
    assert Hands(30, 12, {}) == count_hands(item, {}, 30, 12)


@pytest.mark.parametrize(
    ("kind", "counts", "answered", "right"),
    [
        (ItemType.SINGLE_CHOICE, {("", "a"): -1}, None, None),
        (ItemType.SINGLE_CHOICE, {("", "e"): 1}, None, None),
        (ItemType.SINGLE_CHOICE, {("a", "a"): 1}, None, None),
        (ItemType.MULTIPLE_CHOICE, {("", "a"): 26}, 25, None),
        (ItemType.MULTIPLE_CHOICE, {("", "a"): 1}, None, None),
        (ItemType.SHORT_TEXT, {}, None, 1),
        (ItemType.SHORT_TEXT, {}, 30, None),
        (ItemType.SHORT_TEXT, {}, 30, 31),
        (ItemType.SHORT_TEXT, {}, 30, -1),
        (ItemType.SHORT_TEXT, {("", "a"): 1}, 30, 1),
    ],
)
def test_counts_that_cannot_be_are_refused(
    kind: ItemType, counts: dict[tuple[str, str], int], answered: int | None, right: int | None
) -> None:
    with pytest.raises(ValueError, match=r"counts that do not belong|more (right )?hands than"):
        count_hands(make_item("thu", kind), counts, answered, right)


def test_a_hand_is_a_child_only_where_each_raises_one() -> None:
    one = make_item("thu")
    assert ("a", "b", "b") == list_persons(one, Hands(3, 2, {("", "a"): 1, ("", "b"): 2}))
    several = make_item("thu", ItemType.MULTIPLE_CHOICE)
    assert list_persons(several, Hands(3, None, {("", "a"): 3})) == ()


def test_two_counts_of_a_class_are_compared_by_their_shares() -> None:
    assert Gain(20, 5, 15) == gain_by_hand(Hands(20, 5, {}), Hands(40, 30, {}))


@pytest.mark.parametrize("unknown", [Hands(20, None, {}), Hands(0, 0, {})])
def test_what_hands_do_not_tell_is_no_gain(unknown: Hands) -> None:
    known = Hands(20, 5, {})
    assert Gain(0, 0, 0) == gain_by_hand(unknown, known) == gain_by_hand(known, unknown)
