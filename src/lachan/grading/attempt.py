"""The score of a whole attempt: what is fully right, and points by the parts of the paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from lachan.domain.bodies import TrueFalseGroup
from lachan.domain.items import Item
from lachan.domain.papers.paper import Form, Paper, Part
from lachan.grading.response import Response
from lachan.grading.score import count_right, grade


@dataclass(frozen=True, slots=True)
class AttemptGrade:
    """Items answered fully right of how many, and points of how many."""

    correct: int
    total: int
    score: Decimal
    maximum: Decimal


def grade_attempt(paper: Paper, form: Form, responses: Mapping[str, Response]) -> AttemptGrade:
    """Score one form's responses, given by item id; what is left out is worth nothing.

    Raises
    ------
    ResponseError
        When a response does not fit its item.
    """
    correct, score = 0, Decimal(0)
    for part, printed_items in zip(paper.blueprint.parts, form.parts, strict=True):
        for printed in printed_items:
            response = responses.get(printed.item_id)
            if response is not None:
                item = paper.items[printed.item_id]
                correct += grade(item, response).correct
                score += _points(part, item, response)
    total = sum(map(len, form.parts))
    pairs = zip(paper.blueprint.parts, form.parts, strict=True)
    maximum = sum((part.points * len(printed) for part, printed in pairs), Decimal(0))
    return AttemptGrade(correct, total, score, maximum)


def _points(part: Part, item: Item, response: Response) -> Decimal:
    """Return the points of one answer; true/false groups follow the steps of their part."""
    if isinstance(item.body, TrueFalseGroup) and isinstance(response, Mapping):
        return part.points_for_statements(count_right(item.body, response))
    return part.points * grade(item, response).score
