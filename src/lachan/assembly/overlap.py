"""Few items in common between any two sets.

All pairs at once make a programme that does not finish. Fair shares of exposure already keep
the sum over all pairs low; what is left is to even the pairs out by swaps. Only where that
misses the limit of a small paper are all pairs solved at once.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import combinations

from lachan.assembly.measures import Measure, Window
from lachan.assembly.parallel import hold
from lachan.assembly.swapping import SharedSwapping
from lachan.assembly.task import Chosen, SetsModel, Task
from lachan.domain.papers.paper import Stage

# This near to the bound swaps are good enough: the last item takes the solver seconds.
NEAR = 1
PAIR_NODES = 200
# Columns for items in common up to which all pairs are solved at once.
MOST_PAIR_COLUMNS = 2_000


def part_sets(
    task: Task,
    chosen: Chosen,
    limits: Mapping[str, int],
    measures: Sequence[Measure],
    balanced: Sequence[Window] = (),
) -> tuple[Chosen, Stage]:
    """Return sets with fewer items in common, and what was proved.

    They stay inside the windows `balanced`, and alike in `measures`: wholly, else within their
    grain, unless the blueprint's limit can only be met without.
    """
    bound = overlap_bound(task)
    nodes = 0
    windows: list[Window] = [*balanced]
    for loose in (False, True):
        if most_shared(task, chosen) > bound + (NEAR if loose else 0):
            windows = [*balanced, *(each.window(chosen, loose=loose) for each in measures)]
            chosen = SharedSwapping(task, chosen, limits, windows, bound).improve()
    # The bound knows nothing of balance: sets that must keep it may never come near, and the search
    # would not end.
    if not balanced and most_shared(task, chosen) > bound + NEAR:
        chosen, nodes = _solve_pairs(task, chosen, limits, windows, bound + NEAR)
    allowed = task.blueprint.rules.max_shared
    for kept in (windows, ()):
        if allowed is not None and bound <= allowed < most_shared(task, chosen):
            wide = task.limits(None)
            chosen = SharedSwapping(task, chosen, wide, kept, allowed).improve()
            chosen, more = _solve_pairs(task, chosen, wide, kept, allowed)
            nodes += more
    return chosen, Stage("overlap", Decimal(most_shared(task, chosen)), Decimal(bound), nodes)


def most_shared(task: Task, chosen: Chosen) -> int:
    """Return how many items the two sets that share most have in common."""
    sets = [frozenset(task.slots[index].item.id for index in indexes) for indexes in chosen]
    return max((len(first & second) for first, second in combinations(sets, 2)), default=0)


def overlap_bound(task: Task) -> int:
    """Return a number of items that some two sets must share, whatever is chosen.

    From counting alone: sets take so many of so few items, and the sum over all pairs is least
    where every item is used equally often. Enemies are not looked at.
    """
    if task.base_count < 2:
        return 0
    total = pair = 0
    for uses, members in _pools(task):
        whole, rest = divmod(uses * task.base_count, members)
        total += rest * math.comb(whole + 1, 2) + (members - rest) * math.comb(whole, 2)
        pair += max(0, 2 * uses - members)
    return max(pair, -(-total // math.comb(task.base_count, 2)))


def _pools(task: Task) -> list[tuple[int, int]]:
    """Return (slots a set fills, items there are) for ranks that have no item in common."""
    ids: list[tuple[set[str], int]] = []
    for rank, count in task.ranks.items():
        members = {slot.item.id for slot in task.slots if slot.rank == rank}
        touching = [pool for pool in ids if pool[0] & members]
        ids = [pool for pool in ids if not pool[0] & members]
        merged = members.union(*(pool[0] for pool in touching))
        ids.append((merged, count + sum(pool[1] for pool in touching)))
    return [(count, len(members)) for members, count in ids if members]


def _solve_pairs(
    task: Task,
    chosen: Chosen,
    limits: Mapping[str, int],
    windows: Sequence[Window],
    target: int,
) -> tuple[Chosen, int]:
    """Return sets of which no two share more than `target`, or as near as is found, and nodes.

    Larger papers come back as they are.
    """
    pairs = list(combinations(range(task.base_count), 2))
    if len(pairs) * len(task.slots_of_item) > MOST_PAIR_COLUMNS:
        return chosen, 0
    model = SetsModel(task, task.base_count, limits)
    start = model.start(chosen)
    for window in windows:
        hold(model, window)
    excess = model.programme.add_column(cost=1, upper=len(chosen[0]))
    start.append(max(0, most_shared(task, chosen) - target))
    sets = [{task.slots[index].item.id for index in indexes} for indexes in chosen]
    for first, second in pairs:
        terms = []
        for item_id in task.slots_of_item:
            both = model.programme.add_column()
            columns = [*model.columns_of(first, item_id), *model.columns_of(second, item_id)]
            model.programme.add_row([*((column, 1) for column in columns), (both, -1)], high=1)
            terms.append((both, 1))
            start.append(int(item_id in sets[first] and item_id in sets[second]))
        model.programme.add_row([*terms, (excess, -1)], high=target)
    solution = model.programme.improve(start, nodes=PAIR_NODES)
    return SetsModel.chosen(task, task.base_count, solution.values), solution.nodes
