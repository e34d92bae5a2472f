"""What a lesson has changed in a class: how many were right before and after."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TypedDict

from lachan.domain.bodies import Essay
from lachan.domain.items import Item
from lachan.domain.live.hands import Hands, gain_by_hand
from lachan.domain.live.live_class import Gain
from lachan.domain.live.privacy import holds_back
from lachan.domain.rich.nodes import BlockNode
from lachan.grading import grade, parse_response
from lachan.markup import to_nodes
from lachan.wire.chart import Answers, percent


class GainNumbersJson(TypedDict):
    """Percent right before and after; null where it is held back or nobody answered twice.

    ``gain`` is null, too, where all were right before: there was nothing to gain.
    """

    answered: int
    by_hand: int
    held: bool
    before: int | None
    after: int | None
    gain: int | None


class GainRowJson(GainNumbersJson):
    stem: list[BlockNode]


class GainObjectiveJson(GainNumbersJson):
    """What changed over all items of an objective of the lesson; ``text`` names it."""

    text: str


class GainJson(TypedDict):
    rows: list[GainRowJson]
    objectives: list[GainObjectiveJson]
    total: GainNumbersJson


def gain_json(
    asked: Sequence[tuple[Item, Answers, Answers]],
    salt: str,
    hands: Mapping[str, tuple[Hands, Hands]] = MappingProxyType({}),
    objectives: Mapping[str, str] = MappingProxyType({}),
) -> GainJson:
    """Return what changed between two rounds: an item a row, by objective, and all together.

    Only seats that answered both times count: who came late or left early would otherwise
    look like learning or forgetting.

    Parameters
    ----------
    hands
        Hands raised before and after, by item, where both were counted; see `gain_by_hand`.
    objectives
        The lesson's objectives by id, in its order; those without an item here are left out.
    """
    rows = list(_gain_rows(asked, salt, hands))
    by_objective = {
        text: found
        for name, text in objectives.items()
        if (found := [row for row in rows if row[0].objective == name])
    }
    return {
        "rows": [
            {
                "stem": to_nodes(item.stem),
                **_gain_numbers(gain, by_hand, holds_back(item, gain.answered)),
            }
            for item, gain, by_hand in rows
        ],
        "objectives": [{"text": text, **_sum(found)} for text, found in by_objective.items()],
        "total": _sum(rows),
    }


def _gain_rows(
    asked: Sequence[tuple[Item, Answers, Answers]],
    salt: str,
    hands: Mapping[str, tuple[Hands, Hands]],
) -> Iterator[tuple[Item, Gain, int]]:
    for item, before, after in asked:
        judged = not isinstance(item.body, Essay)
        both = before.keys() & after.keys() if judged else set()
        right_before = _find_right(item, before, salt) & both
        right_after = _find_right(item, after, salt) & both
        raised = gain_by_hand(*hands[item.id]) if item.id in hands else Gain(0, 0, 0)
        seats = Gain(len(both), len(right_before), len(right_after))
        yield item, seats + raised, raised.answered


def _sum(rows: Sequence[tuple[Item, Gain, int]]) -> GainNumbersJson:
    """Return all rows together; held back where one of them is."""
    total = sum((gain for _, gain, _ in rows), Gain(0, 0, 0))
    held = any(holds_back(item, gain.answered) for item, gain, _ in rows)
    return _gain_numbers(total, sum(by_hand for *_, by_hand in rows), held)


def _gain_numbers(gain: Gain, by_hand: int, held: bool) -> GainNumbersJson:
    told = not held and gain.answered > 0
    normalised = gain.normalised if told else None
    return {
        "answered": gain.answered,
        "by_hand": by_hand,
        "held": held,
        "before": percent(gain.before, gain.answered) if told else None,
        "after": percent(gain.after, gain.answered) if told else None,
        "gain": None if normalised is None else round(normalised * 100),
    }


def _find_right(item: Item, answers: Answers, salt: str) -> set[int]:
    """Return the seats whose answer was fully right; none of an essay, which people read."""
    if isinstance(item.body, Essay):
        return set()
    return {
        seat
        for seat, raw in answers.items()
        if grade(item, parse_response(item, raw, salt)).correct
    }
