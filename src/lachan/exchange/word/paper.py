"""One form of a paper as a Word file that can be edited: its numbering, fields and tables real.

The PDF is what is printed; this copy is for who must change a word. It says what the PDF says,
in the same order, and holds no key, no reason and no citation.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from lachan.domain.papers.leads import find_leads
from lachan.domain.papers.paper import Form, Paper
from lachan.exchange.word.document import (
    add_field,
    add_leaders,
    add_row,
    add_table,
    new_document,
    save_document,
    set_borders,
    set_font,
)
from lachan.exchange.word.questions import QuestionWriter
from lachan.exchange.word.text import Container, Pictures

SIZE_PT = 12
PART_STYLE = "Tên phần"
HEAD_STYLE = "Đầu đề"
# As python-docx makes it from the name.
HEAD_STYLE_ID = HEAD_STYLE.replace(" ", "")
HEAD_SIZE_PT = 11
# LibreOffice draws no leader for a tab that ends the line of a cell.
END = "\u200b"


@dataclass(frozen=True, slots=True)
class PaperWords:
    """The words of a paper that come neither from its blueprint nor from its items.

    Attributes
    ----------
    kind
        "ĐỀ CHÍNH THỨC" or another.
    subject
        The line below the year, as it is printed.
    parts
        Title and instruction of each part.
    remarks
        Lines under the closing mark.
    """

    kind: str
    subject: str
    parts: Sequence[tuple[str, str]]
    remarks: Sequence[str] = ()


def render_paper_document(
    paper: Paper, form: Form, words: PaperWords, pictures: Pictures | None = None
) -> bytes:
    """Return the form as DOCX, the same bytes for the same arguments.

    Parameters
    ----------
    words
        Its fixed words, those of the PDF.
    pictures
        Path → PNG or JPEG bytes of every picture that the items show.
    """
    title = f"{paper.blueprint.title} – Mã đề {form.code}"
    document = new_document(
        title, day=paper.law_date, size_pt=SIZE_PT, margins_cm=(1.5, 1.8, 1.8, 1.8)
    )
    _set_styles(document)
    _write_footer(document, form.code)
    _write_head(document, paper, words)
    _write_candidate(document, form.code)
    for (heading, instruction), part in zip(words.parts, form.parts, strict=True):
        line = document.add_paragraph(style=PART_STYLE)
        line.add_run(heading).bold = True
        line.add_run(f" {instruction}")
        if not part:
            continue
        items = [paper.items[printed.item_id] for printed in part]
        leads = find_leads(items)
        writer = QuestionWriter(document, items[0].type, pictures)
        for number, (item, printed) in enumerate(zip(items, part, strict=True), 1):
            if number in leads:
                writer.write_lead(leads[number])
            writer.write(item, printed)
    _write_end(document, words.remarks)
    return save_document(document)


def _set_styles(document: WordDocument) -> None:
    document.styles["Normal"].paragraph_format.space_after = Pt(3)
    part = document.styles.add_style(PART_STYLE, WD_STYLE_TYPE.PARAGRAPH)
    head = document.styles.add_style(HEAD_STYLE, WD_STYLE_TYPE.PARAGRAPH)
    for style in (part, head):
        style.base_style = document.styles["Normal"]
    part.paragraph_format.space_before = Pt(10)
    part.paragraph_format.keep_with_next = True
    set_font(document, HEAD_STYLE, HEAD_SIZE_PT)
    head.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    head.paragraph_format.space_after = Pt(1)
    set_font(document, "Footer", 10)


def _write_footer(document: WordDocument, code: str) -> None:
    line = document.sections[0].footer.paragraphs[0]
    line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    line.add_run("Trang ")
    add_field(line, "PAGE")
    line.add_run("/")
    add_field(line, "NUMPAGES")
    line.add_run(f" – Mã đề {code}")


def _write_head(document: WordDocument, paper: Paper, words: PaperWords) -> None:
    header = paper.blueprint.header
    left, right = add_row(add_table(document, [8.2, 9.2]))
    if header.authority:
        _add_line(left, header.authority)
    _add_line(left, header.organiser, bold=True)
    _rule(left.add_paragraph())
    _add_line(left, words.kind, bold=True)
    pages = _add_line(left, "(Đề có ", italic=True)
    add_field(pages, "NUMPAGES")
    pages.add_run(" trang)").italic = True
    _add_line(right, header.exam or paper.blueprint.title, bold=True)
    if header.school_year:
        _add_line(right, f"NĂM HỌC {header.school_year}", bold=True)
    if words.subject:
        _add_line(right, words.subject, bold=True)
    minutes = f"Thời gian làm bài: {paper.blueprint.minutes} phút, không kể thời gian phát đề"
    _add_line(right, minutes, italic=True)
    _rule(right.add_paragraph())
    for cell in (left, right):
        # A cell always begins with an empty paragraph.
        cell._tc.remove(cell.paragraphs[0]._p)


def _write_candidate(document: WordDocument, code: str) -> None:
    # Two tables without a paragraph between them would become one.
    _shrink(document.add_paragraph())
    table = add_table(document, [13.4, 4])
    left, right = add_row(table)
    name = left.paragraphs[0]
    add_leaders(name, 8.6, 12.6)
    name.add_run(f"Họ và tên thí sinh: \t Lớp: \t{END}")
    number = left.add_paragraph()
    add_leaders(number, 12.6)
    number.add_run(f"Số báo danh: \t{END}")
    box = right.paragraphs[0]
    box.alignment = WD_ALIGN_PARAGRAPH.CENTER
    box.paragraph_format.space_before = Pt(6)
    box.add_run(f"Mã đề: {code}").bold = True
    set_borders(right, width_pt=1)


def _write_end(document: WordDocument, remarks: Iterable[str]) -> None:
    end = _add_line(document, "————— HẾT —————", bold=True)
    end.paragraph_format.space_before = Pt(14)
    for remark in remarks:
        end.paragraph_format.keep_with_next = True
        _add_line(document, remark, italic=True)


def _add_line(
    container: Container, text: str, *, bold: bool = False, italic: bool = False
) -> Paragraph:
    paragraph = container.add_paragraph()
    # Given by its name, python-docx would look through all styles for each line.
    paragraph._p.style = HEAD_STYLE_ID
    run = paragraph.add_run(text)
    run.bold, run.italic = bold or None, italic or None
    return paragraph


def _rule(paragraph: Paragraph) -> None:
    """Draw the short line under a name: a paragraph's lower edge between wide indents."""
    form = paragraph.paragraph_format
    form.left_indent = form.right_indent = Cm(2.6)
    form.space_after, form.line_spacing = Pt(6), Pt(3)
    edge = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "5"), ("space", "1"), ("color", "000000")):
        edge.set(qn(f"w:{name}"), value)
    borders = OxmlElement("w:pBdr")
    borders.append(edge)
    paragraph._p.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def _shrink(paragraph: Paragraph) -> None:
    paragraph.paragraph_format.line_spacing = Pt(6)
    paragraph.paragraph_format.space_after = Pt(0)
