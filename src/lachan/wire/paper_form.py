"""A blueprint as the paper maker's form shows it: every field as it is typed, in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, Literal, TypedDict

from lachan.domain.kinds import Band, CellUnit, FormMode, ItemType, Level, Use
from lachan.domain.papers.paper import Blueprint, Cell, Header, Part, Rules


class PartForm(TypedDict):
    """A part as it is typed; ``counts`` by `cell_name`."""

    type: ItemType
    points: str
    unit: CellUnit
    use: Use | Literal[""]
    steps: str
    counts: dict[str, str]


class PaperForm(TypedDict):
    """A blueprint as it is typed; what it leaves out is empty."""

    slug: str
    title: str
    authority: str
    organiser: str
    exam: str
    school_year: str
    subject: str
    official: bool
    band: Band
    date: str
    minutes: str
    forms: str
    codes: str
    code_digits: str
    seed: str
    mode: FormMode
    base_forms: str
    max_shared: str
    max_exposure: str
    key_balance: bool
    difficulty_tolerance: str
    time_tolerance_s: str
    include: str
    exclude: str
    previous: str
    topics: list[str]
    parts: list[PartForm]


# What an item is usually worth where a part is begun anew (the 2025 format for the first three).
USUAL_POINTS = {
    ItemType.SINGLE_CHOICE: "0,25",
    ItemType.TRUE_FALSE_GROUP: "1",
    ItemType.SHORT_ANSWER: "0,5",
}


def form_json(blueprint: Blueprint) -> PaperForm:
    """Return the form of a blueprint; what it leaves out is an empty field."""
    header, rules = blueprint.header, blueprint.rules
    return {
        "slug": blueprint.slug,
        "title": blueprint.title,
        "authority": header.authority,
        "organiser": header.organiser,
        "exam": header.exam,
        "school_year": header.school_year,
        "subject": header.subject,
        "official": blueprint.official,
        "band": blueprint.band,
        "date": blueprint.date.isoformat() if blueprint.date else "",
        "minutes": str(blueprint.minutes),
        "forms": str(blueprint.form_count or len(blueprint.codes) or 4),
        "codes": ", ".join(blueprint.codes),
        "code_digits": str(blueprint.code_digits),
        "seed": blueprint.seed,
        "mode": rules.mode,
        "base_forms": _shown(rules.base_forms),
        "max_shared": _shown(rules.max_shared),
        "max_exposure": _shown(rules.max_exposure),
        "key_balance": rules.key_balance,
        "difficulty_tolerance": _shown(rules.difficulty_tolerance),
        "time_tolerance_s": _shown(rules.time_tolerance_s),
        "include": ", ".join(rules.include),
        "exclude": ", ".join(rules.exclude),
        "previous": ", ".join(rules.previous),
        "topics": list(dict.fromkeys(c.topic for part in blueprint.parts for c in part.cells)),
        "parts": [_part_json(part) for part in blueprint.parts],
    }


def new_form(band: Band, topics: Iterable[str], today: dt.date) -> PaperForm:
    """Return the form of a blueprint from scratch: one part, all topics, nothing in the cells."""
    start = today.year - (today.month < 6)
    blueprint = Blueprint(
        slug="ma-tran-moi",
        title="Đề kiểm tra",
        header=Header(
            "",
            "TRƯỜNG ………",
            "ĐỀ KIỂM TRA",
            f"{start} – {start + 1}",
            "Phòng, chống mua bán người",
        ),
        official=False,
        band=band,
        date=None,
        minutes=45,
        codes=(),
        seed="de-1",
        total_points=None,
        parts=(Part(ItemType.SINGLE_CHOICE, Decimal("0.25"), ()),),
        form_count=4,
    )
    return {**form_json(blueprint), "topics": list(topics)}


def grid_blueprint(form: Mapping[str, Any]) -> Blueprint | None:
    """Return a blueprint that asks one of every cell, to count what each can be filled with.

    Whatever else of the form cannot be read yet is left out; None where not even the band can.
    """
    band = next((band for band in Band if band.value == form.get("band")), None)
    if band is None:
        return None
    cells = tuple(Cell(topic, level, 1) for topic in _shown_topics(form) for level in Level)
    parts = tuple(_grid_part(raw, cells) for raw in form.get("parts", ()))
    if not cells or not parts:
        return None
    return Blueprint(
        slug="",
        title="",
        header=Header("", "", "", "", ""),
        official=False,
        band=band,
        date=_read_date(str(form.get("date", ""))),
        minutes=1,
        codes=(),
        seed="",
        total_points=None,
        parts=parts,
        rules=Rules(
            exclude=split_list(form.get("exclude")), previous=split_list(form.get("previous"))
        ),
    )


def split_list(text: object) -> tuple[str, ...]:
    """Return the words of a field that takes several, set apart by commas or spaces."""
    return tuple(str(text or "").replace(",", " ").replace(";", " ").split())


def cell_name(topic: str, level: Level | str) -> str:
    """Return the name under which a form keeps a cell's count."""
    return f"{topic}/{level}"


def _shown_topics(form: Mapping[str, Any]) -> list[str]:
    topics = form.get("topics")
    return [each for each in topics if isinstance(each, str)] if isinstance(topics, list) else []


def _part_json(part: Part) -> PartForm:
    return {
        "type": part.type,
        "points": _shown(part.points),
        "unit": part.unit,
        "use": part.use or "",
        "steps": "; ".join(map(_shown, part.steps)),
        "counts": {cell_name(cell.topic, cell.level): str(cell.count) for cell in part.cells},
    }


def _grid_part(raw: Mapping[str, Any], cells: tuple[Cell, ...]) -> Part:
    kind = next((each for each in ItemType if each.value == raw.get("type")), ItemType.ESSAY)
    grouped = kind is ItemType.TRUE_FALSE_GROUP and raw.get("unit") == CellUnit.STATEMENTS
    unit = CellUnit.STATEMENTS if grouped else CellUnit.ITEMS
    use = next((each for each in Use if each.value == raw.get("use")), None)
    return Part(kind, Decimal(1), cells, unit=unit, use=use)


def _read_date(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def _shown(number: Decimal | int | None) -> str:
    if number is None:
        return ""
    return f"{Decimal(number).normalize():f}".replace(".", ",")
