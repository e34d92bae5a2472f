from decimal import Decimal
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lachan.domain.bodies import (
    Body,
    Choice,
    Essay,
    MultipleChoice,
    Scenario,
    Scene,
    ShortAnswer,
    SingleChoice,
    Statement,
    TrueFalseGroup,
)
from lachan.domain.kinds import Ending
from lachan.grading import Grade, Response, ResponseError, count_right, grade, parse_response
from support.vectors import Vector, load_vectors, make_item, words

IDS = ("a", "b", "c", "d")
CHOICES = tuple(Choice(key, words(key)) for key in IDS)
KEYS = st.fixed_dictionaries({key: st.booleans() for key in IDS})


def make_group(keys: dict[str, bool]) -> TrueFalseGroup:
    return TrueFalseGroup(tuple(Statement(i, words(i), key) for i, key in keys.items()))


@pytest.mark.parametrize(
    "vector", [v for v in load_vectors() if not v.refused], ids=lambda v: v.name
)
def test_vectors(vector: Vector) -> None:
    expected = Grade(Decimal(vector.score), Decimal(1), vector.correct)
    assert expected == grade(vector.item, parse_response(vector.item, vector.response))


@given(KEYS, KEYS)
def test_group_score_is_one_of_the_steps(keys: dict[str, bool], answers: dict[str, bool]) -> None:
    body = make_group(keys)
    result = grade(make_item(body), answers)
    assert str(result.score) in ("0", "0.1", "0.25", "0.5", "1")
    assert result.correct == (result.score == result.maximum)
    assert result.correct == (count_right(body, answers) == 4)


@given(KEYS, KEYS, st.sampled_from(IDS))
def test_one_more_right_statement_always_scores_more(
    keys: dict[str, bool], answers: dict[str, bool], statement: str
) -> None:
    item = make_item(make_group(keys))
    worse = {**answers, statement: not keys[statement]}
    better = {**answers, statement: keys[statement]}
    assert grade(item, worse).score < grade(item, better).score


@given(KEYS, KEYS)
def test_a_blank_counts_like_a_wrong_statement(
    keys: dict[str, bool], answers: dict[str, bool]
) -> None:
    item = make_item(make_group(keys))
    only_right = {i: value for i, value in answers.items() if value is keys[i]}
    assert grade(item, only_right) == grade(item, answers)


@pytest.mark.parametrize("size", [0, 1, 2, 3, 4])
def test_only_the_exact_set_of_choices_scores(size: int) -> None:
    item = make_item(MultipleChoice(CHOICES, frozenset("bd")))
    scored = [
        set(picked) for picked in combinations(IDS, size) if grade(item, frozenset(picked)).correct
    ]
    assert ([{"b", "d"}] if size == 2 else []) == scored


@pytest.mark.parametrize(
    ("body", "response"),
    [
        (SingleChoice(CHOICES, "a"), frozenset("a")),
        (SingleChoice(CHOICES, "a"), {"a": True}),
        (SingleChoice(CHOICES, "a"), "e"),
        (MultipleChoice(CHOICES, frozenset("ab")), "a"),
        (MultipleChoice(CHOICES, frozenset("ab")), frozenset("ax")),
        (make_group(dict.fromkeys(IDS, True)), "a"),
        (make_group(dict.fromkeys(IDS, True)), {"x": True}),
        (ShortAnswer("18"), frozenset({"18"})),
    ],
)
def test_a_response_of_another_kind_is_refused(body: Body, response: Response) -> None:
    with pytest.raises(ResponseError):
        grade(make_item(body), response)


def test_an_essay_is_left_to_a_person() -> None:
    with pytest.raises(ResponseError, match="người chấm"):
        grade(make_item(Essay(())), "bài làm")


def test_a_scenario_in_which_nothing_is_chosen_is_worth_nothing() -> None:
    only = Scenario((Scene("xong", words("Xong."), ending=Ending.SAFE),))
    assert Grade(Decimal(0), Decimal(1), False) == grade(make_item(only), ())
