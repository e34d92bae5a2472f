"""Which misconceptions answers show: what their wrong choices stand for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lachan.domain.bodies import iter_judged
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


def count_misconceptions(
    people: Iterable[Iterable[tuple[Item, Response]]],
) -> tuple[MisconceptionShare, ...]:
    """Count what each person answered; the one that most of those who met it chose comes first.

    Misconceptions that nobody chose are left out.
    """
    met: Counter[str] = Counter()
    shown: Counter[str] = Counter()
    for answered in people:
        met_here: set[str] = set()
        shown_here: set[str] = set()
        for item, response in answered:
            chosen = _find_chosen(response)
            for _, option, right in iter_judged(item.body):
                if option.misconception and not right:
                    met_here.add(option.misconception)
                    if option.id in chosen:
                        shown_here.add(option.misconception)
        met.update(met_here)
        shown.update(shown_here)
    shares = [MisconceptionShare(name, met[name], count) for name, count in shown.items()]
    return tuple(sorted(shares, key=lambda each: (-each.shown / each.met, -each.shown, each.id)))


def _find_chosen(response: Response) -> frozenset[str]:
    """Return the options that were chosen or called true."""
    match response:
        case str():
            return frozenset((response,))
        case Mapping():
            return frozenset(part for part, said in response.items() if said is True)
        case _:
            return frozenset(response)
