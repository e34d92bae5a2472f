"""What a set of items is expected to ask of contestants: points lost and seconds."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lachan.assembly.candidates import Slot
from lachan.domain.items import Item
from lachan.domain.kinds import Level
from lachan.domain.papers.paper import Blueprint

# (item id, revision) → expected share of wrong answers, in thousandths.
Difficulty = Mapping[tuple[str, str], int]

# Where nobody has measured an item yet, its level speaks: a convention of this project, not a
# finding. A measured value from quiz_bank/difficulty.yaml takes its place.
LEVEL_DIFFICULTY = {Level.KNOW: 250, Level.UNDERSTAND: 450, Level.APPLY: 650}


# Sets that differ by less than this share of all points, or of the time given, are alike: a
# later stage may use that much, where it would come to nothing without. (0.05 of ten points.)
GRAIN_PARTS = 200


@dataclass(frozen=True, slots=True)
class Window:
    """Whole numbers for each slot whose total in every set lies between `low` and `high`."""

    values: tuple[int, ...]
    low: int
    high: int

    @property
    def step(self) -> int:
        """How much the total can change at most where one slot takes the place of another."""
        return max(self.values, default=0) - min(self.values, default=0)

    def widened(self, chosen: Sequence[Sequence[int]]) -> Window:
        """Return the window, as much wider as the totals of these sets need."""
        totals = [sum(self.values[index] for index in indexes) for indexes in chosen]
        return Window(self.values, min(self.low, *totals), max(self.high, *totals))


@dataclass(frozen=True, slots=True)
class Measure:
    """What the sets of a paper should have alike: points expected to be lost, or seconds.

    Attributes
    ----------
    values
        For each slot in whole steps, and `step` what one is worth in points or seconds.
    small
        Small whole numbers with the same differences between sets, and `unit` what one is
        worth. Every set takes the same number of slots of a rank, so that the least value of
        each rank is left out; what is left is divided by its greatest common divisor.
    grain
        A difference, in small numbers, below which sets count as alike.
    """

    name: str
    values: tuple[int, ...]
    step: Decimal
    small: tuple[int, ...]
    unit: Decimal
    grain: int

    @classmethod
    def of(
        cls, name: str, values: Sequence[int], step: Decimal, slots: Sequence[Slot], grain: Decimal
    ) -> Measure:
        """Return the measure with these values of the slots; `grain` in points or seconds."""
        least: dict[object, int] = {}
        for value, slot in zip(values, slots, strict=True):
            least[slot.rank] = min(value, least.get(slot.rank, value))
        rest = [value - least[slot.rank] for value, slot in zip(values, slots, strict=True)]
        factor = math.gcd(*rest) or 1
        unit = step * factor
        small = tuple(value // factor for value in rest)
        return cls(name, tuple(values), step, small, unit, int(grain / unit))

    def total(self, indexes: Iterable[int]) -> Decimal:
        """Return the sum over the slots of a set, in points or seconds."""
        return plain_number(sum(self.values[index] for index in indexes) * self.step)

    def totals(self, chosen: Sequence[Sequence[int]]) -> list[int]:
        """Return the sums of the small numbers over the slots of each set."""
        return [sum(self.small[index] for index in indexes) for indexes in chosen]

    def spread(self, chosen: Sequence[Sequence[int]]) -> int:
        """Return the greatest total less the least one, in small numbers."""
        totals = self.totals(chosen)
        return max(totals) - min(totals)

    def window(self, chosen: Sequence[Sequence[int]], *, loose: bool) -> Window:
        """Return the window that the totals lie in; widened to the grain where `loose`."""
        totals = self.totals(chosen)
        low, high = min(totals), max(totals)
        extra = max(0, self.grain - (high - low)) if loose else 0
        return Window(self.small, low - extra // 2, high + extra - extra // 2)


def plain_number(value: Decimal) -> Decimal:
    """Return the value without idle zeros or an exponent: one value, one spelling."""
    return Decimal(f"{value.normalize():f}")


def difficulty_of(item: Item, measured: Difficulty) -> int:
    """Return the expected share of wrong answers of an item, in thousandths."""
    return measured.get((item.id, item.revision), LEVEL_DIFFICULTY[item.level])


def measures_of(
    blueprint: Blueprint, slots: Sequence[Slot], measured: Difficulty
) -> tuple[Measure, Measure]:
    """Return the expected loss of points and the expected seconds of every slot."""
    points = [blueprint.parts[slot.part].points for slot in slots]
    scale = math.lcm(*(each.as_integer_ratio()[1] for each in points))
    lost = [
        int(each * scale) * difficulty_of(slot.item, measured)
        for each, slot in zip(points, slots, strict=True)
    ]
    seconds = [slot.item.seconds for slot in slots]
    rules = blueprint.rules
    given = Decimal(blueprint.minutes * 60)
    return (
        Measure.of(
            "difficulty",
            lost,
            1 / Decimal(1000 * scale),
            slots,
            _grain(blueprint.worth, rules.difficulty_tolerance),
        ),
        Measure.of("time", seconds, Decimal(1), slots, _grain(given, rules.time_tolerance_s)),
    )


def _grain(whole: Decimal, tolerance: Decimal | int | None) -> Decimal:
    """Return a small part of the whole; never more than the blueprint tolerates."""
    grain = whole / GRAIN_PARTS
    return grain if tolerance is None else min(grain, Decimal(tolerance))
