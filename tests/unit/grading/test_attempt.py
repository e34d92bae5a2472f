"""The score of a whole attempt, by the points of each part."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lachan.assembly import assemble
from lachan.domain.kinds import ItemType, Level
from lachan.domain.papers.paper import Cell
from lachan.grading import ResponseError
from lachan.grading.attempt import AttemptGrade, grade_attempt
from lachan.grading.response import Response
from support.items import LAW_DATE, TOPIC, make_blueprint, make_item, make_part

BANK = [make_item("mot"), make_item("hai"), make_item("nhom", ItemType.TRUE_FALSE_GROUP)]
PAPER = assemble(
    make_blueprint(
        make_part(ItemType.SINGLE_CHOICE, Cell(TOPIC, Level.KNOW, 2)),
        make_part(ItemType.TRUE_FALSE_GROUP, Cell(TOPIC, Level.KNOW, 1), points=Decimal(2)),
    ),
    BANK,
    law_date=LAW_DATE,
    seed="s",
    codes=("101",),
)
GROUP = {"a": True, "b": False, "c": True, "d": False}


@pytest.mark.parametrize(
    ("responses", "correct", "score"),
    [
        ({}, 0, "0"),
        ({"mot": "b", "hai": "a"}, 1, "0.5"),
        ({"mot": "b", "hai": "b", "nhom": GROUP}, 3, "3"),
        ({"nhom": {**GROUP, "d": True}}, 0, "1"),
        ({"mot": "b", "khong-co-trong-de": "b"}, 1, "0.5"),
    ],
)
def test_what_is_left_out_is_worth_nothing(
    responses: dict[str, Response], correct: int, score: str
) -> None:
    expected = AttemptGrade(correct, 3, Decimal(score), Decimal(3))
    assert expected == grade_attempt(PAPER, PAPER.forms[0], responses)


def test_a_response_that_does_not_fit_is_refused() -> None:
    for responses in ({"mot": "z"}, {"nhom": "a"}):
        with pytest.raises(ResponseError):
            grade_attempt(PAPER, PAPER.forms[0], responses)
