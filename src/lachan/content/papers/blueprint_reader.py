"""Read quiz_bank/blueprints/*.yaml (docs/formats.md section 6)."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, StringConstraints, model_validator

from lachan.content.diagnostics import Diagnostics
from lachan.content.files import check_name
from lachan.content.yaml.file import read_validated
from lachan.content.yaml.source import parse_yaml
from lachan.content.yaml.validation import Flag, Schema, Slug, Words, validate, wrong_field
from lachan.domain.kinds import Band, CellUnit, FormMode, ItemType, Level, Use
from lachan.domain.papers.paper import STATEMENTS_PER_GROUP, Blueprint, Cell, Header, Part, Rules
from lachan.domain.source import Source
from lachan.errors import ContentError, Severity
from lachan.limits.files import LARGEST_MANIFEST
from lachan.text import format_decimal, to_nfc

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
    count: int = Field(gt=0, le=400)


class PartSchema(Schema):
    type: ItemType
    points: Decimal = Field(gt=0)
    count: int | None = Field(default=None, gt=0, le=100)
    unit: CellUnit = CellUnit.ITEMS
    use: Use | None = None
    steps: tuple[Annotated[Decimal, Field(ge=0)], ...] = ()
    cells: tuple[CellSchema, ...] = Field(min_length=1)

    @property
    def item_count(self) -> int:
        total = sum(cell.count for cell in self.cells)
        return total // STATEMENTS_PER_GROUP if self.unit is CellUnit.STATEMENTS else total

    @model_validator(mode="after")
    def is_sound(self) -> PartSchema:
        grouped = self.type is ItemType.TRUE_FALSE_GROUP
        if not grouped and (self.steps or self.unit is CellUnit.STATEMENTS):
            raise ValueError("steps và unit: statements chỉ dùng với type: true_false_group")
        if self.steps and (
            len(self.steps) != STATEMENTS_PER_GROUP
            or list(self.steps) != sorted(self.steps)
            or self.steps[-1] != self.points
        ):
            raise wrong_field(
                "steps",
                "cần bốn số không giảm (điểm khi đúng 1, 2, 3, 4 ý), "
                f"số cuối bằng điểm mỗi câu là {format_decimal(self.points)}",
            )
        total = sum(cell.count for cell in self.cells)
        if self.unit is CellUnit.STATEMENTS and total % STATEMENTS_PER_GROUP:
            message = f"tổng số ý là {total}, phải chia hết cho 4 (mỗi câu bốn ý)"
            raise wrong_field("cells", message)
        if self.count is not None and self.count != self.item_count:
            raise ValueError(
                f"các ô cộng lại là {self.item_count} câu, nhưng count là {self.count}"
            )
        cells = [(cell.topic, cell.level) for cell in self.cells]
        twice = [f"{topic} / {level}" for topic, level in cells if cells.count((topic, level)) > 1]
        if twice:
            raise wrong_field("cells", f"ô viết hai lần: {twice[0]}; gộp lại thành một ô")
        return self


class RulesSchema(Schema):
    mode: FormMode = FormMode.SAME
    base_forms: int | None = Field(default=None, gt=0, le=100)
    max_shared: int | None = Field(default=None, ge=0)
    max_exposure: int | None = Field(default=None, gt=0)
    key_balance: Flag = True
    difficulty_tolerance: Decimal | None = Field(default=None, ge=0)
    time_tolerance_s: int | None = Field(default=None, ge=0)
    include: tuple[Slug, ...] = ()
    exclude: tuple[Slug, ...] = ()
    previous: tuple[Words, ...] = ()

    @model_validator(mode="after")
    def is_sound(self) -> RulesSchema:
        both = sorted(set(self.include) & {*self.exclude, *self.previous})
        if both:
            raise ValueError(f"câu vừa phải có vừa phải tránh: {', '.join(both)}")
        between = ("base_forms", "max_shared", "max_exposure")
        used = [name for name in between if getattr(self, name) is not None]
        if self.mode is FormMode.SAME and used:
            raise ValueError(f"{', '.join(used)} chỉ dùng với mode: different")
        if self.max_shared is not None and len(self.include) > self.max_shared:
            raise ValueError(
                f"include có {len(self.include)} câu mà mã đề nào cũng phải có, "
                f"nhiều hơn max_shared là {self.max_shared}"
            )
        return self


class BlueprintSchema(Schema):
    title: Words
    header: HeaderSchema
    official: Flag = False
    band: Band
    date: dt.date | None = None
    minutes: int = Field(gt=0, le=300)
    codes: tuple[FormCode, ...] = ()
    forms: int | None = Field(default=None, gt=0, le=1000)
    code_digits: int | None = Field(default=None, ge=3, le=4)
    seed: Words = "lachan"
    total_points: Decimal | None = None
    rules: RulesSchema = RulesSchema()
    parts: tuple[PartSchema, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def adds_up(self) -> BlueprintSchema:
        total = sum((part.points * part.item_count for part in self.parts), Decimal())
        if self.total_points is not None and total != self.total_points:
            wanted, found = format_decimal(self.total_points), format_decimal(total)
            raise ValueError(f"tổng điểm các phần là {found}, không phải {wanted}")
        return self

    @model_validator(mode="after")
    def has_sound_codes(self) -> BlueprintSchema:
        if len(set(self.codes)) < len(self.codes):
            raise wrong_field("codes", f"có mã đề viết hai lần: {', '.join(self.codes)}")
        lengths = {len(code) for code in self.codes} | ({self.code_digits} - {None})
        if len(lengths) > 1:
            told = f", như code_digits: {self.code_digits}" if self.code_digits else ""
            raise wrong_field("codes", f"các mã đề phải cùng 3 hoặc cùng 4 chữ số{told}")
        if self.codes and self.forms not in (None, len(self.codes)):
            raise ValueError(f"forms là {self.forms} nhưng codes có {len(self.codes)} mã đề")
        return self


def read_blueprint(path: Path, root: Path, diagnostics: Diagnostics) -> Blueprint | None:
    """Return the blueprint of a file; its name is the slug."""
    raw = read_validated(BlueprintSchema, path, root, diagnostics)
    if raw is None:
        return None
    source = Source(diagnostics.name_of(path, root))
    return _to_blueprint(raw, path.stem, source, path.parent, diagnostics)


def parse_blueprint(text: str, name: str) -> Blueprint:
    """Return the blueprint in the text of a file; earlier papers go by the ids of their items.

    Parameters
    ----------
    name
        The file's name, for the messages; without its ending it is the slug.

    Raises
    ------
    ContentError
        With every fault.
    """
    diagnostics = Diagnostics()
    data = parse_yaml(to_nfc(text), name, diagnostics)
    if diagnostics.problems:
        raise ContentError(diagnostics.problems)
    return _from_data(data, name, diagnostics)


def make_blueprint(data: Mapping[str, Any], slug: str) -> Blueprint:
    """Return the blueprint that the data of a file describe; problems point into the data.

    Raises
    ------
    ContentError
        With every fault.
    """
    return _from_data(data, f"{slug}.yaml", Diagnostics())


def _from_data(data: object, name: str, diagnostics: Diagnostics) -> Blueprint:
    source = Source(name)
    raw = validate(BlueprintSchema, data, source, diagnostics)
    if raw is not None:
        blueprint = _to_blueprint(raw, Path(name).stem, source, None, diagnostics)
        if not diagnostics.problems:
            return blueprint
    raise ContentError(diagnostics.problems)


def _to_blueprint(
    raw: BlueprintSchema, slug: str, source: Source, folder: Path | None, diagnostics: Diagnostics
) -> Blueprint:
    check_name(slug, source, diagnostics)
    return Blueprint(
        slug=slug,
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
        rules=_to_rules(raw.rules, folder, source.at("rules"), diagnostics),
        form_count=raw.forms,
        code_digits=raw.code_digits or len(raw.codes[0] if raw.codes else "101"),
    )


def _to_part(raw: PartSchema, source: Source) -> Part:
    cells = tuple(
        Cell(cell.topic, cell.level, cell.count, source.at("cells", index))
        for index, cell in enumerate(raw.cells)
    )
    return Part(raw.type, raw.points, cells, source, raw.unit, raw.use, raw.steps)


def _to_rules(
    raw: RulesSchema, folder: Path | None, source: Source, diagnostics: Diagnostics
) -> Rules:
    """Return the rules; `folder` is where names of earlier manifests start, None where nowhere."""
    previous: set[str] = set()
    for index, entry in enumerate(raw.previous):
        if not entry.endswith(".json"):
            previous.add(entry)
            continue
        try:
            previous |= _ids_of_manifest(folder, entry)
        except (OSError, ValueError, LookupError, TypeError, RecursionError):
            message = f'không đọc được hồ sơ đề cũ "{entry}"'
            hint = "ghi đường dẫn tới manifest.json, tính từ thư mục của ma trận, hoặc mã câu hỏi"
            diagnostics.report("BP002", source.at("previous", index), message, hint)
    fields = raw.model_dump() | {"previous": tuple(sorted(previous))}
    return Rules(**fields)


def _ids_of_manifest(folder: Path | None, name: str) -> set[str]:
    """Return the ids of the items in any form of a paper already given."""
    if folder is None:
        raise LookupError(name)
    file = folder / name
    # Not a device or a pipe, which would be read for ever.
    if not file.is_file() or file.stat().st_size > LARGEST_MANIFEST.value:
        raise LookupError(name)
    forms = json.loads(file.read_text("utf-8"))["forms"]
    return {str(row["item"]) for form in forms for part in form["parts"] for row in part}


def load_blueprint(path: Path) -> Blueprint:
    """Return the blueprint in a file anywhere; raises `ContentError` with every fault."""
    diagnostics = Diagnostics()
    blueprint = read_blueprint(path, path.parent, diagnostics)
    errors = [p for p in diagnostics.problems if p.severity is Severity.ERROR]
    if blueprint is None or errors:
        raise ContentError(errors)
    return blueprint
