"""How the answers of a class are spread over an item: counts only, nobody's own words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from lachan.domain.bodies import (
    Essay,
    Matching,
    MultipleChoice,
    Scenario,
    Scene,
    ShortAnswer,
    SingleChoice,
    TrueFalseGroup,
)
from lachan.domain.items import Item
from lachan.domain.live.hands import Hands
from lachan.grading.response import Response, normalize_typed, walk
from lachan.grading.score import grade

# Numbers that a class typed, the most frequent ones; the others are one bar, named "".
MOST_VALUES = 6


@dataclass(frozen=True, slots=True)
class Bar:
    """How many gave one answer; `key` tells whether it belongs to the right answer."""

    id: str
    count: int
    key: bool


@dataclass(frozen=True, slots=True)
class BarGroup:
    """Bars of one part of an item: a statement, a scene; `id` is empty for the whole item."""

    id: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Spread:
    """How many answered, how many of them fully right, and what they chose.

    Texts that pupils write stay out: `groups` is empty for them. `right` is None for an essay,
    and where hands were raised that do not tell it.
    """

    answered: int
    right: int | None
    groups: tuple[BarGroup, ...]


def count_spread(item: Item, responses: Sequence[Response]) -> Spread:
    """Count `responses`, which must fit the item (see `parse_response`)."""
    if isinstance(item.body, Essay):
        # Read by people: what is right of it nobody has told yet.
        return Spread(len(responses), None, ())
    right = sum(grade(item, response).correct for response in responses)
    return Spread(len(responses), right, tuple(_groups(item, responses)))


def add_hands(item: Item, spread: Spread, hands: Hands) -> Spread:
    """Return the spread of a class with the hands among its answers that it raised besides."""
    groups = spread.groups
    if isinstance(item.body, Scenario) and not groups:
        # Nobody went through it with a device.
        groups = (_name_ways(item.body.scenes[0], Counter()),)
    return Spread(
        spread.answered + hands.answered,
        None if spread.right is None or hands.right is None else spread.right + hands.right,
        tuple(_add(group, hands) for group in groups),
    )


def _add(group: BarGroup, hands: Hands) -> BarGroup:
    bars = (
        replace(bar, count=bar.count + hands.counts.get((group.id, bar.id), 0))
        for bar in group.bars
    )
    return BarGroup(group.id, tuple(bars))


def _groups(item: Item, responses: Sequence[Response]) -> Iterable[BarGroup]:
    match item.body:
        case SingleChoice(choices, key):
            yield _count("", responses, [(c.id, c.id == key) for c in choices])
        case MultipleChoice(choices, keys):
            chosen = [choice for response in responses for choice in response]
            yield _count("", chosen, [(c.id, c.id in keys) for c in choices])
        case TrueFalseGroup(statements):
            for statement in statements:
                said = [r.get(statement.id) for r in responses if isinstance(r, Mapping)]
                verdicts = [(verdict, verdict is statement.key) for verdict in (True, False)]
                yield _count(statement.id, said, verdicts)
        case ShortAnswer() as body:
            yield _count_values(body, responses)
        case Matching(pairs):
            own = [p.id for p in pairs for r in responses if _joins(r, p.id)]
            yield _count("", own, [(pair.id, True) for pair in pairs])
        case Scenario() as body:
            yield from _count_ways(body, responses)
        case _:
            return


def _count(
    group_id: str, given: Iterable[object], options: Iterable[tuple[str | bool, bool]]
) -> BarGroup:
    counts = Counter(given)
    return BarGroup(
        group_id,
        tuple(Bar(str(option).lower(), counts[option], key) for option, key in options),
    )


def _count_values(body: ShortAnswer, responses: Iterable[Response]) -> BarGroup:
    spellings = {normalize_typed(each) for each in (body.key, *body.accepted)}
    counts = Counter(str(response) for response in responses)
    ordered = sorted(counts, key=lambda value: (-counts[value], value))
    bars = [Bar(value, counts[value], value in spellings) for value in ordered[:MOST_VALUES]]
    others = sum(counts[value] for value in ordered[MOST_VALUES:])
    return BarGroup("", (*bars, Bar("", others, False)) if others else tuple(bars))


def _joins(response: Response, pair_id: str) -> bool:
    return isinstance(response, Mapping) and response.get(pair_id) == pair_id


def _count_ways(body: Scenario, responses: Iterable[Response]) -> Iterable[BarGroup]:
    """Count, scene by scene, what those chose who came there."""
    made: Counter[tuple[str, str]] = Counter()
    for response in responses:
        scene = body.scenes[0]
        for choice in walk(body, tuple(response)) or []:
            made[scene.id, choice.id] += 1
            scene = body.get_scene(choice.next)
    for scene in body.scenes:
        group = _name_ways(scene, made)
        if any(bar.count for bar in group.bars):
            yield group


def _name_ways(scene: Scene, made: Counter[tuple[str, str]]) -> BarGroup:
    return BarGroup(
        scene.id, tuple(Bar(way.id, made[scene.id, way.id], way.best) for way in scene.choices)
    )
