"""Certificates of a contest as a Word file, for whoever has a form or a seal of their own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from lachan.domain.contests.awards import HEADING, MOTTO, NATION, Award, CertificateStyle
from lachan.exchange.word.document import EDGES, add_row, add_table, new_document, save_document

INK = RGBColor(0x0B, 0x4A, 0x5A)
GOLD = RGBColor(0xA8, 0x74, 0x1A)
# Room for the signature and the seal.
SIGNING_PT = 62
# The page has 24.7 cm between its margins.
HALVES_CM = [12.3, 12.3]
# A name with more letters than this would take a second line at the size above it.
NAME_SIZES_PT = ((28, 32), (38, 26), (10_000, 20))


def render_word_certificates(
    contest: str, awards: Sequence[Award], style: CertificateStyle, *, day: dt.date
) -> bytes:
    """Return a .docx with a page for each award, in their order; A4, landscape.

    Parameters
    ----------
    day
        When the file says it was made: the contest's day, never the clock's.
    """
    document = new_document(
        f"Giấy chứng nhận – {contest}",
        day=day,
        size_pt=14,
        margins_cm=(2, 2.5, 1.6, 2.5),
        landscape=True,
    )
    _frame_page(document)
    for index, award in enumerate(awards):
        if index:
            document.paragraphs[-1].add_run().add_break(WD_BREAK.PAGE)
        _add_certificate(document, contest, award, style)
    return save_document(document)


def _add_certificate(
    document: WordDocument, contest: str, award: Award, style: CertificateStyle
) -> None:
    _add_head(document, style)
    _say(document, HEADING, size_pt=34, bold=True, color=INK, before_pt=20, after_pt=10)
    _say(document, award.given_to)
    if award.name:
        size = next(size for most, size in NAME_SIZES_PT if len(award.name) <= most)
        _say(document, award.name, size_pt=size, bold=True)
    else:
        _say(document, "…" * 40, before_pt=12)
    if award.line:
        _say(document, award.line, size_pt=14)
    _say(document, award.reason, before_pt=10)
    if award.prize:
        _say(document, award.prize, size_pt=22, bold=True, color=GOLD)
    _say(document, contest, size_pt=15, bold=True, after_pt=10)
    _add_signature(document, style)


def _add_head(document: WordDocument, style: CertificateStyle) -> None:
    """Put who gives it on the left and the state on the right, as documents have it."""
    giver, state = add_row(add_table(document, HALVES_CM))
    _fill(giver, (style.authority, 12, False), (style.organiser, 13, True))
    _fill(state, (NATION, 13, True), (MOTTO, 13, True))
    # Tiêu ngữ is underlined.
    state.paragraphs[-1].runs[0].underline = True


def _add_signature(document: WordDocument, style: CertificateStyle) -> None:
    _, right = add_row(add_table(document, HALVES_CM))
    _fill(right, (style.dated, 13, False), (style.signer, 13, True), (style.signer_title, 13, True))
    right.paragraphs[0].runs[0].italic = True
    right.paragraphs[-1].paragraph_format.space_after = Pt(SIGNING_PT)
    if style.signer_name:
        _write(right.add_paragraph(), style.signer_name, size_pt=13, bold=True)
    # Word wants a paragraph after a table; it takes the break to the next page.
    after = document.add_paragraph()
    after.paragraph_format.space_after = Pt(0)
    after.paragraph_format.line_spacing = Pt(1)


def _fill(cell: _Cell, *lines: tuple[str, float, bool]) -> None:
    """Write the lines that are not empty, centred, the first into the cell's own paragraph."""
    shown = [line for line in lines if line[0]]
    for index, (words, size_pt, bold) in enumerate(shown):
        paragraph = cell.add_paragraph() if index else cell.paragraphs[0]
        _write(paragraph, words, size_pt=size_pt, bold=bold)


def _say(
    document: WordDocument,
    words: str,
    *,
    size_pt: float = 14,
    bold: bool = False,
    color: RGBColor | None = None,
    before_pt: float = 0,
    after_pt: float = 4,
) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_before = Pt(before_pt)
    _write(paragraph, words, size_pt=size_pt, bold=bold, after_pt=after_pt)
    if color is not None:
        paragraph.runs[0].font.color.rgb = color


def _write(
    paragraph: Paragraph, words: str, *, size_pt: float, bold: bool, after_pt: float = 2
) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.space_after = Pt(after_pt)
    run = paragraph.add_run(words)
    run.bold = bold
    run.font.size = Pt(size_pt)


def _frame_page(document: WordDocument) -> None:
    """Draw a double line around every page."""
    borders = OxmlElement("w:pgBorders")
    borders.set(qn("w:offsetFrom"), "page")
    for name in EDGES:
        edge = OxmlElement(f"w:{name}")
        edge.set(qn("w:val"), "double")
        edge.set(qn("w:sz"), "12")
        edge.set(qn("w:space"), "24")
        edge.set(qn("w:color"), str(INK))
        borders.append(edge)
    # Word refuses a file whose properties stand in another order than its schema's.
    section = document.sections[0]._sectPr
    later = ("w:lnNumType", "w:pgNumType", "w:cols", "w:docGrid")
    section.insert_element_before(borders, *later)
