"""Scores, exact and without rounding: an item is worth 0 to 1 and papers multiply by points."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from lachan.domain.bodies import (
    TRUE_FALSE_SCORES,
    Essay,
    Matching,
    MultipleChoice,
    Ordering,
    Scenario,
    ShortAnswer,
    ShortText,
    SingleChoice,
    TrueFalseGroup,
)
from lachan.domain.items import Item
from lachan.grading.response import Response, ResponseError, normalize_typed, walk
from lachan.text import fold

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
        When the response is of another kind or names unknown choices or statements, and for
        essays, which a person marks.
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
        case ShortText(key, accepted) if isinstance(response, str):
            return _all_or_nothing(fold(response) in {fold(each) for each in (key, *accepted)})
        case Matching(pairs) as body if isinstance(response, Mapping):
            return _share(count_pairs(body, response), len(pairs))
        case Ordering(steps) if isinstance(response, tuple):
            return _all_or_nothing(response == tuple(step.id for step in steps))
        case Scenario() as body if isinstance(response, tuple):
            made = walk(body, response) or []
            return _share(sum(choice.best for choice in made), len(made))
        case Essay():
            raise ResponseError(f"Câu {item.id}: bài tự luận do người chấm theo tiêu chí.")
        case _:
            raise ResponseError(f"Câu {item.id}: câu trả lời không đúng dạng {item.type.value}.")


def count_right(body: TrueFalseGroup, response: Mapping[str, bool | str]) -> int:
    """Return how many statements were answered rightly.

    Raises
    ------
    ResponseError
        When the response names a statement that the group does not have.
    """
    _refuse_unknown(response.keys(), {statement.id for statement in body.statements})
    return sum(response.get(statement.id) is statement.key for statement in body.statements)


def count_pairs(body: Matching, response: Mapping[str, object]) -> int:
    """Return how many left sides were given their own right side."""
    return sum(response.get(pair.id) == pair.id for pair in body.pairs)


def _share(right: int, total: int) -> Grade:
    """Score equal shares, rounded half up to hundredths; nothing asked is nothing right."""
    if total == 0:
        return Grade(_NOTHING, _FULL, False)
    score = (Decimal(right) / total).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return Grade(_FULL if right == total else score, _FULL, right == total)


def _refuse_unknown(named: Iterable[str], known: set[str]) -> None:
    unknown = sorted(set(named) - known)
    if unknown:
        raise ResponseError(
            f"Không có lựa chọn “{unknown[0]}”; câu này có {', '.join(sorted(known))}."
        )


def _all_or_nothing(correct: bool) -> Grade:
    return Grade(_FULL if correct else _NOTHING, _FULL, correct)
