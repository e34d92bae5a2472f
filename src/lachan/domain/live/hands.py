"""Hands that a class raises where it has no devices, as the teacher has counted them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from lachan.domain.bodies import Essay, MultipleChoice, Scenario, SingleChoice, TrueFalseGroup
from lachan.domain.items import Item
from lachan.domain.live.live_class import Gain

# One answer that hands are raised for: the part of the item that it belongs to ("" for the whole)
# and the answer in it, named as the bars of its chart are.
Choice = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Hands:
    """How many hands were raised at one question.

    Attributes
    ----------
    answered
        How many took part.
    right
        How many were fully right; None where raised hands do not tell, since nobody knows which
        of them belong to the same child.
    counts
        Hands by what they were raised for; empty where only the right ones were counted.
    """

    answered: int
    right: int | None
    counts: Mapping[Choice, int]


def list_choices(item: Item) -> tuple[Choice, ...]:
    """Return what hands are raised for, one after the other; empty where only "right" is asked.

    A branching case is one for a class that goes through it together: its first scene.
    """
    match item.body:
        case SingleChoice(choices) | MultipleChoice(choices):
            return tuple(("", choice.id) for choice in choices)
        case TrueFalseGroup(statements):
            return tuple((each.id, key) for each in statements for key in ("true", "false"))
        case Scenario(scenes):
            return tuple((scenes[0].id, way.id) for way in scenes[0].choices)
        case _:
            return ()


def asks_how_many(item: Item) -> bool:
    """Tell whether it must be asked apart how many took part: one hand each does not say it."""
    return isinstance(item.body, MultipleChoice) or not list_choices(item)


def asks_right(item: Item) -> bool:
    """Tell whether hands are raised, once the answer is told, by those who had it right.

    Not for an essay, which nobody judges in a moment.
    """
    return not list_choices(item) and not isinstance(item.body, Essay)


def count_hands(
    item: Item, counts: Mapping[Choice, int], answered: int | None, right: int | None
) -> Hands:
    """Return the hands of one question from what was counted.

    Parameters
    ----------
    counts
        By `list_choices`; a choice that is missing had no hands.
    answered, right
        Used where they are asked for (`asks_how_many`, `asks_right`), and then not None.

    Raises
    ------
    ValueError
        Where the numbers cannot all be right: a name that the item does not have, fewer than no
        hands, more hands for one answer than took part.
    """
    choices = list_choices(item)
    if not counts.keys() <= set(choices) or any(count < 0 for count in counts.values()):
        raise ValueError("counts that do not belong to the item")
    raised = {choice: counts.get(choice, 0) for choice in choices}
    took_part = answered if asks_how_many(item) else _find_largest_part(raised)
    if took_part is None or took_part < max(raised.values(), default=0):
        raise ValueError("more hands than took part")
    if asks_right(item):
        if right is None or not 0 <= right <= took_part:
            raise ValueError("more right hands than took part")
        return Hands(took_part, right, {})
    body = item.body
    return Hands(
        took_part, raised["", body.key] if isinstance(body, SingleChoice) else None, raised
    )


def list_persons(item: Item, hands: Hands) -> tuple[str, ...]:
    """Return what each child chose who raised a hand, in no order; empty where hands do not tell.

    They do where each child raises one hand for the whole item: with one right choice.
    """
    if not isinstance(item.body, SingleChoice):
        return ()
    return tuple(choice for (_, choice), count in hands.counts.items() for _ in range(count))


def gain_by_hand(before: Hands, after: Hands) -> Gain:
    """Return what changed between two counts of the same class.

    Nobody knows whose hands they were, so shares are compared, over as many as took part both
    times; nothing where hands did not tell who was right.
    """
    both = min(before.answered, after.answered)
    if before.right is None or after.right is None or both == 0:
        return Gain(0, 0, 0)
    return Gain(
        both,
        round(Fraction(before.right * both, before.answered)),
        round(Fraction(after.right * both, after.answered)),
    )


def _find_largest_part(raised: Mapping[Choice, int]) -> int:
    """Return how many raised a hand for one part of the item, where most did."""
    sums: dict[str, int] = {}
    for (part, _), count in raised.items():
        sums[part] = sums.get(part, 0) + count
    return max(sums.values(), default=0)
