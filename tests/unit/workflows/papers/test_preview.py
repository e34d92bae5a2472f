"""What the bank has for each cell, by the law of the day."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

from lachan.content import load_content
from lachan.domain.kinds import CellUnit, ItemType, Level, Status
from lachan.workflows.papers.preview import CellSupply, find_supply

TODAY = dt.date(2026, 12, 1)
SAMPLE = Path(__file__).parents[3] / "content" / "sample"


def cell(kind: ItemType, level: Level, part: int, available: int) -> CellSupply:
    return CellSupply(part, kind, "Bài mẫu", level, CellUnit.ITEMS, 1, available)


def test_every_cell_is_told_with_what_it_needs_and_what_there_is() -> None:
    content = load_content(SAMPLE)

    assert (
        cell(ItemType.SINGLE_CHOICE, Level.KNOW, 1, 1),
        cell(ItemType.SHORT_ANSWER, Level.APPLY, 2, 1),
    ) == find_supply(content, content.get_blueprint("mau"), TODAY)


def test_drafts_and_items_whose_law_is_not_in_force_do_not_count() -> None:
    content = load_content(SAMPLE)
    plan = content.get_blueprint("mau")
    drafts = replace(
        content, items=tuple(replace(item, status=Status.DRAFT) for item in content.items)
    )
    before = replace(plan, date=dt.date(2020, 1, 1))

    for supply in (find_supply(drafts, plan, TODAY), find_supply(content, before, TODAY)):
        assert [0, 0] == [each.available for each in supply]
