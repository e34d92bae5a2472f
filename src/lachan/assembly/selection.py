"""The choice of items as an integer programme, solved by HiGHS.

One binary a (part, candidate): every cell exact, an item at most once, enemies never together.
The objective's weights come from a hash of the seed, so that the choice is a fair draw that
anyone can repeat: one thread, a node limit instead of a clock, no random start.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

import highspy

from lachan.assembly.candidates import cell_of, check_counts, find_candidates
from lachan.assembly.faults import AssemblyError, EnemyError
from lachan.domain.items import Item
from lachan.domain.papers import Blueprint

# Small enough that a sum of weights is far inside a double's exact integers, where HiGHS's
# tolerances cannot blur two choices; large enough that ties are rare.
WEIGHT_BITS = 20
NODE_LIMIT = 100_000


@dataclass(frozen=True, slots=True)
class Slot:
    """A candidate in a part: one variable of the programme."""

    part: int
    item: Item


def select_items(
    blueprint: Blueprint, items: Sequence[Item], seed: str
) -> tuple[tuple[Item, ...], ...]:
    """Return the chosen items of each part, sorted by id.

    Raises
    ------
    ShortfallError
        If cells lack items; all of them are named.
    EnemyError
        If there are enough items but enemies leave no choice.
    """
    check_counts(blueprint, items)
    slots = _find_slots(blueprint, items)
    pairs = find_enemy_pairs([slot.item for slot in slots])
    chosen = _solve(blueprint, slots, pairs, seed)
    if chosen is None:
        raise EnemyError(blueprint.title, _find_binding_pairs(blueprint, slots, pairs))
    return tuple(
        tuple(slot.item for slot in chosen if slot.part == index)
        for index in range(len(blueprint.parts))
    )


def find_enemy_pairs(items: Sequence[Item]) -> list[tuple[str, str]]:
    """Return pairs of ids that must not meet; one side's word is enough."""
    ids = {item.id for item in items}
    return sorted(
        {
            (min(item.id, enemy), max(item.id, enemy))
            for item in items
            for enemy in item.enemies
            if enemy in ids and enemy != item.id
        }
    )


def draw_weight(seed: str, item_id: str) -> int:
    """Return the item's weight in the draw, from 1 to 2**WEIGHT_BITS; the lightest are chosen."""
    digest = hashlib.sha256(json.dumps([seed, item_id]).encode()).digest()
    return 1 + int.from_bytes(digest[:8], "big") % (1 << WEIGHT_BITS)


def _find_slots(blueprint: Blueprint, items: Sequence[Item]) -> list[Slot]:
    candidates = find_candidates(blueprint, items)
    return [
        Slot(index, item)
        for index, part in enumerate(blueprint.parts)
        for item in candidates
        if cell_of(item) in {(part.type, cell.topic, cell.level) for cell in part.cells}
    ]


class _QuietHighs(highspy.Highs):
    """HiGHS that never writes: its constructor prints a banner before options can be set."""

    def enableCallbacks(self) -> None:  # noqa: N802 (HiGHS's own name)
        self.setOptionValue("output_flag", False)
        super().enableCallbacks()  # type: ignore[no-untyped-call]


class _Programme:
    """A HiGHS model with one binary a slot and the rules that always hold."""

    def __init__(self, blueprint: Blueprint, slots: Sequence[Slot], weights: Sequence[int]) -> None:
        self.slots = slots
        self.highs = _QuietHighs()  # type: ignore[no-untyped-call]
        for option, value in _OPTIONS.items():
            self.highs.setOptionValue(option, value)
        self.chosen = [self.highs.addBinary(obj=float(weight)) for weight in weights]
        self._fill_cells(blueprint)
        self._use_once()

    def _fill_cells(self, blueprint: Blueprint) -> None:
        for index, part in enumerate(blueprint.parts):
            cells = sorted((cell.topic, cell.level, cell.count) for cell in part.cells)
            for (topic, level), same in groupby(cells, key=lambda cell: cell[:2]):
                key = (part.type, topic, level)
                inside = [
                    variable
                    for variable, slot in zip(self.chosen, self.slots, strict=True)
                    if slot.part == index and cell_of(slot.item) == key
                ]
                count = sum(cell[2] for cell in same)
                if inside:
                    self.highs.addConstr(self.highs.qsum(inside) == count)

    def _use_once(self) -> None:
        for variables in self.variables_by_id().values():
            if len(variables) > 1:
                self.highs.addConstr(self.highs.qsum(variables) <= 1)

    def variables_by_id(self) -> dict[str, list[highspy.highs.highs_var]]:
        found: dict[str, list[highspy.highs.highs_var]] = {}
        for variable, slot in zip(self.chosen, self.slots, strict=True):
            found.setdefault(slot.item.id, []).append(variable)
        return found

    def solve(self) -> list[float] | None:
        """Return the value of every variable, or None where nothing satisfies the rules."""
        self.highs.run()
        status = self.highs.getModelStatus()
        if status == highspy.HighsModelStatus.kInfeasible:
            return None
        if status not in (
            highspy.HighsModelStatus.kOptimal,
            highspy.HighsModelStatus.kModelEmpty,
        ):
            raise AssemblyError(
                "Bộ giải không chọn được câu hỏi cho ma trận "
                f"({self.highs.modelStatusToString(status)}). Hãy giảm số cặp câu loại trừ nhau "
                "(enemies) hoặc chia ma trận thành các ô nhỏ hơn rồi thử lại."
            )
        return list(self.highs.getSolution().col_value)


_OPTIONS: dict[str, int | float] = {
    "threads": 1,
    "random_seed": 0,
    "mip_max_nodes": NODE_LIMIT,
    "mip_rel_gap": 0.0,
    "mip_abs_gap": 0.0,
}


def _solve(
    blueprint: Blueprint, slots: Sequence[Slot], pairs: Sequence[tuple[str, str]], seed: str
) -> list[Slot] | None:
    programme = _Programme(blueprint, slots, [draw_weight(seed, slot.item.id) for slot in slots])
    variables = programme.variables_by_id()
    for first, second in pairs:
        both = [*variables[first], *variables[second]]
        programme.highs.addConstr(programme.highs.qsum(both) <= 1)
    values = programme.solve()
    if values is None:
        return None
    return [slot for slot, value in zip(slots, values, strict=True) if value > 0.5]


def _find_binding_pairs(
    blueprint: Blueprint, slots: Sequence[Slot], pairs: Sequence[tuple[str, str]]
) -> list[tuple[str, str]]:
    """Return a smallest set of pairs without which the cells could be filled."""
    programme = _Programme(blueprint, slots, [0] * len(slots))
    variables = programme.variables_by_id()
    broken = [programme.highs.addBinary(obj=1.0) for _ in pairs]
    for (first, second), slack in zip(pairs, broken, strict=True):
        both = [*variables[first], *variables[second]]
        programme.highs.addConstr(programme.highs.qsum(both) - slack <= 1)
    values = programme.solve() or []
    return [pair for pair, value in zip(pairs, values[len(slots) :], strict=True) if value > 0.5]
