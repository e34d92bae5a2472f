"""Items in common where swapping one at a time does not get there, and the solver must."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

import pytest

from lachan.assembly import SpreadError, overlap
from lachan.assembly.selection import select_sets
from lachan.domain.items import Item
from lachan.domain.kinds import FormMode, ItemType, Level
from lachan.domain.papers.paper import Blueprint, Cell, Rules
from support.items import TOPIC, make_blueprint, make_item, make_part


def bank_of(enemies: Sequence[Sequence[int]], seconds: Sequence[int]) -> list[Item]:
    return [
        replace(make_item(f"i{n:02}", enemies=[f"i{each:02}" for each in others]), seconds=taken)
        for n, (others, taken) in enumerate(zip(enemies, seconds, strict=True))
    ]


# Found by trying small banks with the solver that is locked.
PAIRED = bank_of([[2], [2], [], [4], [], [7, 1], [], []], [40, 30, 40, 10, 30, 50, 20, 30])
CHAINED = bank_of([[7], [1], [3], [], [5], [], [5], [3]], [10, 30, 50, 50, 40, 10, 10, 50])
CROWDED = bank_of([[3], [], [], [5], [5], [2, 3], [7], []], [50, 10, 50, 40, 40, 10, 40, 30])


def plan(count: int, max_shared: int | None = None) -> Blueprint:
    cell = Cell(TOPIC, Level.KNOW, count)
    rules = Rules(FormMode.DIFFERENT, max_shared=max_shared)
    return replace(make_blueprint(make_part(ItemType.SINGLE_CHOICE, cell)), rules=rules)


def most_in_common(blueprint: Blueprint, bank: Sequence[Item], base_count: int) -> int:
    selection = select_sets(blueprint, bank, "s", base_count=base_count)
    sets = [{item.id for part in parts for item in part} for parts in selection.sets]
    found = max(len(first & second) for first, second in combinations(sets, 2))
    assert selection.certificate.stages[-1].objective == found
    return found


@pytest.mark.locked
def test_the_solver_parts_what_swaps_leave_together() -> None:
    assert most_in_common(plan(2), PAIRED, 5) == 2
    assert most_in_common(plan(2, max_shared=1), PAIRED, 5) == 1


@pytest.mark.locked
def test_a_paper_too_large_for_all_pairs_at_once_keeps_what_swaps_reached(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def nodes() -> int:
        return select_sets(plan(3), CROWDED, "s", base_count=5).certificate.stages[-1].nodes

    assert nodes() > 0
    monkeypatch.setattr(overlap, "MOST_PAIR_COLUMNS", 0)
    assert nodes() == 0
    assert most_in_common(plan(3), CROWDED, 5) == 3


@pytest.mark.locked
def test_sets_may_be_less_alike_where_the_limit_cannot_be_kept_otherwise() -> None:
    assert most_in_common(plan(3), CHAINED, 4) == 2
    assert most_in_common(plan(3, max_shared=1), CHAINED, 4) == 1


def test_a_limit_above_what_counting_allows_may_still_be_out_of_reach() -> None:
    bank = [make_item(f"i{n}", enemies=[f"i{(n + 1) % 5}"]) for n in range(5)]
    with pytest.raises(SpreadError, match="chưa tìm được cách tốt hơn"):
        most_in_common(plan(2, max_shared=1), bank, 6)
