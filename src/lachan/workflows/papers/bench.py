"""What the paper maker's screen works with: the bank's supply, drafts, and the papers in a zip."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from lachan.content import Content
from lachan.domain.kinds import Level
from lachan.domain.papers.paper import Blueprint, Cell, Paper, Part, Rules
from lachan.domain.papers.rosters import Entrant
from lachan.exchange import read_roster
from lachan.workflows.papers.archive import PaperArchive
from lachan.workflows.papers.draft import (
    PaperDraft,
    choose_paper,
    draft_paper,
    find_codes,
    paper_warnings,
)
from lachan.workflows.papers.options import check_names, options_from_json, parse_grid
from lachan.workflows.papers.plan import PaperWish, PartWish, plan_paper
from lachan.workflows.papers.preview import find_supply
from lachan.workflows.papers.swap import Swap, swap_item


@dataclass(frozen=True, slots=True)
class PaperBench:
    """Blueprints tried out on a bank; nothing is kept.

    Parameters
    ----------
    today
        Gives the date on which law must be in force where a blueprint names none.
    """

    content: Content
    today: Callable[[], dt.date]

    def count_cells(self, blueprint: Blueprint) -> list[dict[tuple[str, Level], int]]:
        """Return for each part how much the bank has for each of its cells."""
        found: list[dict[tuple[str, Level], int]] = [{} for _ in blueprint.parts]
        cells = [cell for part in blueprint.parts for cell in part.cells]
        supply = find_supply(self.content, blueprint, self.today())
        for cell, row in zip(cells, supply, strict=True):
            found[row.part - 1][cell.topic, cell.level] = row.available
        return found

    def choose(self, blueprint: Blueprint) -> Paper:
        """Return the paper as the bank gives it; `draft` also lets the checker look at it."""
        return choose_paper(self.content, blueprint, today=self.today())

    def draft(self, blueprint: Blueprint) -> PaperDraft:
        """Return the paper, checked; raises `LachanError` where it cannot be."""
        return draft_paper(self.content, blueprint, today=self.today())

    def swap(self, blueprint: Blueprint, item_id: str) -> Swap:
        """Return the paper with another question in the place of one; see `swap_item`."""
        return swap_item(self.content, blueprint, item_id, today=self.today())

    def spread(self, blueprint: Blueprint, part: Part, count: int) -> tuple[Cell, ...]:
        """Return `count` items of a part spread over the topics and levels of its cells."""
        topics = tuple(dict.fromkeys(cell.topic for cell in part.cells))
        wish = PaperWish(
            title=blueprint.title,
            band=blueprint.band,
            parts=(PartWish(part.type, count, part.points),),
            minutes=blueprint.minutes,
            topics=topics,
            form_count=len(find_codes(blueprint)),
            rules=_own_rules(blueprint.rules),
            date=blueprint.date,
            seed=blueprint.seed,
        )
        return plan_paper(self.content, wish, self.today()).parts[0].cells

    def warn(self, paper: Paper) -> Sequence[str]:
        """Return what an organiser must hear."""
        return paper_warnings(paper)

    def read_roster(self, data: bytes, name: str) -> tuple[Entrant, ...]:
        """Return who is on a class list; raises `RosterError` with every fault."""
        return read_roster(data, name)

    def open_archive(
        self, blueprint: Blueprint, options: Mapping[str, Any], roster: Sequence[Entrant]
    ) -> PaperArchive:
        """Return the zip of a blueprint's papers, still empty; it is filled step by step."""
        parse_grid(str(options["grid"]))
        chosen = options_from_json(options)
        check_names(chosen.names, blueprint.date or self.today(), self.today())
        return PaperArchive(self.draft(blueprint), chosen, roster)


def _own_rules(rules: Rules) -> Rules:
    """Return the rules that can hold for a part alone: what other parts include is not asked."""
    return replace(rules, include=(), difficulty_tolerance=None, time_tolerance_s=None)
