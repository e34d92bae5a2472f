"""How our Word files look and stay the same: A4, Times New Roman, Vietnamese, fixed times."""

from __future__ import annotations

import datetime as dt
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from lachan.exchange.zip_bytes import with_fixed_times

FONT = "Times New Roman"
EDGES = ("top", "left", "bottom", "right")


def new_document(
    title: str,
    *,
    day: dt.date,
    size_pt: float = 13,
    margins_cm: tuple[float, float, float, float] = (2, 3, 2, 2),
    landscape: bool = False,
) -> WordDocument:
    """Return an empty A4 document.

    Parameters
    ----------
    title
        The title in the file's properties.
    day
        When it says it was made: a day that the content depends on, never the clock's.
    margins_cm
        Top, left, bottom, right.
    """
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    if landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Cm(29.7), Cm(21)
    top, left, bottom, right = margins_cm
    section.top_margin, section.bottom_margin = Cm(top), Cm(bottom)
    section.left_margin, section.right_margin = Cm(left), Cm(right)
    section.footer_distance = Cm(1)
    for name in ("Normal", "List Bullet", "Heading 1", "Heading 2", "Heading 3", "Footer"):
        set_font(document, name, size_pt)
    core = document.core_properties
    core.title = title
    core.author = core.last_modified_by = "Lá Chắn"
    core.created = core.modified = dt.datetime.combine(day, dt.time(), tzinfo=dt.UTC)
    core.language = "vi-VN"
    core.comments = ""
    return document


def set_font(document: WordDocument, style_name: str, size_pt: float) -> None:
    """Give a style our font at a size, black, and the Vietnamese spelling checker."""
    style = document.styles[style_name]
    style.font.name = FONT
    properties = style.element.get_or_add_rPr()
    # Word takes accented letters from the East Asian font unless told otherwise.
    fonts = properties.get_or_add_rFonts()
    for kind in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(kind), FONT)
    for kind in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(kind), None)
    style.font.size = Pt(size_pt)
    style.font.color.rgb = None
    style.paragraph_format.space_after = Pt(4)
    for former in properties.findall(qn("w:lang")):
        properties.remove(former)
    language = OxmlElement("w:lang")
    for kind in ("w:val", "w:eastAsia"):
        language.set(qn(kind), "vi-VN")
    properties.append(language)


def save_document(document: WordDocument) -> bytes:
    """Return the document's bytes, the same for the same document."""
    out = BytesIO()
    document.save(out)
    return with_fixed_times(out.getvalue())


def add_field(paragraph: Paragraph, instruction: str) -> None:
    """Add a field that Word works out itself, such as PAGE or NUMPAGES."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def add_leaders(paragraph: Paragraph, *places_cm: float) -> None:
    """Let each tab of a paragraph draw dots to write on, up to its place."""
    for place in places_cm:
        paragraph.paragraph_format.tab_stops.add_tab_stop(
            Cm(place), WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.DOTS
        )


def add_table(container: WordDocument | _Cell, widths_cm: list[float]) -> Table:
    """Add a table without rows and borders, its columns of fixed widths."""
    if isinstance(container, _Cell):
        table = container.add_table(rows=0, cols=len(widths_cm))
    else:
        table = container.add_table(rows=0, cols=len(widths_cm))
    table.autofit = False
    for column, width in zip(table.columns, widths_cm, strict=True):
        column.width = Cm(width)
    return table


def add_row(table: Table, *, splits: bool = False) -> tuple[_Cell, ...]:
    """Add a row with the widths of the table's columns; unless it `splits`, it stays whole."""
    row = table.add_row()  # type: ignore[no-untyped-call]
    for cell, column in zip(row.cells, table.columns, strict=True):
        cell.width = column.width
    if not splits:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    return tuple(row.cells)


def set_borders(cell: _Cell, *edges: str, width_pt: float = 0.75) -> None:
    """Draw the named edges of a cell; none means all four."""
    borders = OxmlElement("w:tcBorders")
    for name in EDGES:
        if not edges or name in edges:
            edge = OxmlElement(f"w:{name}")
            edge.set(qn("w:val"), "single")
            edge.set(qn("w:sz"), str(round(width_pt * 8)))
            edge.set(qn("w:color"), "000000")
            borders.append(edge)
    # Word refuses a file whose properties stand in another order than its schema's.
    later = ("w:shd", "w:noWrap", "w:tcMar", "w:textDirection", "w:tcFitText", "w:vAlign")
    cell._tc.get_or_add_tcPr().insert_element_before(borders, *later)


def set_side_margins(table: Table, margin_cm: float) -> None:
    """Set the room left and right of the text in every cell of a table."""
    margins = OxmlElement("w:tblCellMar")
    for name in ("left", "right"):
        side = OxmlElement(f"w:{name}")
        side.set(qn("w:w"), str(Cm(margin_cm).twips))
        side.set(qn("w:type"), "dxa")
        margins.append(side)
    table._tbl.tblPr.insert_element_before(margins, "w:tblLook")


def repeat_heading(table: Table, rows: int = 1) -> None:
    """Repeat the first rows on every page that the table runs over."""
    for row in table.rows[:rows]:
        row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
