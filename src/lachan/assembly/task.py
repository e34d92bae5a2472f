"""The choice to be made: slots, what each set of items must hold, and what must stay apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from itertools import pairwise

from lachan.assembly.candidates import (
    CellKey,
    Slot,
    find_enemy_pairs,
    find_groups,
    find_slots,
    wanted_counts,
)
from lachan.assembly.programme import Programme
from lachan.domain.items import Item
from lachan.domain.kinds import CellUnit
from lachan.domain.papers.paper import Blueprint

# For each set of items, the indexes of its slots, in order.
Chosen = tuple[tuple[int, ...], ...]


class Binding(Enum):
    """A rule that can stand in the way of filling cells."""

    ENEMIES = "enemies"
    GROUPS = "groups"
    INCLUDE = "include"
    EXPOSURE = "exposure"
    EXCLUSION = "exclusion"


@dataclass(frozen=True)
class Task:
    """So many sets of items to choose for a blueprint."""

    blueprint: Blueprint
    slots: tuple[Slot, ...]
    base_count: int

    @classmethod
    def of(cls, blueprint: Blueprint, items: Iterable[Item], base_count: int) -> Task:
        """Return the task of choosing `base_count` sets from `items`."""
        return cls(blueprint, find_slots(blueprint, items), base_count)

    @cached_property
    def slots_of_item(self) -> Mapping[str, tuple[int, ...]]:
        """Item id → its slots; more than one where several parts could take it."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for index, slot in enumerate(self.slots):
            found[slot.item.id].append(index)
        return {item_id: tuple(indexes) for item_id, indexes in found.items()}

    @cached_property
    def enemy_pairs(self) -> list[tuple[str, str]]:
        """Pairs of candidates that no set may hold together."""
        return find_enemy_pairs(slot.item for slot in self.slots)

    @cached_property
    def demands(self) -> list[tuple[int, CellKey, int, dict[int, int]]]:
        """Part, cell, count wanted, and slot → what it adds, for every cell of every part."""
        demands = []
        for index, part in enumerate(self.blueprint.parts):
            for cell, count in wanted_counts(part).items():
                terms = {
                    number: slot.fills[cell]
                    for number, slot in enumerate(self.slots)
                    if slot.part == index and slot.fills.get(cell)
                }
                demands.append((index, cell, count, terms))
        return demands

    @cached_property
    def ranks(self) -> dict[tuple[int, CellKey | None], int]:
        """Rank of slots → how many of them every set takes."""
        counts: dict[tuple[int, CellKey | None], int] = {}
        for index, part in enumerate(self.blueprint.parts):
            if part.unit is CellUnit.STATEMENTS:
                counts[index, None] = part.count
            else:
                counts |= {(index, cell): count for cell, count in wanted_counts(part).items()}
        return counts

    @property
    def most_exposure(self) -> int:
        """In how many sets an item may be, by the blueprint's rules."""
        rules = self.blueprint.rules
        most = min(self.base_count, rules.max_exposure or self.base_count)
        return 1 if rules.max_shared == 0 else most

    def limits(self, extra: int | None = 0) -> dict[str, int]:
        """Return in how many sets each item may be: its fair share, so many more, no more.

        Fair shares keep the items that two sets have in common few. Without `extra` only the
        blueprint's rules count; items that every set includes are outside all limits.
        """
        shares = self._fair_shares()
        most = self.most_exposure
        limits = {
            item_id: most if extra is None else min(most, share + extra)
            for item_id, share in shares.items()
        }
        return limits | dict.fromkeys(self.blueprint.rules.include, self.base_count)

    def _fair_shares(self) -> dict[str, int]:
        members: defaultdict[tuple[int, CellKey | None], int] = defaultdict(int)
        for slot in self.slots:
            members[slot.rank] += 1
        shares: defaultdict[str, int] = defaultdict(int)
        for slot in self.slots:
            uses = self.ranks[slot.rank] * self.base_count
            shares[slot.item.id] += -(-uses // members[slot.rank])
        return shares


class SetsModel:
    """The integer programme of a task: a binary for each slot of each set, and all rules.

    Parameters
    ----------
    task
        What is to be chosen.
    base_count
        How many sets the programme has columns for.
    limits
        Item id → in how many of these sets it may be.
    without
        Rules to leave out, to find out which of them binds.
    slack
        Let cells and includes go short; how much is then counted in columns of their own.
    """

    def __init__(
        self,
        task: Task,
        base_count: int,
        limits: Mapping[str, int],
        *,
        without: Collection[Binding] = (),
        slack: bool = False,
    ) -> None:
        self.task = task
        self.base_count = base_count
        self.programme = Programme()
        for _ in range(base_count * len(task.slots)):
            self.programme.add_column()
        self.slack_columns: dict[int, list[int]] = {}
        for base in range(base_count):
            self._fill_cells(base, slack)
            self._use_once(base)
            if Binding.ENEMIES not in without:
                self._part_enemies(base)
            if Binding.GROUPS not in without:
                self._keep_groups(base)
            if Binding.INCLUDE not in without:
                self._include(base)
        self._limit_exposure(limits)

    def column(self, base: int, slot: int) -> int:
        """Return the column that says whether `slot` is in the set `base`."""
        return base * len(self.task.slots) + slot

    @staticmethod
    def chosen(task: Task, base_count: int, values: Sequence[int]) -> Chosen:
        """Return the slots of each set in a solution."""
        count = len(task.slots)
        return tuple(
            tuple(slot for slot in range(count) if values[base * count + slot])
            for base in range(base_count)
        )

    def start(self, chosen: Chosen) -> list[int]:
        """Return the columns' values for a known choice; columns added later are left out."""
        sets = [set(indexes) for indexes in chosen]
        return [int(slot in each) for each in sets for slot in range(len(self.task.slots))]

    def columns_of(self, base: int, item_id: str) -> list[int]:
        """Return the columns of an item in a set, one a part that could take it."""
        return [self.column(base, slot) for slot in self.task.slots_of_item.get(item_id, ())]

    def _fill_cells(self, base: int, slack: bool) -> None:
        for number, (_, _, count, fills) in enumerate(self.task.demands):
            terms = [(self.column(base, slot), amount) for slot, amount in fills.items()]
            if slack:
                short = self.programme.add_column(cost=1, upper=count)
                self.slack_columns.setdefault(number, []).append(short)
                terms.append((short, 1))
            self.programme.add_row(terms, count, count)

    def _use_once(self, base: int) -> None:
        for item_id, slots in self.task.slots_of_item.items():
            if len(slots) > 1:
                columns = self.columns_of(base, item_id)
                self.programme.add_row(((column, 1) for column in columns), high=1)

    def _part_enemies(self, base: int) -> None:
        for first, second in self.task.enemy_pairs:
            both = [*self.columns_of(base, first), *self.columns_of(base, second)]
            self.programme.add_row(((column, 1) for column in both), high=1)

    def _keep_groups(self, base: int) -> None:
        for members in find_groups(self.task.slots):
            columns = [self.column(base, slot) for slot in members]
            for first, second in pairwise(columns):
                self.programme.add_row(((first, 1), (second, -1)), 0, 0)

    def _include(self, base: int) -> None:
        for item_id in self.task.blueprint.rules.include:
            columns = self.columns_of(base, item_id)
            self.programme.add_row(((column, 1) for column in columns), 1, 1)

    def _limit_exposure(self, limits: Mapping[str, int]) -> None:
        for item_id in self.task.slots_of_item:
            if limits[item_id] < self.base_count:
                columns = [
                    column
                    for base in range(self.base_count)
                    for column in self.columns_of(base, item_id)
                ]
                self.programme.add_row(((column, 1) for column in columns), high=limits[item_id])
