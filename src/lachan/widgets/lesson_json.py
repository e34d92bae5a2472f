"""A lesson as the browser gets it; what is for teachers leaves Python for staff only."""

from __future__ import annotations

from typing import Any

from lachan.domain.lessons import Lesson, LessonBlock, Step
from lachan.frontend import load_texts
from lachan.markup import to_nodes

Json = dict[str, Any]


def index_json(lesson: Lesson) -> Json:
    """Return what the list of lessons shows."""
    return {
        "id": lesson.id,
        "slug": lesson.slug,
        "title": lesson.title,
        "band": lesson.band.value,
        "band_label": load_texts()[f"band_{lesson.band.value}"],
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


def format_grades(grades: tuple[int, ...]) -> str:
    """Return grades as people say them: "6–9" for a run, "6, 8" otherwise."""
    if len(grades) > 2 and grades == tuple(range(grades[0], grades[-1] + 1)):
        return f"{grades[0]}–{grades[-1]}"
    return ", ".join(str(grade) for grade in grades)


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
        "phase_label": load_texts()[f"phase_{step.phase.value}"],
        "plan": plan if staff else None,
        "blocks": _blocks(step.blocks, shown_items, staff),
    }


def _blocks(
    blocks: tuple[LessonBlock, ...], shown_items: frozenset[str], staff: bool
) -> list[Json]:
    texts = load_texts()
    return [
        {
            "kind": block.kind.value,
            "label": texts[f"block_{block.kind.value}"],
            "title": block.title,
            "nodes": to_nodes(block.content),
            "items": [item for item in block.item_ids if item in shown_items],
        }
        for block in blocks
        if staff or not block.kind.teacher_only
    ]
