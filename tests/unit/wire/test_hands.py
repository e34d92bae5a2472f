"""What a teacher is asked to count, and how counted hands stand in charts and results."""

from __future__ import annotations

import pytest

from lachan.domain.kinds import ItemType
from lachan.domain.live.hands import Hands, count_hands, list_choices
from lachan.wire.chart import spread_json, summary_row
from lachan.wire.gain import gain_json
from lachan.wire.hands import hands_json
from support.items import make_item


@pytest.mark.parametrize("kind", ItemType)
def test_every_choice_has_its_field_under_the_name_that_is_read_back(kind: ItemType) -> None:
    item = make_item("thu", kind)
    told = hands_json(item, None)
    fields = [(part["part"], each["choice"]) for part in told["parts"] for each in part["fields"]]
    assert list(list_choices(item)) == fields
    assert all(each["count"] is None for part in told["parts"] for each in part["fields"])


def test_what_was_counted_is_shown_again() -> None:
    item = make_item("thu", ItemType.TRUE_FALSE_GROUP)
    hands = count_hands(item, {("a", "true"): 20, ("a", "false"): 5}, None, None)
    first, *_ = hands_json(item, hands)["parts"]
    assert ("a)", [("Đúng", 20), ("Sai", 5)]) == (
        first["label"],
        [(each["label"], each["count"]) for each in first["fields"]],
    )


def test_a_chart_says_how_many_were_counted_by_hand() -> None:
    item = make_item("thu")
    hands = count_hands(item, {("", "a"): 1, ("", "b"): 3}, None, None)
    spread = spread_json(item, {1: "b"}, "", revealed=True, hands=hands)
    assert (5, 4, 4) == (spread["answered"], spread["by_hand"], spread["right"])
    assert [20, 80, 0, 0] == [bar["percent"] for bar in spread["groups"][0]["bars"]]


def test_right_hands_are_in_no_bar_of_what_devices_typed() -> None:
    item = make_item("thu", ItemType.SHORT_ANSWER)
    spread = spread_json(item, {1: "111", 2: "113"}, "", revealed=True, hands=Hands(30, 20, {}))
    assert (32, 21) == (spread["answered"], spread["right"])
    assert [50, 50] == [bar["percent"] for bar in spread["groups"][0]["bars"]]


def test_a_result_marks_what_was_counted_by_hand() -> None:
    item = make_item("thu")
    row = summary_row(item, {1: "b"}, "", Hands(9, 4, {}))
    assert (10, 9, 5, 50) == (row["answered"], row["by_hand"], row["right"], row["percent"])
    unknown = summary_row(item, {1: "b"}, "", Hands(9, None, {}))
    assert (None, None) == (unknown["right"], unknown["percent"])


def test_a_gain_by_hand_is_marked() -> None:
    item = make_item("thu")
    gain = gain_json([(item, {}, {})], "", {item.id: (Hands(20, 5, {}), Hands(20, 15, {}))})
    total = {"answered": 20, "by_hand": 20, "held": False, "before": 25, "after": 75, "gain": 67}
    assert total == gain["total"]
