"""The marking guide (hướng dẫn chấm): points, then each question's key, reasons and law."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lachan.domain.bodies import Essay
from lachan.domain.items import Item
from lachan.domain.kinds import ItemType
from lachan.domain.papers.paper import Form, FormItem, Paper, Part
from lachan.printing.lessons.key import key_entry
from lachan.printing.papers.head import law_line, paper_head
from lachan.printing.papers.words import (
    MARKING_RULES,
    PART_TITLES,
    format_points,
    part_title,
    roman_part,
)
from lachan.printing.pictures import PictureTray
from lachan.printing.typst_engine import compile_pdf
from lachan.text import format_decimal

# More forms than these are looked up in key.xlsx: the list would hide the reasons.
MOST_FORMS_NAMED = 8


def render_marking_guide(
    paper: Paper,
    *,
    labels: Mapping[str, str] | None = None,
    pictures: Mapping[str, bytes] | None = None,
) -> bytes:
    """Return the guide as PDF/UA-1, the same bytes for the same arguments.

    Every item of the paper comes once, with the letters of the first form that holds it, and
    where it stands in other forms.

    Parameters
    ----------
    paper
        The paper with all its forms.
    labels
        Provision id → label; an id without one is shown itself.
    pictures
        As for `render_paper`.
    """
    title = f"{paper.blueprint.title} – Hướng dẫn chấm"
    tray = PictureTray(title, pictures or {})
    return compile_pdf(
        "huong-dan-cham.typ", marking_guide_data(paper, labels or {}, tray), title, tray.files
    )


def marking_guide_data(
    paper: Paper, labels: Mapping[str, str], tray: PictureTray
) -> dict[str, Any]:
    """Return what the template reads, JSON-ready."""
    parts = paper.blueprint.parts
    total = paper.blueprint.worth
    return {
        "head": paper_head(paper),
        "law": law_line(paper),
        "total": f"Tổng điểm: {format_decimal(total)}" if total else "",
        "parts": [
            {
                "title": part_title(number, part),
                "name": roman_part(number).removesuffix(".") + f": {PART_TITLES[part.type]}",
                "count": part.count,
                "points": format_decimal(part.worth),
                "rule": f"Mỗi câu {format_points(part.points)}. {MARKING_RULES[part.type]}",
                "steps": _steps(part),
                "entries": list(_entries(paper, number, labels, tray)),
            }
            for number, part in enumerate(parts, 1)
        ],
    }


def _steps(part: Part) -> list[str]:
    if part.type is not ItemType.TRUE_FALSE_GROUP:
        return []
    return [format_decimal(step) for step in part.true_false_steps]


def _entries(
    paper: Paper, part: int, labels: Mapping[str, str], tray: PictureTray
) -> Iterator[dict[str, Any]]:
    met: set[str] = set()
    for form in paper.forms:
        for number, printed in enumerate(form.parts[part - 1], 1):
            if printed.item_id not in met:
                met.add(printed.item_id)
                yield _entry(paper, form, part, number, printed, labels, tray)


def _entry(
    paper: Paper,
    form: Form,
    part: int,
    number: int,
    printed: FormItem,
    labels: Mapping[str, str],
    tray: PictureTray,
) -> dict[str, Any]:
    item = paper.items[printed.item_id]
    entry = key_entry(number, item, labels, tray, printed)
    if isinstance(item.body, Essay):
        # Criteria stand in their own table; what is left of the reasons is the guide.
        entry["reasons"] = [reason for reason in entry["reasons"] if not reason["label"]]
    return entry | {
        "place": f"Mã đề {form.code}, câu {number}",
        "stem": tray.nodes(item.asked),
        "rubric": _rubric(item, tray),
        "elsewhere": _elsewhere(paper, form, part, item.id),
    }


def _rubric(item: Item, tray: PictureTray) -> list[dict[str, Any]]:
    if not isinstance(item.body, Essay):
        return []
    return [
        {
            "label": criterion.id,
            "text": tray.nodes(criterion.text),
            "points": format_decimal(criterion.points),
        }
        for criterion in item.body.rubric
    ]


def _elsewhere(paper: Paper, form: Form, part: int, item_id: str) -> str:
    places = [
        f"{other.code} câu {number}"
        for other in paper.forms
        if other.code != form.code
        for number, printed in enumerate(other.parts[part - 1], 1)
        if printed.item_id == item_id
    ]
    if len(places) > MOST_FORMS_NAMED:
        return "xem trang “Bản đồ câu” của key.xlsx"
    return "; ".join(places)
