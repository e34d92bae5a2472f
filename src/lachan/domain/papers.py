"""Blueprints (ma trận đề) and the papers made from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from lachan.domain.items import Item
from lachan.domain.kinds import Band, ItemType, Level
from lachan.domain.source import NOWHERE, Source


@dataclass(frozen=True, slots=True)
class Cell:
    """So many items of one topic and level."""

    topic: str
    level: Level
    count: int
    source: Source = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a paper: one item type, points for a fully correct item, and its cells."""

    type: ItemType
    points: Decimal
    cells: tuple[Cell, ...]
    source: Source = field(default=NOWHERE, compare=False)

    @property
    def count(self) -> int:
        """How many items the part holds."""
        return sum(cell.count for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Header:
    """The two-column head of a Vietnamese paper."""

    authority: str
    organiser: str
    exam: str
    school_year: str
    subject: str


@dataclass(frozen=True, slots=True)
class Blueprint:
    """What a paper must be: head, law date, minutes, codes, seed and parts."""

    slug: str
    title: str
    header: Header
    official: bool
    band: Band
    date: date | None
    minutes: int
    codes: tuple[str, ...]
    seed: str
    total_points: Decimal | None
    parts: tuple[Part, ...]
    source: Source = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class FormItem:
    """An item as one form prints it.

    `options` are ids of choices, statements, left sides or steps in printed order; `targets` ids
    of right sides. Both are empty where the type has none.
    """

    item_id: str
    options: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """One form (mã đề): for each part of the blueprint, its items in printed order."""

    code: str
    parts: tuple[tuple[FormItem, ...], ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """All forms made from one blueprint, with the very items they use.

    A pure function of the blueprint, the items, the law date, the seed and the codes.
    """

    blueprint: Blueprint
    law_date: date
    seed: str
    items: Mapping[str, Item]
    forms: tuple[Form, ...]
