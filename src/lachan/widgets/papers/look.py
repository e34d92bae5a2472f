"""What the bank makes of the paper maker's form as it is typed: faults, a shortage, a paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypedDict

from lachan.assembly import Shortfall, ShortfallError
from lachan.domain.names import ITEM_TYPE_NAMES, LEVEL_NAMES
from lachan.domain.papers.paper import Blueprint
from lachan.errors import LachanError
from lachan.widgets.papers.reading import FormError, read_form
from lachan.widgets.papers.view import PaperMenuJson, find_titles
from lachan.wire.paper_form import cell_name, grid_blueprint
from lachan.workflows.papers.bench import PaperBench


class FaultJson(TypedDict):
    field: str
    message: str


class LookHead(TypedDict):
    """What the bank has for every cell on show, a mapping a part."""

    supply: list[dict[str, int]]


class FaultyJson(LookHead):
    """A form that is no blueprint yet, and what is wrong with which field."""

    state: Literal["faults"]
    faults: list[FaultJson]


class ShortJson(LookHead):
    """A form that the bank cannot fill: why, and the words beside single cells."""

    state: Literal["short"]
    lines: list[str]
    cells: dict[str, str]


class ReadyJson(LookHead):
    """What the bank makes of a form that it can fill."""

    state: Literal["ready"]
    codes: list[str]
    sets: int
    minutes: int
    spread: str
    warnings: list[str]


LookJson = FaultyJson | ShortJson | ReadyJson


def look_json(
    form: Mapping[str, Any], bench: PaperBench, menu: PaperMenuJson, texts: Mapping[str, str]
) -> LookJson:
    """Return what the bank makes of a form.

    Parameters
    ----------
    form
        As it is typed: any field may be missing or wrong.
    menu
        What there is to choose from; topics are named by it.
    texts
        The catalogue of what the screen says.
    """
    supply = _count_cells(form, bench)
    try:
        blueprint = read_form(form, texts)
    except FormError as error:
        faults: list[FaultJson] = [
            {"field": fault.field, "message": fault.message} for fault in error.faults
        ]
        return {"state": "faults", "supply": supply, "faults": faults}
    try:
        return _try_out(blueprint, bench, supply)
    except ShortfallError as error:
        titles = find_titles(menu, blueprint.band)
        lines, cells = _tell_shortage(error.shortfalls, blueprint, titles, texts)
        causes = [texts["paper_cause"].format(cause=cause) for cause in error.causes]
        return {"state": "short", "supply": supply, "lines": [*lines, *causes], "cells": cells}
    except LachanError as error:
        lines = str(error).splitlines()
        return {"state": "short", "supply": supply, "lines": lines, "cells": {}}


def _count_cells(form: Mapping[str, Any], bench: PaperBench) -> list[dict[str, int]]:
    blueprint = grid_blueprint(form)
    counted = [] if blueprint is None else bench.count_cells(blueprint)
    return [{cell_name(*cell): count for cell, count in part.items()} for part in counted]


def _try_out(blueprint: Blueprint, bench: PaperBench, supply: list[dict[str, int]]) -> ReadyJson:
    paper = bench.choose(blueprint)
    proof = paper.certificate
    spread = max(proof.difficulty) - min(proof.difficulty) if proof.difficulty else 0
    return {
        "state": "ready",
        "supply": supply,
        "codes": [form.code for form in paper.forms],
        "sets": len({form.base for form in paper.forms}),
        "minutes": -(-max(proof.seconds, default=0) // 60),
        "spread": f"{spread:.2f}".replace(".", ","),
        "warnings": list(bench.warn(paper)),
    }


def _tell_shortage(
    shortfalls: Sequence[Shortfall],
    blueprint: Blueprint,
    titles: Mapping[str, str],
    texts: Mapping[str, str],
) -> tuple[list[str], dict[str, str]]:
    """Return a line for each cell that goes short, and the words that stand beside the cell.

    The solver counts cells of parts of one type together, so each of them is told.
    """
    lines: list[str] = []
    cells: dict[str, str] = {}
    for short in shortfalls:
        line, beside = _tell_shortfall(short, titles, texts)
        lines.append(line)
        for index, part in enumerate(blueprint.parts):
            asked = {(cell.topic, cell.level) for cell in part.cells}
            if part.type is short.type and (short.topic, short.level) in asked:
                cells[f"{index}/{cell_name(short.topic, short.level)}"] = beside
    return lines, cells


def _tell_shortfall(
    short: Shortfall, titles: Mapping[str, str], texts: Mapping[str, str]
) -> tuple[str, str]:
    """Return the whole sentence, and the few words beside the cell."""
    values = {
        "type": ITEM_TYPE_NAMES[short.type],
        "topic": titles.get(short.topic, short.topic),
        "level": LEVEL_NAMES[short.level],
        "wanted": short.wanted,
        "available": short.available,
        "filled": short.wanted - short.missing,
        "missing": short.missing,
        "drafts": short.drafts,
    }
    # Enough of them, yet not all of them go together.
    torn = short.wanted - short.missing < short.available
    line = texts["paper_short_together"] if torn else texts["paper_short"]
    beside = texts["paper_cell_short"] if torn else texts["paper_cell_more"]
    drafts = texts["paper_short_drafts"] if short.drafts else ""
    return (line + drafts).format(**values), beside.format(**values)
