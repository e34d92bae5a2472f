"""Making sets of items more alike by swaps that keep every rule.

A swap trades an item for another of the same cell: inside one set, or between two. The best swap
is made until none helps. Sums stay whole numbers below 2**53, so that floating point is exact
and every machine takes the same swaps.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from itertools import combinations

import numpy as np
import numpy.typing as npt

from lachan.assembly.measures import Measure, Window
from lachan.assembly.task import Chosen, Task

Matrix = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]

# Steep enough that one pair far above the target weighs more than many just above it.
STEEPNESS = 3
# What a step of every window is worth, about: small enough that squares stay exact.
BALANCE_STEPS = 1 << 16


class Swapping(ABC):
    """Sets of items as rows of zeros and ones over slots, and the swaps that are allowed.

    Parameters
    ----------
    limits
        In how many sets each item may be.
    windows
        Between what the totals of a measure must stay.
    """

    def __init__(
        self, task: Task, chosen: Chosen, limits: Mapping[str, int], windows: Sequence[Window]
    ) -> None:
        self.sets: Matrix = np.zeros((len(chosen), len(task.slots)))
        for row, indexes in enumerate(chosen):
            self.sets[row, list(indexes)] = 1
        self._limits = np.array([limits[slot.item.id] for slot in task.slots])
        self._windows = [
            (np.array(each.values, dtype=np.float64), each.low, each.high, each.step)
            for each in windows
        ]
        self._alike = _alike(task)
        self._apart = _apart(task)

    @abstractmethod
    def change(self, row: int, still: tuple[int, ...]) -> Matrix:
        """Return what a swap in the set `row` costs, for slots i (leaves) and j (comes).

        What the set has to do with the sets in `still` is left out.
        """

    def improve(self) -> Chosen:
        """Make swaps until none helps; return the sets."""
        count = len(self.sets)
        while True:
            made = [self._replace(row) for row in range(count)]
            made += [self._exchange(*pair) for pair in combinations(range(count), 2)]
            if not any(made):
                return tuple(tuple(np.flatnonzero(row).tolist()) for row in self.sets)

    def _replace(self, row: int) -> bool:
        """Take the best other item into one set, if any is better."""
        room = self.sets.sum(axis=0) < self._limits
        change = self.change(row, (row,))
        return self._make(np.where(self._allowed(row) & room[None, :], change, 0), (row,))

    def _exchange(self, first: int, second: int) -> bool:
        """Trade the best pair of items between two sets, if any is better."""
        both = (first, second)
        change = self.change(first, both) + self.change(second, both).T
        allowed = self._allowed(first) & self._allowed(second).T
        return self._make(np.where(allowed, change, 0), both)

    def _make(self, change: Matrix, rows: tuple[int, ...]) -> bool:
        out, into = divmod(int(change.argmin()), change.shape[1])
        if change[out, into] >= 0:
            return False
        self.sets[rows[0], [out, into]] = 0, 1
        for row in rows[1:]:
            self.sets[row, [out, into]] = 1, 0
        return True

    def _allowed(self, row: int) -> Mask:
        """Return for slots i, j whether i is in the set and j may take its place."""
        inside = self.sets[row] > 0
        enemies = (self.sets[row] @ self._apart)[None, :] - self._apart
        allowed: Mask = self._alike & inside[:, None] & ~inside[None, :] & (enemies <= 0)
        for values, low, high, step in self._windows:
            total = self.sets[row] @ values
            if low <= total - step and total + step <= high:
                continue
            totals = total + values[None, :] - values[:, None]
            allowed &= (low <= totals) & (totals <= high)
        return allowed


class SharedSwapping(Swapping):
    """Fewer items in common: a pair of sets that shares more than `target` costs steeply."""

    def __init__(
        self,
        task: Task,
        chosen: Chosen,
        limits: Mapping[str, int],
        windows: Sequence[Window],
        target: int,
    ) -> None:
        super().__init__(task, chosen, limits, windows)
        self._target = target

    def change(self, row: int, still: tuple[int, ...]) -> Matrix:
        shared = self.sets @ self.sets[row]
        more = self._cost(shared + 1) - self._cost(shared)
        less = self._cost(shared) - self._cost(shared - 1)
        more[list(still)] = less[list(still)] = 0
        # Where a third set has both i and j, nothing changes: take both terms back.
        both = (self.sets * (less - more)[:, None]).T @ self.sets
        change: Matrix = (more @ self.sets)[None, :] - (less @ self.sets)[:, None] + both
        return change

    def _cost(self, shared: Matrix) -> Matrix:
        cost: Matrix = np.maximum(0, shared - self._target) ** STEEPNESS
        return cost


class BalanceSwapping(Swapping):
    """Totals inside their windows: a set costs the square of what it is outside, in steps."""

    def __init__(
        self, task: Task, chosen: Chosen, limits: Mapping[str, int], windows: Sequence[Window]
    ) -> None:
        super().__init__(task, chosen, limits, ())
        # Whole factors that bring the windows' steps to about one size.
        factors = [max(1, BALANCE_STEPS // max(1, each.step)) for each in windows]
        self._goals = [
            (np.array(each.values, dtype=np.float64) * by, each.low * by, each.high * by)
            for each, by in zip(windows, factors, strict=True)
        ]

    def change(self, row: int, still: tuple[int, ...]) -> Matrix:  # noqa: ARG002
        change: Matrix = np.zeros((self.sets.shape[1],) * 2)
        for values, low, high in self._goals:
            total = float(self.sets[row] @ values)
            after = total + values[None, :] - values[:, None]
            change += _outside(after, low, high) - _outside(np.array(total), low, high)
        return change

    def _replace(self, row: int) -> bool:
        return self._is_outside(row) and super()._replace(row)

    def _exchange(self, first: int, second: int) -> bool:
        outside = self._is_outside(first) or self._is_outside(second)
        return outside and super()._exchange(first, second)

    def _is_outside(self, row: int) -> bool:
        totals = ((self.sets[row] @ values, low, high) for values, low, high in self._goals)
        return any(total < low or high < total for total, low, high in totals)


def _outside(totals: Matrix, low: int, high: int) -> Matrix:
    square: Matrix = np.maximum(0, np.maximum(low - totals, totals - high)) ** 2
    return square


class TotalSwapping(Swapping):
    """Equal totals: a set costs the square of its distance from the middle set's total."""

    def __init__(
        self,
        task: Task,
        chosen: Chosen,
        limits: Mapping[str, int],
        windows: Sequence[Window],
        measure: Measure,
    ) -> None:
        super().__init__(task, chosen, limits, windows)
        self._values = np.array(measure.small, dtype=np.float64)
        self._middle = np.sort(self.sets @ self._values)[len(chosen) // 2]

    def change(self, row: int, still: tuple[int, ...]) -> Matrix:  # noqa: ARG002
        away = float(self.sets[row] @ self._values - self._middle)
        more = self._values[None, :] - self._values[:, None]
        change: Matrix = more * (2 * away + more)
        return change


def _alike(task: Task) -> Mask:
    """Return for each two slots whether they fill the same cell and are free to go."""
    kinds: dict[object, int] = {}
    kind = []
    for index, slot in enumerate(task.slots):
        fixed = slot.item.group or slot.item.id in task.blueprint.rules.include
        alone = index if fixed else -1
        name = (slot.rank, tuple(sorted(slot.fills.items())), alone)
        kind.append(kinds.setdefault(name, len(kinds)))
    numbers = np.array(kind)
    alike: Mask = numbers[:, None] == numbers[None, :]
    return alike


def _apart(task: Task) -> Matrix:
    """Return for each two slots 1 where one set cannot hold both: enemies, or the same item."""
    apart: Matrix = np.zeros((len(task.slots), len(task.slots)))
    same = [(item_id, item_id) for item_id, slots in task.slots_of_item.items() if len(slots) > 1]
    for first, second in [*task.enemy_pairs, *same]:
        for one in task.slots_of_item[first]:
            for other in task.slots_of_item[second]:
                apart[one, other] = apart[other, one] = one != other
    return apart
