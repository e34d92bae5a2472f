"""A blueprint asks for what the bank holds ready."""

from __future__ import annotations

from dataclasses import replace

from lachan.checks.blueprints import check_cells
from lachan.domain.kinds import ItemType, Level
from lachan.domain.papers.paper import Cell
from support.content import subject
from support.items import TOPIC, as_draft, make_blueprint, make_item, make_part


def test_drafts_do_not_fill_a_cell() -> None:
    blueprint = make_blueprint(make_part(ItemType.SINGLE_CHOICE, Cell(TOPIC, Level.KNOW, 2)))
    bank = replace(subject(items=(make_item("a"), make_item("b"))), blueprints=(blueprint,))
    assert [] == list(check_cells(bank))

    [found] = check_cells(replace(bank, items=(make_item("a"), as_draft(make_item("b")))))

    assert ("BP001", True) == (found.code, "cần 2, ngân hàng có 1, thiếu 1" in found.message)
