"""What the browser shows after one answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypedDict

from lachan.domain.bodies import (
    Body,
    Essay,
    Matching,
    MultipleChoice,
    Ordering,
    Scenario,
    ShortAnswer,
    SingleChoice,
    TrueFalseGroup,
)
from lachan.domain.items import Item
from lachan.domain.law import Provision
from lachan.domain.option_names import OptionNames
from lachan.grading import (
    Response,
    ResponseError,
    count_pairs,
    count_right,
    grade,
    normalize_typed,
    walk,
)
from lachan.wire.explanation import ExplanationJson, explanation_json

AnswerJson = str | list[str] | dict[str, str] | dict[str, bool]
"""An answer as the browser sends it: see `lachan.grading.Response`."""


class FeedbackHead(TypedDict):
    item: str
    maximum: str
    explanation: ExplanationJson


class FeedbackJson(FeedbackHead):
    """One answer judged: ``right`` of ``total`` parts were right.

    ``response`` is null where nothing was answered, ``correct`` and ``score`` where nothing was
    judged.
    """

    response: AnswerJson | None
    score: str | None
    correct: bool | None
    right: int
    total: int


def feedback_json(
    item: Item,
    response: Response | None,
    provisions: Mapping[str, Provision],
    salt: str = "",
) -> FeedbackJson:
    """Return result, score and explanation as JSON.

    Parameters
    ----------
    item
        The item that was answered.
    response
        None shows the answer without judging: ``correct`` and ``score`` are null then.
    provisions
        By the ids that items cite.
    salt
        The salt with which `to_public` named the item's parts.

    Raises
    ------
    ResponseError
        When the response does not fit the item.
    """
    head: FeedbackHead = {
        "item": item.id,
        "maximum": "1",
        "explanation": explanation_json(item, provisions, salt),
    }
    said = None if response is None else _response_json(item, response, salt)
    # A person marks an essay: the guide and the rubric are shown beside what was written.
    if response is None or isinstance(item.body, Essay):
        total = _total(item.body)
        unjudged: FeedbackJson = {
            **head,
            "response": said,
            "score": None,
            "correct": None,
            "right": 0,
            "total": total,
        }
        return unjudged
    result = grade(item, response)
    right, total = _count_right(item, response, result.correct)
    return {
        **head,
        "response": said,
        "score": str(result.score),
        "correct": result.correct,
        "right": right,
        "total": total,
    }


def _total(body: Body) -> int:
    match body:
        case TrueFalseGroup(parts) | Matching(parts):
            return len(parts)
        case _:
            return 1


def _response_json(item: Item, response: Response, salt: str) -> AnswerJson:
    names = OptionNames(item.id, salt)
    match item.body, response:
        case ShortAnswer(), str(typed):
            return normalize_typed(typed)
        case SingleChoice(), str(chosen):
            return names.option(chosen)
        case MultipleChoice(choices), frozenset():
            return [names.option(choice.id) for choice in choices if choice.id in response]
        case Matching(), Mapping():
            return {names.left(left): names.hide(str(right)) for left, right in response.items()}
        case Ordering(), tuple():
            return [names.hide(step_id) for step_id in response]
        case Scenario() as body, tuple():
            return _name_path(body, response, names)
        case TrueFalseGroup(), Mapping():
            return {names.option(each): said is True for each, said in response.items()}
        case _, str(text):
            return text
        case _:
            raise ResponseError(f"Câu {item.id}: câu trả lời không đúng dạng {item.type.value}.")


def _name_path(body: Scenario, path: Sequence[str], names: OptionNames) -> list[str]:
    named, scene = [], body.scenes[0]
    for way in walk(body, path) or ():
        named.append(names.way(scene.id, way.id))
        scene = body.get_scene(way.next)
    return named


def _count_right(item: Item, response: Response, correct: bool) -> tuple[int, int]:
    """Return how many parts were right, and of how many."""
    match item.body, response:
        case TrueFalseGroup() as body, Mapping():
            return count_right(body, response), _total(body)
        case Matching() as body, Mapping():
            return count_pairs(body, response), _total(body)
        case Scenario() as body, tuple():
            made = walk(body, response) or []
            return sum(choice.best for choice in made), len(made)
        case _:
            return int(correct), 1
