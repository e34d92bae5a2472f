import json

import pytest

from lachan.contest_room.messages import (
    LARGEST_SEQUENCE,
    MessageError,
    parse_answers,
    parse_body,
    parse_prediction,
    parse_text,
)
from lachan.limits.contest_room import HIGHEST_PREDICTION, MOST_ANSWERS
from lachan.workflows.contests.views import Answer


def test_an_empty_body_is_an_empty_message() -> None:
    assert parse_body(b"") == {}


@pytest.mark.parametrize("body", [b"null", b"[]", b"{", b'"x"', b"\xff", b"[" * 60_000])
def test_what_is_no_object_is_refused(body: bytes) -> None:
    with pytest.raises(MessageError, match="chưa hiểu"):
        parse_body(body)


def test_answers_keep_order_and_values() -> None:
    rows = [{"item": "a", "seq": 1, "value": ["x"]}, {"item": "b", "seq": 9, "value": None}]
    message = json.loads(json.dumps({"answers": rows}))
    assert parse_answers(message) == [Answer("a", 1, ["x"]), Answer("b", 9, None)]


def test_no_answers_are_a_sign_of_life() -> None:
    assert parse_answers({}) == []


def test_a_sequence_number_may_be_as_large_as_the_store_takes() -> None:
    row = {"item": "a", "seq": LARGEST_SEQUENCE, "value": 1}
    assert parse_answers({"answers": [row]}) == [Answer("a", LARGEST_SEQUENCE, 1)]


@pytest.mark.parametrize(
    "row",
    [
        {"item": "a", "seq": 0, "value": 1},
        {"item": "a", "seq": LARGEST_SEQUENCE + 1, "value": 1},
        {"item": "a", "seq": True, "value": 1},
        {"item": "a", "seq": 1.0, "value": 1},
        {"item": "", "seq": 1, "value": 1},
        {"item": "a" * 101, "seq": 1, "value": 1},
        {"item": 3, "seq": 1, "value": 1},
        {"item": "\ud800", "seq": 1, "value": 1},
        {"item": "a", "seq": 1},
        {"item": "a", "seq": 1, "value": 1, "at": "2020"},
        ["a", 1, 1],
    ],
)
def test_what_is_no_answer_is_refused(row: object) -> None:
    with pytest.raises(MessageError):
        parse_answers({"answers": [row]})


def test_too_many_answers_are_refused() -> None:
    row = {"item": "a", "seq": 1, "value": 1}
    assert len(parse_answers({"answers": [row] * MOST_ANSWERS.value})) == MOST_ANSWERS.value
    with pytest.raises(MessageError):
        parse_answers({"answers": [row] * (MOST_ANSWERS.value + 1)})


@pytest.mark.parametrize(("value", "expected"), [(None, None), (0, 0), (417, 417)])
def test_a_prediction_is_a_number_of_people(value: object, expected: int | None) -> None:
    assert parse_prediction({"prediction": value}) == expected


@pytest.mark.parametrize("value", [-1, 1.5, "12", True, [], HIGHEST_PREDICTION.value + 1])
def test_anything_else_is_no_prediction(value: object) -> None:
    with pytest.raises(MessageError, match="số nguyên"):
        parse_prediction({"prediction": value})


@pytest.mark.parametrize("value", [3, None, ["a"], "a" * 101])
def test_what_is_no_short_text_is_refused(value: object) -> None:
    with pytest.raises(MessageError):
        parse_text({"code": value}, "code")
