"""What the bank can fill of a blueprint, cell by cell, before anything is made."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from lachan.assembly.candidates import find_slots
from lachan.content import Content
from lachan.domain.kinds import CellUnit, ItemType, Level
from lachan.domain.papers.paper import Blueprint
from lachan.workflows.papers.context import find_topics
from lachan.workflows.papers.draft import usable_items


@dataclass(frozen=True, slots=True)
class CellSupply:
    """A cell of a blueprint: how much it asks for in each form, and how much the bank has."""

    part: int
    type: ItemType
    topic: str
    level: Level
    unit: CellUnit
    wanted: int
    available: int


def find_supply(content: Content, blueprint: Blueprint, today: dt.date) -> tuple[CellSupply, ...]:
    """Return every cell in the blueprint's order; law is judged as `draft_paper` does.

    An item of several parts, or an enemy of another, is counted wherever it fits: a cell may
    have enough here and still not be fillable together with the others.
    """
    available: Counter[tuple[int, str, Level]] = Counter()
    for slot in find_slots(blueprint, usable_items(content, blueprint.date or today)):
        for (topic, level), count in slot.fills.items():
            available[slot.part, topic, level] += count
    topics = find_topics(content, blueprint)
    return tuple(
        CellSupply(
            part=index + 1,
            type=part.type,
            topic=topics[cell.topic].title,
            level=cell.level,
            unit=part.unit,
            wanted=cell.count,
            available=available[index, cell.topic, cell.level],
        )
        for index, part in enumerate(blueprint.parts)
        for cell in part.cells
    )
