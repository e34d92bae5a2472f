"""Sets of items on which no habit pays: neither longest choices nor two Đúng in every group.

What the bank allows. The sets drawn are changed by swaps as little as is needed; what swaps leave
on a small paper is for the solver, and what it leaves stays.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from lachan.assembly.measures import Window
from lachan.assembly.swapping import BalanceSwapping
from lachan.assembly.task import Chosen, SetsModel, Task
from lachan.domain.bodies import TrueFalseGroup
from lachan.domain.papers.habits import HABITS
from lachan.domain.papers.paper import STATEMENTS_PER_GROUP

# A habit may earn, or lose, such a share of all points.
TOLERANCE = Fraction(2, 100)
# Columns up to which the solver is asked.
FEW_COLUMNS = 1_000
BALANCE_NODES = 50
# What a step outside a window costs, about, where another item than was drawn costs 1.
OUTSIDE = 1 << 16


def balance(task: Task, chosen: Chosen, limits: Mapping[str, int]) -> tuple[Chosen, list[Window]]:
    """Return sets on which no habit pays, and windows that later stages keep them in.

    Where a window cannot be met, it is as wide as the sets need.
    """
    if not task.blueprint.rules.key_balance:
        return chosen, []
    windows = [*_habit_windows(task), *_truth_windows(task)]
    chosen = BalanceSwapping(task, chosen, limits, windows).improve()
    few = task.base_count * len(task.slots) <= FEW_COLUMNS
    if few and any(window.widened(chosen) != window for window in windows):
        chosen = _solve(task, chosen, limits, windows)
    return chosen, [window.widened(chosen) for window in windows if window.step]


def _habit_windows(task: Task) -> Iterator[Window]:
    """Yield for each habit what it earns on each slot, in whole steps, and how much it may."""
    parts = task.blueprint.parts
    for habit in HABITS:
        gains = [habit.advantage(slot.item, parts[slot.part]) for slot in task.slots]
        # Half of what one item makes: a sum of such steps may come no nearer to nothing.
        step = (max(gains, default=Fraction()) - min(gains, default=Fraction())) / 2
        allowed = max(Fraction(task.blueprint.worth) * TOLERANCE, step)
        scale = math.lcm(*(gain.denominator for gain in gains))
        most = int(allowed * scale)
        yield Window(tuple(int(gain * scale) for gain in gains), -most, most)


def _truth_windows(task: Task) -> Iterator[Window]:
    """Yield windows on Đúng: no number of it in half of the groups, and in all as much as Sai."""
    numbers = [
        slot.item.body.right_count if isinstance(slot.item.body, TrueFalseGroup) else None
        for slot in task.slots
    ]
    wanted = sum(
        count
        for rank, count in task.ranks.items()
        if any(
            slot.rank == rank and number is not None
            for slot, number in zip(task.slots, numbers, strict=True)
        )
    )
    if wanted < 2:
        return
    for number in range(STATEMENTS_PER_GROUP + 1):
        yield Window(tuple(int(each == number) for each in numbers), 0, -(-wanted // 2))
    half = STATEMENTS_PER_GROUP // 2
    off = tuple(0 if each is None else each - half for each in numbers)
    most = -(-wanted // STATEMENTS_PER_GROUP)
    yield Window(off, -most, most)


def _solve(
    task: Task, chosen: Chosen, limits: Mapping[str, int], windows: Sequence[Window]
) -> Chosen:
    """Return sets that are outside their windows by the least sum that is found.

    Of equally good ones those with the fewest other items than were drawn, so that the draw
    stays fair.
    """
    model = SetsModel(task, task.base_count, limits)
    programme, start = model.programme, model.start(chosen)
    for column, drawn in enumerate(start):
        programme.set_cost(column, 1 - drawn)
    for window in windows:
        cost = max(1, OUTSIDE // max(1, window.step))
        for base, indexes in enumerate(chosen):
            total = sum(window.values[index] for index in indexes)
            over, under = (programme.add_column(cost, upper=math.inf) for _ in range(2))
            start += [max(0, total - window.high), max(0, window.low - total)]
            terms = [(model.column(base, s), v) for s, v in enumerate(window.values) if v]
            programme.add_row([*terms, (over, -1)], high=window.high)
            programme.add_row([*terms, (under, 1)], low=window.low)
    solution = programme.solve(start=start, nodes=BALANCE_NODES)
    return chosen if solution is None else SetsModel.chosen(task, task.base_count, solution.values)
