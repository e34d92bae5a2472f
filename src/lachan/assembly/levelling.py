"""Making sets of items alike in a measure: the greatest total as close to the least as can be.

Swaps come first: they mostly end with equal totals, which nothing beats. What they leave is for
the solver.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lachan.assembly.measures import Measure, Window, plain_number
from lachan.assembly.swapping import TotalSwapping
from lachan.assembly.task import Chosen, SetsModel, Task
from lachan.domain.papers import Stage

LEVEL_NODES = 300


def level(
    task: Task,
    chosen: Chosen,
    limits: Mapping[str, int],
    measure: Measure,
    held: Sequence[Window],
) -> tuple[Chosen, Window, Stage]:
    """Return sets as alike in `measure` as was found, with the window they fit and the proof.

    Parameters
    ----------
    chosen
        Sets that meet every rule; the search begins with them.
    limits
        In how many sets each item may be.
    held
        Windows of the stages before, which stay.
    """
    values, factor = measure.reduced([slot.rank for slot in task.slots])
    window = Window(values, 0)
    nodes = bound = 0
    if _spread(window, chosen):
        chosen = TotalSwapping(task, chosen, limits, held, window).improve()
    spread = _spread(window, chosen)
    if spread:
        model = SetsModel(task, task.base_count, limits)
        start = model.start(chosen)
        for each in held:
            start += add_window(model, each, chosen, each.width)
        start += add_window(model, window, chosen, None)
        solution = model.programme.solve(start=start, nodes=LEVEL_NODES)
        if solution is not None:
            chosen, nodes, bound = model.chosen(solution.values), solution.nodes, solution.bound
        spread = _spread(window, chosen)
    unit = factor * measure.step
    stage = Stage(
        measure.name, plain_number(spread * unit), plain_number(max(0, bound) * unit), nodes
    )
    return chosen, Window(values, spread), stage


def _spread(window: Window, chosen: Chosen) -> int:
    totals = [window.total(indexes) for indexes in chosen]
    return max(totals) - min(totals)


def add_window(
    model: SetsModel, window: Window, chosen: Chosen, width: int | None
) -> tuple[int, int]:
    """Hold all totals between two columns, at most `width` apart or as close as can be.

    Returns the values of the two columns for the known choice.
    """
    programme = model.programme
    most = sum(window.values)
    free = width is None
    low = programme.add_column(cost=-1 if free else 0, upper=most)
    high = programme.add_column(cost=1 if free else 0, upper=most)
    for base in range(model.base_count):
        terms = [(model.column(base, slot), v) for slot, v in enumerate(window.values) if v]
        programme.add_row([*terms, (low, -1)], low=0)
        programme.add_row([*terms, (high, -1)], high=0)
    programme.add_row([(high, 1), (low, -1)], 0, most if width is None else width)
    totals = [window.total(indexes) for indexes in chosen]
    return min(totals), max(totals)
