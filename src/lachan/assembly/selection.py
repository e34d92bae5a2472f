"""The choice of the sets of items behind a paper's forms, in stages.

Every cell of every set exact; then no habit that pays; then the sets as alike as can be in expected
difficulty, and in expected time; then as few items as can be in common. Each stage keeps what the
ones before it reached. A fair draw that anyone can repeat: weights come from a hash of the seed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from lachan.assembly.balancing import balance
from lachan.assembly.faults import SolverLimitError, SpreadError
from lachan.assembly.measures import Difficulty, Measure, measures_of, plain_number
from lachan.assembly.overlap import part_sets
from lachan.assembly.parallel import make_parallel
from lachan.assembly.programme import NODE_LIMIT, SOLVER
from lachan.assembly.shortage import check_includes, explain
from lachan.assembly.task import Chosen, SetsModel, Task
from lachan.domain.items import Item
from lachan.domain.papers.paper import Blueprint, Certificate, Stage

# Small enough that a sum of weights is far inside a double's exact integers, where HiGHS's
# tolerances cannot blur two choices; large enough that ties are rare.
WEIGHT_BITS = 20
# Among several sets coarse weights do, and any choice in the cheapest twentieth: a fair enough
# draw, found ten times as fast.
DRAW_GAP = 0.05
DRAW_BITS = 4
FILL_NODES = 2_000


@dataclass(frozen=True, slots=True)
class Selection:
    """For each set, for each part, its items by id; and what was proved of them."""

    sets: tuple[tuple[tuple[Item, ...], ...], ...]
    certificate: Certificate


def select_sets(
    blueprint: Blueprint,
    items: Iterable[Item],
    seed: str,
    *,
    base_count: int = 1,
    difficulty: Difficulty | None = None,
) -> Selection:
    """Return `base_count` sets of items that meet the blueprint and are as alike as can be.

    Raises
    ------
    ShortfallError
        If cells cannot be filled together; names each with what it lacks, and why.
    IncludeError
        If an item that must be included is not among the candidates.
    SpreadError
        If the sets cannot be held within a tolerance, or share more items than is allowed.
    """
    bank = tuple(items)
    task = Task.of(blueprint, bank, base_count)
    check_includes(task, bank)
    chosen, limits = _fill(task, bank, seed)
    stages = [Stage("fill", Decimal(0), Decimal(0), 0)]
    chosen, balanced = balance(task, chosen, limits)
    measures = measures_of(blueprint, task.slots, difficulty or {})
    for index, measure in enumerate(measures):
        chosen, stage = make_parallel(task, chosen, limits, measure, measures[:index], balanced)
        stages.append(stage)
    chosen, stage = part_sets(task, chosen, limits, measures, balanced)
    stages.append(stage)
    stages = [_restate(stage, measures, chosen) for stage in stages]
    _check_spread(blueprint, stages)
    return Selection(_sets(task, chosen), _certificate(chosen, stages, measures))


def draw_weight(seed: str, *names: str | int) -> int:
    """Return a weight in the draw, from 1 to 2**WEIGHT_BITS; the lightest items are chosen."""
    digest = hashlib.sha256(json.dumps([seed, *names]).encode()).digest()
    return 1 + int.from_bytes(digest[:8], "big") % (1 << WEIGHT_BITS)


def _fill(task: Task, bank: Sequence[Item], seed: str) -> tuple[Chosen, dict[str, int]]:
    """Return sets that meet every cell, and the narrowest limits on exposure that allow them."""
    tried: list[dict[str, int]] = []
    stopped: SolverLimitError | None = None
    for extra in (0, 1, 2, 4, 8, None):
        limits = task.limits(extra)
        if limits in tried:
            continue
        tried.append(limits)
        try:
            chosen = _draw(task, limits, seed)
        except SolverLimitError as error:
            stopped = error
            continue
        if chosen is not None:
            return chosen, limits
    raise stopped or explain(task, bank)


def _draw(task: Task, limits: dict[str, int], seed: str) -> Chosen | None:
    model = SetsModel(task, task.base_count, limits)
    alone = task.base_count == 1
    for base in range(task.base_count):
        for index, slot in enumerate(task.slots):
            weight = (
                draw_weight(seed, slot.item.id)
                if alone
                else draw_weight(seed, base, slot.item.id) >> (WEIGHT_BITS - DRAW_BITS)
            )
            model.programme.set_cost(model.column(base, index), weight)
    solution = model.programme.solve(
        relative_gap=0.0 if alone else DRAW_GAP, nodes=NODE_LIMIT if alone else FILL_NODES
    )
    return SetsModel.chosen(task, task.base_count, solution.values) if solution else None


def _restate(stage: Stage, measures: Sequence[Measure], chosen: Chosen) -> Stage:
    """Return the stage with what its measure comes to in the final choice."""
    for measure in measures:
        if measure.name == stage.name:
            totals = [measure.total(indexes) for indexes in chosen]
            spread = plain_number(max(totals) - min(totals))
            return replace(stage, objective=spread, bound=min(spread, stage.bound))
    return stage


def _check_spread(blueprint: Blueprint, stages: Sequence[Stage]) -> None:
    rules = blueprint.rules
    limits = {
        "difficulty": rules.difficulty_tolerance,
        "time": rules.time_tolerance_s,
        "overlap": rules.max_shared,
    }
    broken = [
        (stage, Decimal(limit))
        for stage in stages
        if (limit := limits.get(stage.name)) is not None and stage.objective > limit
    ]
    if broken:
        raise SpreadError(blueprint.title, broken)


def _sets(task: Task, chosen: Chosen) -> tuple[tuple[tuple[Item, ...], ...], ...]:
    return tuple(
        tuple(
            tuple(task.slots[index].item for index in indexes if task.slots[index].part == part)
            for part in range(len(task.blueprint.parts))
        )
        for indexes in chosen
    )


def _certificate(
    chosen: Chosen, stages: Sequence[Stage], measures: tuple[Measure, Measure]
) -> Certificate:
    difficulty, time = measures
    return Certificate(
        solver=SOLVER,
        stages=tuple(stages),
        difficulty=tuple(difficulty.total(indexes) for indexes in chosen),
        seconds=tuple(int(time.total(indexes)) for indexes in chosen),
    )
