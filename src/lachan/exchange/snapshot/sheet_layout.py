"""sheet.json: where every bubble of an answer sheet is, for whoever reads scans."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from lachan.domain.papers.sheets import Area, AreaKind, Bubble, FieldKind, SheetField, SheetLayout
from lachan.errors import LachanError
from lachan.exchange.json_files import render_json

FORMAT = "lachan-sheet/1"


class SheetLayoutError(LachanError):
    """A file is not a sheet layout that this version can read."""


def render_sheet_layout(layout: SheetLayout) -> bytes:
    """Return the layout as JSON: lengths in mm from the page's upper left corner."""
    return render_json(
        {
            "format": FORMAT,
            "slug": layout.slug,
            "pages": layout.page_count,
            "page_mm": [layout.page_width_mm, layout.page_height_mm],
            "fields": [
                {
                    "name": field.name,
                    "kind": field.kind.value,
                    "values": list(field.values),
                    "part": field.part,
                    "question": field.question,
                    "place": field.place,
                    "many": field.many,
                }
                for field in layout.fields
            ],
            "bubbles": [
                {
                    "field": bubble.field,
                    "value": bubble.value,
                    "page": bubble.page,
                    "x": bubble.x_mm,
                    "y": bubble.y_mm,
                    "radius": bubble.radius_mm,
                }
                for bubble in layout.bubbles
            ],
            "areas": [
                {
                    "kind": area.kind.value,
                    "name": area.name,
                    "page": area.page,
                    "x": area.x_mm,
                    "y": area.y_mm,
                    "width": area.width_mm,
                    "height": area.height_mm,
                }
                for area in layout.areas
            ],
        }
    )


def parse_sheet_layout(data: bytes, name: str = "sheet.json") -> SheetLayout:
    """Return the layout that a file holds.

    Raises
    ------
    SheetLayoutError
        If it is no such file, of another version, or damaged; `name` is the file's, as told.
    """
    try:
        value = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise SheetLayoutError(
            f"{name}: không phải tệp JSON đọc được ({error}). "
            "Hãy lấy lại tệp được tạo cùng phiếu trả lời."
        ) from error
    found = value.get("format") if isinstance(value, dict) else None
    if found != FORMAT:
        raise SheetLayoutError(
            f"{name}: cần tệp vị trí ô dạng “{FORMAT}”, tệp này là “{found}”. "
            "Hãy lấy tệp được tạo cùng phiếu trả lời, hoặc tạo lại bằng phiên bản đang dùng."
        )
    try:
        return _layout(value)
    except (KeyError, TypeError, ValueError) as error:
        raise SheetLayoutError(
            f"{name}: tệp vị trí ô bị thiếu hoặc hỏng ở mục {error}. "
            "Hãy lấy lại tệp được tạo cùng phiếu trả lời."
        ) from error


def _layout(value: Mapping[str, Any]) -> SheetLayout:
    width, height = value["page_mm"]
    return SheetLayout(
        slug=value["slug"],
        page_count=value["pages"],
        page_width_mm=width,
        page_height_mm=height,
        fields=tuple(
            SheetField(
                name=one["name"],
                kind=FieldKind(one["kind"]),
                values=tuple(one["values"]),
                part=one["part"],
                question=one["question"],
                place=one["place"],
                many=one["many"],
            )
            for one in value["fields"]
        ),
        bubbles=tuple(
            Bubble(b["field"], b["value"], b["page"], b["x"], b["y"], b["radius"])
            for b in value["bubbles"]
        ),
        areas=tuple(
            Area(AreaKind(a["kind"]), a["name"], a["page"], a["x"], a["y"], a["width"], a["height"])
            for a in value["areas"]
        ),
    )
