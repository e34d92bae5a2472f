"""Which items may fill which cells of a blueprint, and whether there are enough of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from lachan.assembly.faults import Shortfall, ShortfallError
from lachan.domain.items import Item
from lachan.domain.kinds import ItemType, Level, Status
from lachan.domain.papers import Blueprint

CellKey = tuple[ItemType, str, Level]


def cell_of(item: Item) -> CellKey:
    """Return the cell an item belongs to: its type, topic and level."""
    return (item.type, item.topic, item.level)


def wanted_counts(blueprint: Blueprint) -> dict[CellKey, int]:
    """Return how many items each cell asks for, over all parts, in the blueprint's order."""
    wanted: Counter[CellKey] = Counter()
    for part in blueprint.parts:
        for cell in part.cells:
            wanted[part.type, cell.topic, cell.level] += cell.count
    return dict(wanted)


def find_candidates(blueprint: Blueprint, items: Iterable[Item]) -> list[Item]:
    """Return the ready items of the blueprint's band that fit one of its cells, by id.

    Sorted, so that the order of files on disk cannot change a paper.
    """
    wanted = wanted_counts(blueprint)
    fitting = (
        item
        for item in items
        if item.status is Status.READY and item.band is blueprint.band and cell_of(item) in wanted
    )
    return sorted(fitting, key=lambda item: item.id)


def check_counts(blueprint: Blueprint, items: Sequence[Item]) -> None:
    """Raise `ShortfallError` naming every cell with fewer candidates than it asks for."""
    available = Counter(cell_of(item) for item in find_candidates(blueprint, items))
    drafts = Counter(
        cell_of(item)
        for item in items
        if item.status is Status.DRAFT and item.band is blueprint.band
    )
    short = [
        Shortfall(*cell, wanted=count, available=available[cell], drafts=drafts[cell])
        for cell, count in wanted_counts(blueprint).items()
        if available[cell] < count
    ]
    if short:
        raise ShortfallError(blueprint.title, blueprint.band, short)
