"""The sums of a blueprint: topics × item types × levels, in items, statements and points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from lachan.domain.kinds import CellUnit, ItemType, Level
from lachan.domain.papers.paper import STATEMENTS_PER_GROUP, Blueprint, Cell, Part


@dataclass(frozen=True, slots=True)
class Tally:
    """So many items worth so many points; `statements` where a cell counts these instead."""

    items: Decimal = Decimal(0)
    points: Decimal = Decimal(0)
    statements: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.items + other.items,
            self.points + other.points,
            self.statements + other.statements,
        )


@dataclass(frozen=True, slots=True)
class MatrixGrid:
    """A blueprint's sums.

    Attributes
    ----------
    types
        The item types it has, essays last.
    topics
        Slugs, in the order in which the blueprint names them.
    cells
        (topic, type, level) → tally, for the cells that ask for anything.
    """

    types: tuple[ItemType, ...]
    topics: tuple[str, ...]
    cells: Mapping[tuple[str, ItemType, Level], Tally]

    def total(
        self,
        topic: str | None = None,
        kind: ItemType | None = None,
        level: Level | None = None,
    ) -> Tally:
        """Return the sum over all cells of a topic, a type and a level; None stands for any."""
        return sum(
            (
                tally
                for (each_topic, each_kind, each_level), tally in self.cells.items()
                if topic in (None, each_topic)
                and kind in (None, each_kind)
                and level in (None, each_level)
            ),
            Tally(),
        )

    def share(self, part: Tally) -> Decimal:
        """Return the points of `part` in percent of all, to one decimal."""
        points = self.total().points
        share = part.points * 100 / points if points else Decimal(0)
        return share.quantize(Decimal("0.1"))


def count_matrix(blueprint: Blueprint) -> MatrixGrid:
    """Return the sums of a blueprint.

    A cell that counts statements of true/false groups is worth a quarter of a group's points
    a statement, as school matrices reckon it.
    """
    cells: dict[tuple[str, ItemType, Level], Tally] = {}
    for part in blueprint.parts:
        for cell in part.cells:
            place = (cell.topic, part.type, cell.level)
            cells[place] = cells.get(place, Tally()) + _tally(part, cell)
    return MatrixGrid(
        types=tuple(sorted({part.type for part in blueprint.parts}, key=_type_order)),
        topics=tuple(dict.fromkeys(cell.topic for part in blueprint.parts for cell in part.cells)),
        cells=cells,
    )


def _tally(part: Part, cell: Cell) -> Tally:
    if part.unit is CellUnit.STATEMENTS:
        items = Decimal(cell.count) / STATEMENTS_PER_GROUP
        return Tally(items, part.points * items, cell.count)
    return Tally(Decimal(cell.count), part.points * cell.count)


def _type_order(kind: ItemType) -> tuple[bool, int]:
    return kind is ItemType.ESSAY, list(ItemType).index(kind)
