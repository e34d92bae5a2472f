"""Scores, exact and without rounding: an item is worth 0 to 1 and papers multiply by points."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from lachan.domain.items import (
    TRUE_FALSE_SCORES,
    Item,
    MultipleChoice,
    ShortAnswer,
    SingleChoice,
    TrueFalseGroup,
)
from lachan.grading.response import Response, ResponseError, normalize_typed

_NOTHING = Decimal(0)
_FULL = Decimal(1)


@dataclass(frozen=True, slots=True)
class Grade:
    """The score of one response; `correct` only where nothing is missing or wrong."""

    score: Decimal
    maximum: Decimal
    correct: bool


def grade(item: Item, response: Response) -> Grade:
    """Score a response.

    Parameters
    ----------
    item
        Whose key and rule decide.
    response
        A value that fits the item's type; statements left out count as wrong.

    Raises
    ------
    ResponseError
        When the response is of another kind or names unknown choices or statements.
    """
    match item.body:
        case SingleChoice(choices, key) if isinstance(response, str):
            _refuse_unknown({response}, {choice.id for choice in choices})
            return _all_or_nothing(response == key)
        case MultipleChoice(choices, keys) if isinstance(response, frozenset):
            _refuse_unknown(response, {choice.id for choice in choices})
            return _all_or_nothing(response == keys)
        case TrueFalseGroup() as body if isinstance(response, Mapping):
            right = count_right(body, response)
            return Grade(TRUE_FALSE_SCORES[right], _FULL, right == len(body.statements))
        case ShortAnswer(key, accepted) if isinstance(response, str):
            spellings = {normalize_typed(spelling) for spelling in (key, *accepted)}
            return _all_or_nothing(normalize_typed(response) in spellings)
        case _:
            raise ResponseError(f"Câu {item.id}: câu trả lời không đúng dạng {item.type.value}.")


def count_right(body: TrueFalseGroup, response: Mapping[str, bool]) -> int:
    """Return how many statements were answered rightly.

    Raises
    ------
    ResponseError
        When the response names a statement that the group does not have.
    """
    _refuse_unknown(response.keys(), {statement.id for statement in body.statements})
    return sum(response.get(statement.id) is statement.key for statement in body.statements)


def _refuse_unknown(named: Iterable[str], known: set[str]) -> None:
    unknown = sorted(set(named) - known)
    if unknown:
        raise ResponseError(
            f"Không có lựa chọn “{unknown[0]}”; câu này có {', '.join(sorted(known))}."
        )


def _all_or_nothing(correct: bool) -> Grade:
    return Grade(_FULL if correct else _NOTHING, _FULL, correct)
