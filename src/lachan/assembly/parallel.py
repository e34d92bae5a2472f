"""Making sets of items alike in a measure: the greatest total as close to the least as can be.

Swaps come first: they mostly end with equal totals, which nothing beats. What they leave is for
the solver, where it is more than a grain or the paper is small enough to be sure.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lachan.assembly.measures import Measure, Window, plain_number
from lachan.assembly.programme import Solution
from lachan.assembly.swapping import TotalSwapping
from lachan.assembly.task import Chosen, SetsModel, Task
from lachan.domain.papers.paper import Stage

PARALLEL_NODES = 100
# Columns up to which the solver is asked for a proof even of less than a grain.
FEW_COLUMNS = 1_000


def make_parallel(
    task: Task,
    chosen: Chosen,
    limits: Mapping[str, int],
    measure: Measure,
    earlier: Sequence[Measure],
    balanced: Sequence[Window] = (),
) -> tuple[Chosen, Stage]:
    """Return sets as alike in `measure` as was found, with the proof.

    Parameters
    ----------
    chosen
        Sets that meet every rule; the search begins with them.
    limits
        In how many sets each item may be.
    earlier
        Measures of the stages before: they stay as they are, or within their grain where this
        one would otherwise be apart by more than its own.
    balanced
        Windows that every set stays in.
    """
    windows: list[Window] = [*balanced]
    for loose in (False, True):
        if measure.spread(chosen) > (measure.grain if loose else 0):
            windows = [*balanced, *(each.window(chosen, loose=loose) for each in earlier)]
            chosen = TotalSwapping(task, chosen, limits, windows, measure).improve()
    spread = measure.spread(chosen)
    nodes = bound = 0
    few = task.base_count * len(task.slots) <= FEW_COLUMNS
    if spread > (0 if few else measure.grain):
        solution = _solve(task, chosen, limits, measure, windows)
        chosen = SetsModel.chosen(task, task.base_count, solution.values)
        nodes, bound = solution.nodes, max(0, solution.bound)
    spread = measure.spread(chosen)
    unit = measure.unit
    stage = Stage(measure.name, plain_number(spread * unit), plain_number(bound * unit), nodes)
    return chosen, stage


def hold(model: SetsModel, window: Window) -> None:
    """Keep the totals of all sets inside a window."""
    for base in range(model.base_count):
        model.programme.add_row(_terms(model, base, window.values), window.low, window.high)


def _solve(
    task: Task,
    chosen: Chosen,
    limits: Mapping[str, int],
    measure: Measure,
    windows: Sequence[Window],
) -> Solution:
    """Put all totals between two columns, as close to each other as can be."""
    model = SetsModel(task, task.base_count, limits)
    for window in windows:
        hold(model, window)
    programme, most = model.programme, sum(measure.small)
    low = programme.add_column(cost=-1, upper=most)
    high = programme.add_column(cost=1, upper=most)
    for base in range(model.base_count):
        terms = _terms(model, base, measure.small)
        programme.add_row([*terms, (low, -1)], low=0)
        programme.add_row([*terms, (high, -1)], high=0)
    programme.add_row([(high, 1), (low, -1)], low=0)
    totals = measure.totals(chosen)
    start = [*model.start(chosen), min(totals), max(totals)]
    return programme.improve(start, nodes=PARALLEL_NODES)


def _terms(model: SetsModel, base: int, values: Sequence[int]) -> list[tuple[int, int]]:
    return [(model.column(base, slot), value) for slot, value in enumerate(values) if value]
