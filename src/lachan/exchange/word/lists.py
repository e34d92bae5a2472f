"""Real numbering: lists that Word and LibreOffice count themselves when a question is moved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.parts.document import DocumentPart
from docx.shared import Cm
from docx.table import _Cell
from docx.text.paragraph import Paragraph


@dataclass(frozen=True, slots=True)
class ListLevel:
    """How one level of a list counts.

    Attributes
    ----------
    text
        The label as Word writes it: %1 is the number of the first level, %2 of the second.
    format
        `decimal`, `upperLetter`, `lowerLetter` or `bullet`.
    indent_cm, hanging_cm
        Where the text stands, and how far before it the label.
    """

    text: str
    format: str = "decimal"
    indent_cm: float = 0
    hanging_cm: float = 0
    bold: bool = True


QUESTION = ListLevel("Câu %1.")
CHOICE = ListLevel("%2.", "upperLetter", 1.3, 0.7)
STATEMENT = ListLevel("%2)", "lowerLetter", 0.7, 0.7)
LEFT_SIDE = ListLevel("%1.", "decimal", 0.7, 0.7)
RIGHT_SIDE = ListLevel("%1.", "upperLetter", 0.7, 0.7)
SCENE = ListLevel("Ô %2.", "decimal", 0.7, 0.7)
SCENE_CHOICE = ListLevel("%3.", "upperLetter", 1.6, 0.7)
BULLET = ListLevel("•", "bullet", 1.3, 0.6, bold=False)
STEP = ListLevel("%1.", "decimal", 1.3, 0.7, bold=False)


def add_list(container: WordDocument | _Cell, *levels: ListLevel, start: int = 1) -> int:
    """Define a list of its own and return its id; its first level counts from `start`."""
    numbering = cast(DocumentPart, container.part).numbering_part.element
    abstract_ids = numbering.xpath("./w:abstractNum/@w:abstractNumId")
    abstract_id = max((int(each) for each in abstract_ids), default=0) + 1
    abstract = _element("w:abstractNum", abstractNumId=abstract_id)
    abstract.append(_element("w:multiLevelType", val="multilevel"))
    for place, level in enumerate(levels):
        abstract.append(_level(place, level, start if place == 0 else 1))
    # The schema wants every definition before the first list that uses one.
    first = numbering.find(qn("w:num"))
    if first is None:
        numbering.append(abstract)
    else:
        first.addprevious(abstract)
    list_id: int = numbering.add_num(abstract_id).numId
    return list_id


def number(paragraph: Paragraph, list_id: int, level: int = 0) -> Paragraph:
    """Make the paragraph an entry of a list."""
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = list_id
    return paragraph


def _level(place: int, level: ListLevel, start: int) -> BaseOxmlElement:
    node = _element("w:lvl", ilvl=place)
    node.append(_element("w:start", val=start))
    node.append(_element("w:numFmt", val=level.format))
    node.append(_element("w:suff", val="tab" if level.hanging_cm else "space"))
    node.append(_element("w:lvlText", val=level.text))
    node.append(_element("w:lvlJc", val="left"))
    paragraph = _element("w:pPr")
    left, hanging = (Cm(size).twips for size in (level.indent_cm, level.hanging_cm))
    paragraph.append(_element("w:ind", left=left, hanging=hanging))
    node.append(paragraph)
    if level.bold:
        run = _element("w:rPr")
        run.append(_element("w:b"))
        node.append(run)
    return node


def _element(tag: str, **attributes: object) -> BaseOxmlElement:
    node: BaseOxmlElement = OxmlElement(tag)
    for name, value in attributes.items():
        node.set(qn(f"w:{name}"), str(value))
    return node
