"""How a set of papers is wanted, how far its zip is, and pieces of it, as messages carry them."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import Any, TypedDict

from lachan.workflows.papers.archive import PaperArchive

# A piece of the zip as one message; what is held in memory of it at a time.
PIECE_BYTES = 500_000

STYLES = ("large", "dyslexia")


class PrintForm(TypedDict, total=False):
    """How papers are to be printed, as it is typed; what is missing is as usual."""

    word: bool
    style_large: bool
    style_dyslexia: bool
    rows: str
    columns: str
    names: bool
    names_purposes: str
    names_erase_on: str
    names_seen_by: str
    names_withdraw: str


class JobJson(TypedDict):
    """Papers at work; ``size`` in bytes, once they are whole."""

    title: str
    parts: int
    items: int
    made: int
    total: int
    current: str
    whole: bool
    name: str
    size: int
    codes: list[str]
    fingerprint: str


class PieceJson(TypedDict):
    """A piece of the zip; `data` in base64."""

    start: int
    length: int
    data: str


def read_print_options(form: Mapping[str, Any]) -> dict[str, object]:
    """Return the options of a form's papers, as `lachan.workflows.papers.options` reads them."""
    return {
        "styles": [name for name in STYLES if form.get(f"style_{name}") is True],
        "word": form.get("word") is not False,
        "grid": f"{form.get('rows') or 6}x{form.get('columns') or 4}",
        "names": _read_names(form),
    }


def _read_names(form: Mapping[str, Any]) -> dict[str, object] | None:
    """Return what the names of a class list are for, as options keep it; None where unsaid."""
    if form.get("names") is not True:
        return None
    purposes = str(form.get("names_purposes") or "").split(";")
    told = {
        name: str(form.get(f"names_{name}") or "").strip()
        for name in ("erase_on", "seen_by", "withdraw")
    }
    return {"purposes": [each.strip() for each in purposes if each.strip()], **told}


def job_json(archive: PaperArchive) -> JobJson:
    """Return how far a zip is."""
    whole, paper = archive.is_whole, archive.paper
    return {
        "title": paper.blueprint.title,
        "parts": len(paper.blueprint.parts),
        "items": sum(map(len, paper.forms[0].parts)),
        "made": archive.made,
        "total": archive.total,
        "current": archive.current,
        "whole": whole,
        "name": archive.name,
        "size": archive.size if whole else 0,
        "codes": [form.code for form in paper.forms],
        "fingerprint": archive.fingerprint,
    }


def piece_json(archive: PaperArchive, start: int) -> PieceJson:
    """Return up to `PIECE_BYTES` of a zip that is whole, from byte `start` on."""
    data = archive.read(start, PIECE_BYTES)
    return {
        "start": start,
        "length": len(data),
        "data": base64.b64encode(data).decode("ascii"),
    }
