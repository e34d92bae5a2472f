"""Which misconceptions an answer shows: what its wrong choices stand for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lachan.domain.bodies import MultipleChoice, SingleChoice, TrueFalseGroup
from lachan.domain.items import Item
from lachan.grading.response import Response


@dataclass(frozen=True, slots=True)
class MisconceptionShare:
    """How many people met a misconception among what they answered, and how many chose it.

    Whoever chose it in several items counts once.
    """

    id: str
    met: int
    shown: int

    @property
    def percent(self) -> int:
        """Those who chose it of those who met it, in whole percent."""
        return round(100 * self.shown / self.met)


def find_misconceptions(item: Item) -> frozenset[str]:
    """Return the misconceptions that the wrong answers to an item stand for."""
    return frozenset(name for name in _by_option(item).values() if name)


def find_shown(item: Item, response: Response) -> frozenset[str]:
    """Return the misconceptions that a response shows; it must fit the item."""
    named = _by_option(item)
    match response:
        case str():
            chosen: Iterable[str] = (response,)
        case Mapping():
            chosen = (part for part, said in response.items() if said is True)
        case _:
            chosen = response
    return frozenset(name for option in chosen if (name := named.get(option)))


def _by_option(item: Item) -> dict[str, str]:
    """Return option → misconception, of those that are wrong to choose or to call true."""
    match item.body:
        case SingleChoice(choices, key):
            return {each.id: each.misconception for each in choices if each.id != key}
        case MultipleChoice(choices, keys):
            return {each.id: each.misconception for each in choices if each.id not in keys}
        case TrueFalseGroup(statements):
            return {each.id: each.misconception for each in statements if not each.key}
        case _:
            return {}


def count_misconceptions(
    people: Iterable[Iterable[tuple[Item, Response]]],
) -> tuple[MisconceptionShare, ...]:
    """Count what each person answered; the one that most of those who met it chose comes first.

    Misconceptions that nobody chose are left out.
    """
    met: Counter[str] = Counter()
    shown: Counter[str] = Counter()
    for answered in people:
        mine = list(answered)
        met.update({name for item, _ in mine for name in find_misconceptions(item)})
        shown.update({name for item, said in mine for name in find_shown(item, said)})
    shares = [MisconceptionShare(name, met[name], count) for name, count in shown.items()]
    return tuple(sorted(shares, key=lambda each: (-each.shown / each.met, -each.shown, each.id)))
