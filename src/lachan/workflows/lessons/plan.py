"""From a lesson to its plan, as a Word file to edit and as a PDF to print."""

from __future__ import annotations

from lachan.content import Content
from lachan.domain.lesson_plans import LessonPlan, make_lesson_plan
from lachan.exchange import render_lesson_plan
from lachan.printing import render_printed_plan
from lachan.workflows.content.pictures import read_pictures


def make_plan(name: str, content: Content) -> bytes:
    """Return the lesson plan (kế hoạch bài dạy) of the lesson with this id or slug as DOCX."""
    return render_lesson_plan(_find_plan(name, content), content.settings.school)


def make_printed_plan(name: str, content: Content) -> bytes:
    """Return the same plan as PDF."""
    plan = _find_plan(name, content)
    texts = (block.content for activity in plan.activities for block in activity.blocks)
    pictures = read_pictures(content, name, texts, ())
    return render_printed_plan(plan, content.settings.school, pictures=pictures)


def _find_plan(name: str, content: Content) -> LessonPlan:
    labels = {cited: provision.label_with_status for cited, provision in content.provisions.items()}
    return make_lesson_plan(content.get_lesson(name), labels)
