"""Another type keeps what can be kept, and the way back brings the rest."""

from __future__ import annotations

from itertools import permutations

import pytest

from lachan.content.items.retyping import BODY_FIELDS, body_of, new_body, retype_entry
from lachan.content.items.schema import SCHEMA_OF_TYPE
from lachan.domain.kinds import ItemType

CHOICES = {
    "id": "x",
    "type": "single_choice",
    "stem": "Hỏi ai?",
    "la": "giữ lại",
    "choices": [
        {"id": "a", "text": "Cô giáo", "reason": "Tin được."},
        {"id": "b", "text": "Người lạ", "reason": "Chưa biết.", "misconception": "la-thi-tot"},
        {"id": "c", "text": "Trang mạng", "reason": "Không rõ.", "pinned": "yes"},
    ],
    "key": "a",
}


def test_choices_become_statements_that_say_which_is_right() -> None:
    entry, aside = retype_entry(CHOICES, ItemType.TRUE_FALSE_GROUP, {})
    assert entry["type"] == "true_false_group"
    assert (entry["stem"], entry["la"]) == ("Hỏi ai?", "giữ lại")
    assert [(each["id"], each["text"], each["key"]) for each in entry["statements"]] == [
        ("a", "Cô giáo", "dung"),
        ("b", "Người lạ", "sai"),
        ("c", "Trang mạng", "sai"),
        ("d", "", ""),
    ]
    assert entry["statements"][1]["misconception"] == "la-thi-tot"
    assert "choices" not in entry
    assert aside == {"single_choice": body_of(CHOICES)}


@pytest.mark.parametrize("kind", [each for each in ItemType if each != "single_choice"])
def test_there_and_back_is_what_it_was(kind: ItemType) -> None:
    there, aside = retype_entry(CHOICES, kind, {})
    back, _ = retype_entry(there, ItemType.SINGLE_CHOICE, aside)
    assert back == CHOICES


def test_what_was_changed_on_the_way_counts_more_than_what_was_put_aside() -> None:
    there, aside = retype_entry(CHOICES, ItemType.MULTIPLE_CHOICE, {})
    there["choices"][1]["text"] = "Bạn thân"
    back, _ = retype_entry(there, ItemType.SINGLE_CHOICE, aside)
    assert [each["text"] for each in back["choices"]][:3] == ["Cô giáo", "Bạn thân", "Trang mạng"]


@pytest.mark.parametrize(
    ("text", "kind", "key"),
    [
        ("111", ItemType.SHORT_ANSWER, "111"),
        ("Cô giáo", ItemType.SHORT_ANSWER, ""),
        ("Cô giáo", ItemType.SHORT_TEXT, "Cô giáo"),
        ("dài " * 20, ItemType.SHORT_TEXT, ""),
    ],
)
def test_a_right_choice_becomes_the_answer_where_it_fits(
    text: str, kind: ItemType, key: str
) -> None:
    choices = [{"id": "a", "text": text, "reason": "Vì thế."}, *CHOICES["choices"][1:]]
    entry, _ = retype_entry({**CHOICES, "choices": choices}, kind, {})
    assert (entry["key"], entry["reason"]) == (key, "Vì thế.")


def test_a_case_begins_with_the_choices_and_can_be_walked() -> None:
    entry, _ = retype_entry(CHOICES, ItemType.SCENARIO, {})
    first, *ends = entry["scenes"]
    assert [(way["text"], way["next"], way.get("best")) for way in first["choices"]] == [
        ("Cô giáo", "an-toan", "yes"),
        ("Người lạ", "can-giup", None),
        ("Trang mạng", "can-giup", None),
    ]
    assert [each["ending"] for each in ends] == ["an-toan", "can-giup"]


def test_every_type_goes_to_every_other_from_nothing() -> None:
    for one, other in permutations(ItemType, 2):
        begun = {"id": "x", "type": one.value, **new_body(one)}
        entry, _ = retype_entry(begun, other, {})
        assert {**entry} == {"id": "x", "type": other.value, **new_body(other)}


@pytest.mark.parametrize("body", [{}, {"choices": None}, {"choices": ["a", {"id": 1}]}])
def test_what_is_no_body_at_all_gives_an_empty_one(body: dict[str, object]) -> None:
    entry, _ = retype_entry({"id": "x", "type": "single_choice", **body}, ItemType.ORDERING, {})
    assert len(entry["steps"]) == 3


def test_the_fields_of_each_type_are_those_of_its_schema() -> None:
    shared = set.intersection(*(set(each.model_fields) for each in SCHEMA_OF_TYPE.values()))
    for kind, fields in BODY_FIELDS.items():
        assert set(SCHEMA_OF_TYPE[kind].model_fields) - shared == set(fields)
