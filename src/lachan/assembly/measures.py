"""What a set of items is expected to ask of contestants: points lost and seconds."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lachan.assembly.candidates import Slot
from lachan.domain.items import Item
from lachan.domain.kinds import Level
from lachan.domain.papers import Blueprint

# (item id, revision) → expected share of wrong answers, in thousandths.
Difficulty = Mapping[tuple[str, str], int]

# Where nobody has measured an item yet, its level speaks: a convention of this project, not a
# finding. A measured value from quiz_bank/difficulty.yaml takes its place.
LEVEL_DIFFICULTY = {Level.KNOW: 250, Level.UNDERSTAND: 450, Level.APPLY: 650}


@dataclass(frozen=True, slots=True)
class Measure:
    """A whole number for each slot, whose sum the sets of a paper should share.

    `values` are whole steps; `step` is what one step is worth, in points or seconds.
    """

    name: str
    values: tuple[int, ...]
    step: Decimal

    def total(self, chosen: Iterable[int]) -> Decimal:
        """Return the sum over the chosen slots, in points or seconds."""
        return sum(self.values[index] for index in chosen) * self.step

    def reduced(self, ranks: Sequence[object]) -> tuple[tuple[int, ...], int]:
        """Return small whole numbers with the same differences between sets, and their factor.

        Every set takes the same number of slots of a rank, so that the least value of a rank
        can be left out; what is left is divided by its greatest common divisor.
        """
        least: dict[object, int] = {}
        for value, rank in zip(self.values, ranks, strict=True):
            least[rank] = min(value, least.get(rank, value))
        rest = [value - least[rank] for value, rank in zip(self.values, ranks, strict=True)]
        factor = math.gcd(*rest) or 1
        return tuple(value // factor for value in rest), factor


@dataclass(frozen=True, slots=True)
class Window:
    """Whole numbers for each slot whose totals in two sets differ by at most `width`."""

    values: tuple[int, ...]
    width: int

    def total(self, indexes: Sequence[int]) -> int:
        """Return the sum over the slots of a set."""
        return sum(self.values[index] for index in indexes)


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
    lost = tuple(
        int(each * scale) * difficulty_of(slot.item, measured)
        for each, slot in zip(points, slots, strict=True)
    )
    seconds = tuple(slot.item.seconds for slot in slots)
    return (
        Measure("difficulty", lost, 1 / Decimal(1000 * scale)),
        Measure("time", seconds, Decimal(1)),
    )
