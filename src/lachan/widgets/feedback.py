"""What the browser shows after one answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lachan.domain.items import Item, MultipleChoice, ShortAnswer, TrueFalseGroup
from lachan.domain.law import Provision
from lachan.grading import Response, count_right, grade, normalize_typed
from lachan.widgets.explanation import explanation_json

Json = dict[str, Any]


def feedback_json(
    item: Item, response: Response | None, provisions: Mapping[str, Provision]
) -> Json:
    """Return result, score and explanation as JSON.

    Parameters
    ----------
    item
        The item that was answered.
    response
        None shows the answer without judging: ``correct`` and ``score`` are null then.
    provisions
        By the ids that items cite.

    Raises
    ------
    ResponseError
        When the response does not fit the item.
    """
    explanation = explanation_json(item, provisions)
    total = len(item.body.statements) if isinstance(item.body, TrueFalseGroup) else 1
    shown: Json = {"item": item.id, "maximum": "1", "total": total, "explanation": explanation}
    if response is None:
        return {**shown, "response": None, "score": None, "correct": None, "right": 0}
    result = grade(item, response)
    return {
        **shown,
        "response": _response_json(item, response),
        "score": str(result.score),
        "correct": result.correct,
        "right": _count_right(item, response, result.correct),
    }


def _response_json(item: Item, response: Response) -> object:
    match item.body, response:
        case ShortAnswer(), str(typed):
            return normalize_typed(typed)
        case MultipleChoice(choices), frozenset():
            return [choice.id for choice in choices if choice.id in response]
        case TrueFalseGroup(), Mapping():
            return dict(response)
        case _:
            return response


def _count_right(item: Item, response: Response, correct: bool) -> int:
    if isinstance(item.body, TrueFalseGroup) and isinstance(response, Mapping):
        return count_right(item.body, response)
    return int(correct)
