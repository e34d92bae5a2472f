"""A lesson plan as a printed page, in the layout that its Word file has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lachan.domain.kinds import BlockKind
from lachan.domain.lesson_plans import LessonPlan, PlanActivity
from lachan.domain.names import block_heading
from lachan.printing.pictures import PictureTray
from lachan.printing.typst_engine import compile_pdf

_ELSEWHERE = (BlockKind.QUICK_CHECK, BlockKind.LEAFLET)


def render_printed_plan(
    plan: LessonPlan, school: str, *, pictures: Mapping[str, bytes] | None = None
) -> bytes:
    """Return the PDF/UA-1 file of a plan: A4, stable bytes; no school leaves a dotted line.

    Raises
    ------
    PrintError
        With a Vietnamese reason, for example the characters that the fonts lack.
    """
    title = f"Kế hoạch bài dạy: {plan.title}"
    tray = PictureTray(title, pictures or {})
    data = {
        "title": plan.title,
        "about": plan.about,
        "school": school,
        "programme": list(plan.programme),
        "parts": list(plan.parts),
        "aims": [{"title": name, "lines": list(lines)} for name, lines in plan.aims],
        "equipment": list(plan.equipment),
        "activities": [_activity(each, tray) for each in plan.activities],
        "law": list(plan.law),
        "two_columns": plan.two_columns,
    }
    return compile_pdf("ke-hoach.typ", data, title, tray.files)


def _activity(activity: PlanActivity, tray: PictureTray) -> dict[str, Any]:
    return {
        "heading": activity.heading,
        "lines": [list(line) for line in activity.lines],
        "moves_title": activity.moves_title,
        "organisation": activity.organisation,
        "moves": [
            {"name": m.name, "teacher": m.teacher, "pupils": m.pupils, "told": m.told}
            for m in activity.moves
        ],
        "blocks": [
            {"title": block_heading(block.kind, block.title), "content": tray.nodes(block.shown)}
            for block in activity.blocks
            if block.kind not in _ELSEWHERE
        ],
    }
