"""Write a blueprint as the commented YAML that a teacher goes on working with."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal

from lachan.domain.kinds import CellUnit
from lachan.domain.names import BAND_NAMES, ITEM_TYPE_NAMES
from lachan.domain.papers.paper import Blueprint, Part, Rules

_INTRO = """\
# Ma trận đề. Sửa rồi ra đề bằng: lachan paper make TỆP_NÀY --out THƯ_MỤC_MỚI
# Giải thích từng trường: docs/formats.md, mục 6. Chữ sau dấu # chỉ để đọc.
"""


def render_blueprint(blueprint: Blueprint, topics: Mapping[str, str]) -> str:
    """Return the YAML of a blueprint, which reads back to the same one.

    Parameters
    ----------
    topics
        Topic → title, for comments beside the cells.
    """
    lines = [
        *_head(blueprint),
        *_codes(blueprint),
        *_rules(blueprint.rules),
        "parts:",
    ]
    for number, part in enumerate(blueprint.parts, 1):
        lines += _part(number, part, topics)
    return _INTRO + "\n".join(lines) + "\n"


def _head(blueprint: Blueprint) -> Iterator[str]:
    header = blueprint.header
    date = f" {blueprint.date.isoformat()}" if blueprint.date else ""
    yield f"title: {_quote(blueprint.title)}"
    yield "header:"
    yield from _field("  authority", header.authority, "cơ quan chủ quản, in hoa trên đầu đề")
    yield f"  organiser: {_quote(header.organiser)}"
    yield f"  exam: {_quote(header.exam)}"
    yield from _field("  school_year", header.school_year, "năm học")
    yield f"  subject: {_quote(header.subject)}"
    yield f"official: {_flag(blueprint.official)}  # yes: đề chính thức; no: đề luyện tập"
    yield f"band: {blueprint.band.value}  # {BAND_NAMES[blueprint.band]}"
    yield f"date:{date}  # ngày thi, dạng 2026-12-05; luật xét theo ngày này; trống: ngày ra đề"
    yield f"minutes: {blueprint.minutes}"


def _codes(blueprint: Blueprint) -> Iterator[str]:
    if blueprint.codes:
        yield f"codes: [{', '.join(map(_quote, blueprint.codes))}]  # mã đề"
    elif blueprint.form_count:
        yield f"forms: {blueprint.form_count}  # số mã đề; muốn tự đặt mã thì thay bằng codes"
        yield f"code_digits: {blueprint.code_digits}  # mã đề 3 hay 4 chữ số"
    yield f"seed: {_quote(blueprint.seed)}  # đổi chữ này thì rút câu và trộn khác đi"
    if blueprint.total_points is not None:
        yield f"total_points: {_number(blueprint.total_points)}"


def _rules(rules: Rules) -> Iterator[str]:
    yield "rules:"
    yield f"  mode: {rules.mode.value}  # same: các mã chung một bộ câu; different: nhiều bộ câu"
    numbers = {
        "base_forms": (rules.base_forms, "số bộ câu"),
        "max_shared": (rules.max_shared, "hai bộ trùng nhau nhiều nhất mấy câu"),
        "max_exposure": (rules.max_exposure, "một câu có trong nhiều nhất mấy bộ"),
        "time_tolerance_s": (rules.time_tolerance_s, "các bộ chênh nhau nhiều nhất mấy giây"),
    }
    for name, (value, meaning) in numbers.items():
        if value is not None:
            yield f"  {name}: {value}  # {meaning}"
    if rules.difficulty_tolerance is not None:
        points = _number(rules.difficulty_tolerance)
        yield f"  difficulty_tolerance: {points}  # độ khó dự kiến chênh nhau nhiều nhất mấy điểm"
    yield f"  key_balance: {_flag(rules.key_balance)}  # chia đều chữ cái đáp án"
    for name in ("include", "exclude", "previous"):
        ids = getattr(rules, name)
        if ids:
            yield f"  {name}: [{', '.join(ids)}]"


def _part(number: int, part: Part, topics: Mapping[str, str]) -> Iterator[str]:
    yield f"  # Phần {number}: câu {ITEM_TYPE_NAMES[part.type]}"
    yield f"  - type: {part.type.value}"
    yield f"    points: {_number(part.points)}"
    if part.steps:
        yield f"    steps: [{', '.join(map(_number, part.steps))}]"
    if part.use is not None:
        yield f"    use: {part.use.value}"
    if part.unit is CellUnit.STATEMENTS:
        yield f"    unit: {part.unit.value}"
    yield f"    count: {part.count}"
    yield "    cells:"
    shown = ""
    for cell in part.cells:
        title = topics.get(cell.topic, "") if cell.topic != shown else ""
        shown = cell.topic
        line = f"      - {{topic: {cell.topic}, level: {cell.level.value}, count: {cell.count}}}"
        yield f"{line}  # {title}" if title else line


def _field(name: str, value: str, meaning: str) -> Iterator[str]:
    yield f"{name}: {_quote(value)}" if value else f"{name}:  # {meaning}"


def _quote(value: str) -> str:
    # A JSON string is a YAML string, whatever stands in it.
    return json.dumps(value, ensure_ascii=False)


def _number(value: Decimal) -> str:
    return f"{value.normalize():f}"


def _flag(value: bool) -> str:
    return "yes" if value else "no"
