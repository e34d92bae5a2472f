"""How a class answered, as its screen shows it: bars of counts, and what the lesson has changed.

Nothing here tells who answered what. Where an item asks for care, a chart of very few answers
would: it is held back until enough have answered.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypedDict

from lachan.domain.bodies import (
    Matching,
    MultipleChoice,
    Scenario,
    ShortAnswer,
    SingleChoice,
    TrueFalseGroup,
)
from lachan.domain.items import Item
from lachan.domain.live.live_class import Gain
from lachan.domain.live.privacy import holds_back
from lachan.domain.misconceptions import Misconception
from lachan.domain.rich.nodes import BlockNode
from lachan.domain.rich.text import RichText
from lachan.frontend import load_texts
from lachan.grading import (
    Bar,
    BarGroup,
    Response,
    count_misconceptions,
    count_spread,
    grade,
    parse_response,
)
from lachan.markup import to_nodes

# A seat's number → its answer as the browser sent it.
Answers = Mapping[int, object]


class BarJson(TypedDict):
    """``key`` tells whether it is right; null until that is told."""

    label: str
    text: list[BlockNode]
    count: int
    percent: int
    key: bool | None


class BarGroupJson(TypedDict):
    label: str
    text: list[BlockNode]
    bars: list[BarJson]


class BeliefJson(TypedDict):
    """A misconception as it is held, what is right, and how many chose it."""

    belief: str
    right: str
    count: int
    percent: int


class SpreadJson(TypedDict):
    """The chart of one question; ``held`` where too few have answered to show it.

    ``beliefs`` are what the wrong answers stand for, the most widespread first.
    """

    answered: int
    held: bool
    right: int | None
    groups: list[BarGroupJson]
    beliefs: list[BeliefJson]


class SummaryRowJson(TypedDict):
    """How many were right; null where it is held back."""

    stem: list[BlockNode]
    answered: int
    held: bool
    right: int | None
    percent: int | None


class SummaryJson(TypedDict):
    rows: list[SummaryRowJson]


class GainNumbersJson(TypedDict):
    """Percent right before and after; null where it is held back or nobody answered twice.

    ``gain`` is null, too, where all were right before: there was nothing to gain.
    """

    answered: int
    held: bool
    before: int | None
    after: int | None
    gain: int | None


class GainRowJson(GainNumbersJson):
    stem: list[BlockNode]


class GainJson(TypedDict):
    rows: list[GainRowJson]
    total: GainNumbersJson


def spread_json(
    item: Item,
    answers: Answers,
    salt: str,
    misconceptions: Sequence[Misconception] = (),
    *,
    revealed: bool,
) -> SpreadJson:
    """Return the bars of one question; what tells the key is left out until it is revealed.

    Parameters
    ----------
    salt
        The salt with which `to_public` named steps and right sides.
    misconceptions
        The words of what wrong answers stand for; what is not among them is left out.
    """
    if holds_back(item, len(answers)):
        return {
            "answered": len(answers),
            "held": True,
            "right": None,
            "groups": [],
            "beliefs": [],
        }
    responses = [parse_response(item, raw, salt) for raw in answers.values()]
    spread = count_spread(item, responses)
    tells_key = isinstance(item.body, Matching)
    groups = [] if tells_key and not revealed else spread.groups
    return {
        "answered": spread.answered,
        "held": False,
        "right": spread.right if revealed else None,
        "groups": [_group(item, group, spread.answered, revealed) for group in groups],
        "beliefs": _beliefs(item, responses, misconceptions) if revealed else [],
    }


def _beliefs(
    item: Item, responses: Sequence[Response], misconceptions: Sequence[Misconception]
) -> list[BeliefJson]:
    known = {each.id: each for each in misconceptions}
    return [
        {
            "belief": known[share.id].belief,
            "right": known[share.id].right,
            "count": share.shown,
            "percent": share.percent,
        }
        for share in count_misconceptions([(item, response)] for response in responses)
        if share.id in known
    ]


def _group(item: Item, group: BarGroup, answered: int, revealed: bool) -> BarGroupJson:
    heading = _texts(item).get(group.id, ()) if group.id else ()
    position = list(_texts(item)).index(group.id) if group.id else 0
    is_statement = isinstance(item.body, TrueFalseGroup)
    reached = sum(bar.count for bar in group.bars) if group.id else answered
    return {
        "label": f"{'abcdefgh'[position]})" if is_statement else "",
        "text": to_nodes(heading),
        "bars": [_bar(item, group, bar, reached, revealed) for bar in group.bars],
    }


def _bar(item: Item, group: BarGroup, bar: Bar, reached: int, revealed: bool) -> BarJson:
    label, text = _name_bar(item, group, bar)
    return {
        "label": label,
        "text": to_nodes(text),
        "count": bar.count,
        "percent": percent(bar.count, reached),
        "key": bar.key if revealed else None,
    }


def _name_bar(item: Item, group: BarGroup, bar: Bar) -> tuple[str, RichText]:
    match item.body:
        case SingleChoice(choices) | MultipleChoice(choices):
            position = [choice.id for choice in choices].index(bar.id)
            return f"{'ABCDEFGH'[position]}.", choices[position].text
        case TrueFalseGroup():
            return load_texts()[f"verdict_{bar.id}"], ()
        case ShortAnswer(_, _, unit):
            return (f"{bar.id} {unit}".strip() if bar.id else load_texts()["live_others"]), ()
        case Matching(pairs):
            return "", next(pair.left for pair in pairs if pair.id == bar.id)
        case Scenario() as body:
            ways = body.get_scene(group.id).choices
            return "", next(way.text for way in ways if way.id == bar.id)
        case _:
            return bar.id, ()


def _texts(item: Item) -> dict[str, RichText]:
    match item.body:
        case TrueFalseGroup(parts) | Scenario(parts):
            return {part.id: part.text for part in parts}
        case _:
            return {}


def summary_row(item: Item, answers: Answers, salt: str) -> SummaryRowJson:
    """Return how many were right in one question that was asked once."""
    held = holds_back(item, len(answers))
    right = None if held else len(find_right(item, answers, salt))
    return {
        "stem": to_nodes(item.stem),
        "answered": len(answers),
        "held": held,
        "right": right,
        "percent": None if right is None else percent(right, len(answers)),
    }


def gain_json(asked: list[tuple[Item, Answers, Answers]], salt: str) -> GainJson:
    """Return what changed between two rounds, an item a row and all together.

    Only seats that answered both times count: who came late or left early would otherwise
    look like learning or forgetting.
    """
    rows = list(_gain_rows(asked, salt))
    total = sum((gain for _, gain in rows), Gain(0, 0, 0))
    held = any(holds_back(item, gain.answered) for item, gain in rows)
    return {
        "rows": [
            {"stem": to_nodes(item.stem), **_gain_numbers(gain, holds_back(item, gain.answered))}
            for item, gain in rows
        ],
        "total": _gain_numbers(total, held),
    }


def _gain_rows(
    asked: list[tuple[Item, Answers, Answers]], salt: str
) -> Iterator[tuple[Item, Gain]]:
    for item, before, after in asked:
        both = before.keys() & after.keys()
        right_before = find_right(item, before, salt) & both
        right_after = find_right(item, after, salt) & both
        yield item, Gain(len(both), len(right_before), len(right_after))


def _gain_numbers(gain: Gain, held: bool) -> GainNumbersJson:
    if held or not gain.answered:
        return {
            "answered": gain.answered,
            "held": held,
            "before": None,
            "after": None,
            "gain": None,
        }
    normalised = gain.normalised
    return {
        "answered": gain.answered,
        "held": False,
        "before": percent(gain.before, gain.answered),
        "after": percent(gain.after, gain.answered),
        "gain": None if normalised is None else round(normalised * 100),
    }


def find_right(item: Item, answers: Answers, salt: str) -> set[int]:
    """Return the seats whose answer was fully right."""
    return {
        seat
        for seat, raw in answers.items()
        if grade(item, parse_response(item, raw, salt)).correct
    }


def percent(count: int, total: int) -> int:
    """Return a share in whole percent, rounded half up; 0 of nothing is 0."""
    return (200 * count + total) // (2 * total) if total else 0
