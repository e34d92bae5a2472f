"""From a lesson to its plan as a Word file."""

from __future__ import annotations

from lachan.content import Content
from lachan.exchange import render_lesson_plan


def make_plan(name: str, content: Content) -> bytes:
    """Return the lesson plan (kế hoạch bài dạy) of the lesson with this id or slug as DOCX."""
    labels = {cited: provision.label_with_status for cited, provision in content.provisions.items()}
    return render_lesson_plan(content.get_lesson(name), content.settings.school, labels)
