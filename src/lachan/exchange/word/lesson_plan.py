"""A lesson plan (kế hoạch bài dạy) as a Word file, ready to hand in and easy to edit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from lachan.domain.kinds import BlockKind
from lachan.domain.lesson_plans import LessonPlan, PlanActivity
from lachan.domain.names import block_heading
from lachan.exchange.word.document import new_document, save_document
from lachan.exchange.word.text import write_blocks

# A lesson has no date of its own.
MADE_ON = dt.date(2026, 1, 1)

_ELSEWHERE = (BlockKind.QUICK_CHECK, BlockKind.LEAFLET)


def render_lesson_plan(plan: LessonPlan, school: str) -> bytes:
    """Return the plan as DOCX, the same bytes for the same plan.

    Parameters
    ----------
    plan
        The plan, laid out for its band.
    school
        The school's name; empty leaves a dotted line.
    """
    document = new_document(f"Kế hoạch bài dạy: {plan.title}", day=MADE_ON)
    _set_headings(document)
    _write_head(document, plan, school)
    aims, equipment, activities, changes, law = plan.parts
    _heading(document, aims)
    for title, lines in plan.aims:
        _heading(document, title, level=2)
        _bullets(document, lines)
    _heading(document, equipment)
    _bullets(document, plan.equipment)
    _heading(document, activities)
    for activity in plan.activities:
        _write_activity(document, activity, two_columns=plan.two_columns)
    _heading(document, changes)
    for _ in range(3):
        document.add_paragraph("…" * 40)
    _heading(document, law)
    _bullets(document, plan.law)
    return save_document(document)


def _set_headings(document: WordDocument) -> None:
    for name in ("Heading 1", "Heading 2", "Heading 3"):
        document.styles[name].font.bold = True
    document.styles["Heading 3"].font.italic = True


def _write_head(document: WordDocument, plan: LessonPlan, school: str) -> None:
    table = document.add_table(rows=1, cols=2)
    left, right = table.rows[0].cells
    left.text = f"Trường: {school or '…' * 12}\nTổ: {'…' * 14}"
    right.text = f"Họ và tên giáo viên:\n{'…' * 16}"
    right.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.paragraph_format.space_before = Pt(12)
    title.add_run(f"KẾ HOẠCH BÀI DẠY\n{plan.title.upper()}").bold = True
    line = document.add_paragraph(plan.about)
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if plan.programme:
        document.add_paragraph().add_run("Bài trong chương trình").bold = True
        _bullets(document, plan.programme)


def _write_activity(document: WordDocument, activity: PlanActivity, *, two_columns: bool) -> None:
    _heading(document, activity.heading, level=2)
    for label, text in activity.lines:
        _labelled(document, label, text)
    _labelled(document, f"{activity.moves_title}: ", activity.organisation)
    if two_columns:
        _write_table(document, activity)
    else:
        for move in activity.moves:
            _labelled(document, f"– {move.name}: ", move.told)
    for block in activity.blocks:
        if block.kind in _ELSEWHERE:
            continue
        if title := block_heading(block.kind, block.title):
            _heading(document, title, level=3)
        write_blocks(document, block.shown)


def _write_table(document: WordDocument, activity: PlanActivity) -> None:
    """Write the moves in the two columns of Công văn 2345."""
    table = document.add_table(rows=1, cols=2)
    table.style = "Table Grid"
    heads = table.rows[0].cells
    for cell, name in zip(
        heads, ("Hoạt động của giáo viên", "Hoạt động của học sinh"), strict=True
    ):
        cell.paragraphs[0].add_run(name).bold = True
    for move in activity.moves:
        left, right = table.add_row().cells
        left.paragraphs[0].add_run(f"{move.name}: ").bold = True
        left.paragraphs[0].add_run(move.teacher)
        right.text = move.pupils


def _labelled(document: WordDocument, label: str, text: str) -> None:
    line = document.add_paragraph()
    line.add_run(label).bold = True
    line.add_run(text)


def _heading(document: WordDocument, text: str, level: int = 1) -> Paragraph:
    heading: Paragraph = document.add_heading(text, level)
    heading.paragraph_format.space_before = Pt(10 if level == 1 else 6)
    heading.paragraph_format.space_after = Pt(3)
    return heading


def _bullets(document: WordDocument, lines: Sequence[str]) -> None:
    for line in lines:
        document.add_paragraph(line, style="List Bullet")
