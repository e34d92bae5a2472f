"""A lesson as the browser gets it; what is for teachers leaves Python for staff only."""

from __future__ import annotations

from typing import Any

from lachan.domain.lessons import Lesson, LessonBlock, Step
from lachan.domain.names import BAND_NAMES, BLOCK_NAMES, PHASE_NAMES, format_grades
from lachan.markup import to_nodes

Json = dict[str, Any]


def index_json(lesson: Lesson) -> Json:
    """Return what the list of lessons shows."""
    return {
        "id": lesson.id,
        "slug": lesson.slug,
        "title": lesson.title,
        "band": lesson.band.value,
        "band_label": BAND_NAMES[lesson.band],
        "grades": format_grades(lesson.grades),
        "minutes": lesson.minutes,
        "summary": lesson.summary,
    }


def lesson_json(lesson: Lesson, shown_items: frozenset[str], *, staff: bool) -> Json:
    """Return an open lesson.

    Parameters
    ----------
    lesson
        The lesson.
    shown_items
        Ids of the items that may be asked; others are left out of quick checks.
    staff
        Whether teachers' blocks and the steps' plans are included.
    """
    return {
        **index_json(lesson),
        "questions": list(lesson.questions),
        "key_points": list(lesson.key_points),
        "opening": _blocks(lesson.opening, shown_items, staff),
        "steps": [_step(step, shown_items, staff) for step in lesson.steps],
    }


def _step(step: Step, shown_items: frozenset[str], staff: bool) -> Json:
    plan = {
        "objective": step.objective,
        "content": step.content,
        "product": step.product,
        "organisation": step.organisation,
    }
    return {
        "id": step.id,
        "title": step.title,
        "minutes": step.minutes,
        "phase_label": PHASE_NAMES[step.phase],
        "plan": plan if staff else None,
        "blocks": _blocks(step.blocks, shown_items, staff),
    }


def _blocks(
    blocks: tuple[LessonBlock, ...], shown_items: frozenset[str], staff: bool
) -> list[Json]:
    return [
        {
            "kind": block.kind.value,
            "label": BLOCK_NAMES[block.kind],
            "title": block.title,
            "nodes": to_nodes(block.content),
            "items": [item for item in block.item_ids if item in shown_items],
        }
        for block in blocks
        if staff or not block.kind.teacher_only
    ]
