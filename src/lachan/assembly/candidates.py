"""Which items may fill which cells of a blueprint."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lachan.domain.bodies import TrueFalseGroup
from lachan.domain.items import Item
from lachan.domain.kinds import CellUnit, Level, Status
from lachan.domain.papers.paper import Blueprint, Part

CellKey = tuple[str, Level]


@dataclass(frozen=True, slots=True)
class Slot:
    """A candidate in a part, and how much it adds to each cell of the part.

    `rank` names the slots of which every form takes the same number: those of one cell, or of
    the whole part where cells count statements.
    """

    part: int
    item: Item
    fills: Mapping[CellKey, int]
    rank: tuple[int, CellKey | None]


def wanted_counts(part: Part) -> dict[CellKey, int]:
    """Return how much each cell of a part asks for, in the blueprint's order."""
    wanted: Counter[CellKey] = Counter()
    for cell in part.cells:
        wanted[cell.topic, cell.level] += cell.count
    return dict(wanted)


def fills_of(item: Item, part: Part) -> Counter[CellKey]:
    """Return what an item of the part's type adds to which cell."""
    if part.unit is CellUnit.STATEMENTS and isinstance(item.body, TrueFalseGroup):
        return Counter((item.topic, each.level or item.level) for each in item.body.statements)
    return Counter({(item.topic, item.level): 1})


def fits(item: Item, blueprint: Blueprint, part: Part) -> bool:
    """Tell whether an item may stand in a part, be it ready or not."""
    return (
        item.band is blueprint.band
        and item.type is part.type
        and part.use in (None, item.use)
        and set(fills_of(item, part)) <= set(wanted_counts(part))
    )


def find_slots(blueprint: Blueprint, items: Iterable[Item]) -> tuple[Slot, ...]:
    """Return every part's candidates, by id: ready, not excluded, their group complete.

    Sorted, so that the order of files on disk cannot change a paper.
    """
    ready = sorted(
        (item for item in items if item.status is Status.READY), key=lambda item: item.id
    )
    return tuple(
        slot
        for index, part in enumerate(blueprint.parts)
        for slot in _slots_of_part(index, part, blueprint, ready)
    )


def _slots_of_part(
    index: int, part: Part, blueprint: Blueprint, ready: Sequence[Item]
) -> Iterator[Slot]:
    barred = {*blueprint.rules.exclude, *blueprint.rules.previous}
    fitting = [item for item in ready if item.id not in barred and fits(item, blueprint, part)]
    ids = {item.id for item in fitting}
    torn = {
        item.group
        for item in ready
        if item.group and item.band is blueprint.band and item.type is part.type
        if item.id not in ids
    }
    for item in fitting:
        if item.group not in torn:
            fills = fills_of(item, part)
            cell = next(iter(fills)) if part.unit is CellUnit.ITEMS else None
            yield Slot(index, item, fills, (index, cell))


def find_enemy_pairs(items: Iterable[Item]) -> list[tuple[str, str]]:
    """Return pairs of ids that must not meet; one side's word is enough."""
    known = {item.id: item for item in items}
    return sorted(
        {
            (min(item.id, enemy), max(item.id, enemy))
            for item in known.values()
            for enemy in item.enemies
            if enemy in known and enemy != item.id
        }
    )


def find_groups(slots: Sequence[Slot]) -> list[list[int]]:
    """Return the indexes of slots that are taken all or none, a list for each group."""
    groups: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
    for index, slot in enumerate(slots):
        if slot.item.group:
            groups[slot.part, slot.item.group].append(index)
    return [members for members in groups.values() if len(members) > 1]
