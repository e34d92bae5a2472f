"""How a class answered, as its screen shows it: bars of counts.

Nothing here tells who answered what. Where an item asks for care, a chart of very few answers
would: it is held back until enough have answered.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
from lachan.domain.live.hands import Hands, asks_right
from lachan.domain.live.privacy import holds_back
from lachan.domain.misconceptions import Misconception
from lachan.domain.rich.nodes import BlockNode
from lachan.domain.rich.text import RichText
from lachan.frontend import load_texts
from lachan.grading import (
    Bar,
    BarGroup,
    Response,
    Spread,
    add_hands,
    count_spread,
    parse_response,
)
from lachan.markup import to_nodes
from lachan.wire.beliefs import BeliefJson, beliefs_json

# A seat's number → its answer as the browser sent it.
Answers = Mapping[int, object]


class BarJson(TypedDict):
    """``key`` tells whether it is right; null until that is told.

    ``answer`` is what belongs to it, where that is told: the other half of a pair.
    """

    label: str
    text: list[BlockNode]
    answer: list[BlockNode]
    count: int
    percent: int
    key: bool | None


class BarGroupJson(TypedDict):
    label: str
    text: list[BlockNode]
    bars: list[BarJson]


class SpreadJson(TypedDict):
    """The chart of one question; ``held`` where too few have answered to show it.

    ``by_hand`` of those who answered raised their hands and were counted by the teacher.
    ``right`` is null as well where hands were raised that do not tell it. ``beliefs`` are what
    the wrong answers stand for, the most widespread first.
    """

    answered: int
    by_hand: int
    held: bool
    right: int | None
    groups: list[BarGroupJson]
    beliefs: list[BeliefJson]


class SummaryRowJson(TypedDict):
    """How many were right; null where it is held back, or raised hands do not tell it."""

    stem: list[BlockNode]
    answered: int
    by_hand: int
    held: bool
    right: int | None
    percent: int | None


class SummaryJson(TypedDict):
    rows: list[SummaryRowJson]


def spread_json(
    item: Item,
    answers: Answers,
    salt: str,
    misconceptions: Sequence[Misconception] = (),
    *,
    revealed: bool,
    hands: Hands | None = None,
) -> SpreadJson:
    """Return the bars of one question; what tells the key is left out until it is revealed.

    Parameters
    ----------
    salt
        The salt with which `to_public` named steps and right sides.
    misconceptions
        The words of what wrong answers stand for; what is not among them is left out.
    hands
        Hands that were raised besides, if any.
    """
    responses = [parse_response(item, raw, salt) for raw in answers.values()]
    spread = count_class(item, responses, hands)
    by_hand = hands.answered if hands else 0
    if holds_back(item, spread.answered):
        return {
            "answered": spread.answered,
            "by_hand": by_hand,
            "held": True,
            "right": None,
            "groups": [],
            "beliefs": [],
        }
    tells_key = isinstance(item.body, Matching)
    groups = [] if tells_key and not revealed else spread.groups
    # Who only raised a hand for being right is in no bar.
    charted = len(answers) if asks_right(item) else spread.answered
    return {
        "answered": spread.answered,
        "by_hand": by_hand,
        "held": False,
        "right": spread.right if revealed else None,
        "groups": [group_json(item, group, charted, revealed) for group in groups],
        "beliefs": beliefs_json(item, responses, hands, misconceptions) if revealed else [],
    }


def count_class(item: Item, responses: Sequence[Response], hands: Hands | None) -> Spread:
    """Count what a class answered, by devices and by raised hands."""
    spread = count_spread(item, responses)
    return add_hands(item, spread, hands) if hands else spread


def group_json(item: Item, group: BarGroup, answered: int, revealed: bool) -> BarGroupJson:
    """Return the bars of one part of an item, of `answered` who were asked."""
    label, heading = name_part(item, group)
    reached = sum(bar.count for bar in group.bars) if group.id else answered
    return {
        "label": label,
        "text": to_nodes(heading),
        "bars": [_bar(item, group, bar, reached, revealed) for bar in group.bars],
    }


def _bar(item: Item, group: BarGroup, bar: Bar, reached: int, revealed: bool) -> BarJson:
    label, text = name_bar(item, group, bar)
    return {
        "label": label,
        "text": to_nodes(text),
        "answer": to_nodes(_find_other_half(item, bar)) if revealed else [],
        "count": bar.count,
        "percent": percent(bar.count, reached),
        "key": bar.key if revealed else None,
    }


def name_part(item: Item, group: BarGroup) -> tuple[str, RichText]:
    """Return letter and text of the part that a group is about; both empty for the whole."""
    texts = _texts(item)
    if group.id not in texts:
        return "", ()
    is_statement = isinstance(item.body, TrueFalseGroup)
    label = f"{'abcdefgh'[list(texts).index(group.id)]})" if is_statement else ""
    return label, texts[group.id]


def name_bar(item: Item, group: BarGroup, bar: Bar) -> tuple[str, RichText]:
    """Return the letter and the text of what a bar counts."""
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


def _find_other_half(item: Item, bar: Bar) -> RichText:
    match item.body:
        case Matching(pairs):
            return next(pair.right for pair in pairs if pair.id == bar.id)
        case _:
            return ()


def _texts(item: Item) -> dict[str, RichText]:
    match item.body:
        case TrueFalseGroup(parts) | Scenario(parts):
            return {part.id: part.text for part in parts}
        case _:
            return {}


def summary_row(
    item: Item, answers: Answers, salt: str, hands: Hands | None = None
) -> SummaryRowJson:
    """Return how many were right in one question that was asked once."""
    responses = [parse_response(item, raw, salt) for raw in answers.values()]
    spread = count_class(item, responses, hands)
    held = holds_back(item, spread.answered)
    right = None if held else spread.right
    return {
        "stem": to_nodes(item.stem),
        "answered": spread.answered,
        "by_hand": hands.answered if hands else 0,
        "held": held,
        "right": right,
        "percent": None if right is None else percent(right, spread.answered),
    }


def percent(count: int, total: int) -> int:
    """Return a share in whole percent, rounded half up; 0 of nothing is 0."""
    return (200 * count + total) // (2 * total) if total else 0
