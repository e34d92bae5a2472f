"""Drawing items for practice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from lachan.domain.bodies import Choice, MultipleChoice, SingleChoice
from lachan.domain.items import Item
from lachan.domain.kinds import Level


def draw_items(pool: Sequence[Item], length: int, rng: Random | None) -> list[Item]:
    """Return `length` items of `pool`, easier levels first.

    Enemies (items that give each other away) come together only when there are too few
    others.

    Parameters
    ----------
    pool
        The items to draw from.
    length
        How many; 0 or too many means all.
    rng
        Chooses and mixes; None takes the pool's own order and leaves choices as written.
    """
    mixed = rng.sample(pool, len(pool)) if rng else list(pool)
    picked = _prefer_friends(mixed)[: length or len(mixed)]
    order = list(Level)
    picked.sort(key=lambda item: order.index(item.level))
    return [mix_choices(item, rng) for item in picked] if rng else picked


def mix_choices(item: Item, rng: Random) -> Item:
    """Return `item` with its choices in another order; pinned ones stay where they are."""
    match item.body:
        case SingleChoice(choices) | MultipleChoice(choices):
            return replace(item, body=replace(item.body, choices=_mix(choices, rng)))
        case _:
            return item


def _prefer_friends(items: Sequence[Item]) -> list[Item]:
    first: list[Item] = []
    later: list[Item] = []
    for item in items:
        is_enemy = any(item.id in other.enemies or other.id in item.enemies for other in first)
        (later if is_enemy else first).append(item)
    return first + later


def _mix(choices: tuple[Choice, ...], rng: Random) -> tuple[Choice, ...]:
    free = [choice for choice in choices if not choice.pinned]
    rng.shuffle(free)
    following = iter(free)
    return tuple(choice if choice.pinned else next(following) for choice in choices)
