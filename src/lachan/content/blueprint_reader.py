"""Read quiz_bank/blueprints/*.yaml (docs/formats.md section 6)."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from lachan.content.diagnostics import Diagnostics
from lachan.content.files import relative_name
from lachan.content.validation import Flag, Schema, Slug, Words
from lachan.content.yaml_file import read_validated
from lachan.domain.kinds import Band, ItemType, Level
from lachan.domain.papers import Blueprint, Cell, Header, Part
from lachan.domain.source import Source
from lachan.errors import ContentError, Severity
from lachan.text import format_decimal

FormCode = Annotated[str, StringConstraints(pattern=r"^[0-9]{3,4}$")]


class HeaderSchema(Schema):
    authority: str = ""
    organiser: Words
    exam: Words
    school_year: str = ""
    subject: Words


class CellSchema(Schema):
    topic: Slug
    level: Level
    count: int = Field(gt=0, le=100)


class PartSchema(Schema):
    type: ItemType
    points: Decimal = Field(gt=0)
    cells: tuple[CellSchema, ...] = Field(min_length=1)


class BlueprintSchema(Schema):
    title: Words
    header: HeaderSchema
    official: Flag = False
    band: Band
    date: dt.date | None = None
    minutes: int = Field(gt=0, le=300)
    codes: tuple[FormCode, ...] = ()
    seed: Words = "lachan"
    total_points: Decimal | None = None
    parts: tuple[PartSchema, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def adds_up(self) -> BlueprintSchema:
        if len(set(self.codes)) < len(self.codes):
            raise ValueError(f"codes: có mã đề viết hai lần: {', '.join(self.codes)}")
        total = sum(
            (part.points * cell.count for part in self.parts for cell in part.cells), Decimal()
        )
        if self.total_points is not None and total != self.total_points:
            wanted, found = format_decimal(self.total_points), format_decimal(total)
            raise ValueError(f"tổng điểm các phần là {found}, không phải {wanted}")
        return self


def read_blueprint(path: Path, root: Path, diagnostics: Diagnostics) -> Blueprint | None:
    """Return the blueprint of a file; its name is the slug."""
    raw = read_validated(BlueprintSchema, path, root, diagnostics)
    if raw is None:
        return None
    source = Source(relative_name(path, root))
    return Blueprint(
        slug=path.stem,
        title=raw.title,
        header=Header(**raw.header.model_dump()),
        official=raw.official,
        band=raw.band,
        date=raw.date,
        minutes=raw.minutes,
        codes=raw.codes,
        seed=raw.seed,
        total_points=raw.total_points,
        parts=tuple(
            _to_part(part, source.at("parts", index)) for index, part in enumerate(raw.parts)
        ),
        source=source,
    )


def _to_part(raw: PartSchema, source: Source) -> Part:
    cells = tuple(
        Cell(cell.topic, cell.level, cell.count, source.at("cells", index))
        for index, cell in enumerate(raw.cells)
    )
    return Part(raw.type, raw.points, cells, source)


def load_blueprint(path: Path) -> Blueprint:
    """Return the blueprint in a file anywhere; raises `ContentError` with every fault."""
    diagnostics = Diagnostics()
    blueprint = read_blueprint(path, path.parent, diagnostics)
    errors = [p for p in diagnostics.problems if p.severity is Severity.ERROR]
    if blueprint is None or errors:
        raise ContentError(errors)
    return blueprint
