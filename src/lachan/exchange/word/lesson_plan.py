"""A lesson plan (kế hoạch bài dạy) as a Word file, ready to hand in and easy to edit.

The layout is the one Vietnamese schools use: aims (knowledge, competences, qualities), equipment,
then activities, each with aim, content, product and organisation, in four phases.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from lachan.domain.kinds import BlockKind
from lachan.domain.lessons import Lesson, Step
from lachan.domain.names import PHASE_NAMES, block_heading, grades_label
from lachan.exchange.word.document import new_document, save_document
from lachan.exchange.word.text import write_blocks

# A lesson has no date of its own.
MADE_ON = dt.date(2026, 1, 1)


def render_lesson_plan(lesson: Lesson, school: str, labels: Mapping[str, str]) -> bytes:
    """Return the plan as DOCX, the same bytes for the same lesson.

    Parameters
    ----------
    lesson
        The lesson.
    school
        The school's name; empty leaves a dotted line.
    labels
        Provision id → label, for the list of law.
    """
    document = new_document(f"Kế hoạch bài dạy: {lesson.title}", day=MADE_ON)
    _set_headings(document)
    _write_head(document, lesson, school)
    _write_aims(document, lesson)
    _heading(document, "II. Thiết bị dạy học và học liệu")
    _bullets(document, [*lesson.equipment, "Phiếu học tập, sổ bài học và câu hỏi của Lá Chắn"])
    _heading(document, "III. Tiến trình dạy học")
    for number, step in enumerate(lesson.steps, 1):
        _write_step(document, number, step)
    _heading(document, "IV. Căn cứ pháp luật")
    _bullets(document, [labels[cited] for cited in lesson.citations if cited in labels])
    _heading(document, "V. Điều chỉnh sau bài dạy")
    for _ in range(3):
        document.add_paragraph("…" * 40)
    return save_document(document)


def _set_headings(document: WordDocument) -> None:
    for name in ("Heading 1", "Heading 2", "Heading 3"):
        document.styles[name].font.bold = True
    document.styles["Heading 3"].font.italic = True


def _write_head(document: WordDocument, lesson: Lesson, school: str) -> None:
    table = document.add_table(rows=1, cols=2)
    left, right = table.rows[0].cells
    left.text = f"Trường: {school or '…' * 12}\nTổ: {'…' * 14}"
    right.text = f"Họ và tên giáo viên:\n{'…' * 16}"
    right.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.paragraph_format.space_before = Pt(12)
    title.add_run(f"KẾ HOẠCH BÀI DẠY\n{lesson.title.upper()}").bold = True
    about = [lesson.subject, grades_label(lesson.grades), f"{lesson.minutes} phút"]
    line = document.add_paragraph("; ".join(part for part in about if part))
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _write_aims(document: WordDocument, lesson: Lesson) -> None:
    _heading(document, "I. Mục tiêu")
    for title, lines in (
        ("1. Về kiến thức, kĩ năng", [objective.text for objective in lesson.objectives]),
        ("2. Về năng lực", lesson.competences),
        ("3. Về phẩm chất", lesson.qualities),
    ):
        _heading(document, title, level=2)
        _bullets(document, lines)


def _write_step(document: WordDocument, number: int, step: Step) -> None:
    phase = PHASE_NAMES[step.phase]
    _heading(document, f"Hoạt động {number}. {phase}: {step.title} ({step.minutes} phút)", level=2)
    for label, text in (
        ("a) Mục tiêu: ", step.objective),
        ("b) Nội dung: ", step.content),
        ("c) Sản phẩm: ", step.product),
        ("d) Tổ chức thực hiện: ", step.organisation),
    ):
        line = document.add_paragraph()
        line.add_run(label).bold = True
        line.add_run(text)
    for block in step.blocks:
        if block.kind in (BlockKind.QUICK_CHECK, BlockKind.LEAFLET):
            continue
        if title := block_heading(block.kind, block.title):
            _heading(document, title, level=3)
        write_blocks(document, block.content)


def _heading(document: WordDocument, text: str, level: int = 1) -> Paragraph:
    heading: Paragraph = document.add_heading(text, level)
    heading.paragraph_format.space_before = Pt(10 if level == 1 else 6)
    heading.paragraph_format.space_after = Pt(3)
    return heading


def _bullets(document: WordDocument, lines: Sequence[str]) -> None:
    for line in lines:
        document.add_paragraph(line, style="List Bullet")
