"""Boxes to click in a Word file, and whether someone has ticked them, by click or by hand."""

from __future__ import annotations

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.table import _Cell
from docx.text.paragraph import Paragraph

OPEN = "☐"
TICKED = frozenset("☒☑✓✔✗✘xX")

_BOX = (
    '<w:sdt xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w:sdtPr><w14:checkbox>'
    '<w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
    '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>'
    "<w:sdtContent/></w:sdt>"
)


def add_checkbox(paragraph: Paragraph) -> None:
    """Append an open box that Word and LibreOffice tick by a click."""
    box = parse_xml(_BOX)
    run = OxmlElement("w:r")
    mark = OxmlElement("w:t")
    mark.text = OPEN
    run.append(mark)
    box.find(qn("w:sdtContent")).append(run)
    paragraph._p.append(box)


def read_text(cell: _Cell) -> str:
    """Return all the text of a cell, that of controls included, its blanks folded."""
    texts = cell._tc.iter(qn("w:t"))
    return " ".join("".join(each.text or "" for each in texts).split())


def is_ticked(cell: _Cell) -> bool:
    """Tell whether a cell that held an open box holds a mark now."""
    return any(character in TICKED for character in read_text(cell))
