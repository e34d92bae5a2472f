"""Rich text into a Word document: real lists, real tables, pictures with their descriptions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from functools import lru_cache
from io import BytesIO
from typing import Any, cast

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Emu
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from lachan.domain.rich import text as rt
from lachan.exchange.word.lists import BULLET, STEP, add_list, number

INDENT_CM = 0.75
PICTURE_WIDTH_CM = 10
PICTURE_HEIGHT_CM = 7

Container = WordDocument | _Cell
Pictures = Mapping[str, bytes]


def write_blocks(
    container: Container,
    content: Sequence[rt.Block],
    depth: int = 0,
    pictures: Pictures | None = None,
) -> None:
    """Append the blocks to a document or a cell.

    Parameters
    ----------
    depth
        How many lists, quotes or questions stand around them.
    pictures
        Path → PNG or JPEG bytes; a figure that is not among them is named by its description.
    """
    for block in content:
        match block:
            case rt.Paragraph(children):
                write_inline(_indented(container.add_paragraph(), depth), children)
            case rt.Heading(_, children):
                write_inline(_indented(container.add_paragraph(), depth), children, bold=True)
            case rt.BulletList(items):
                _write_list(container, items, add_list(container, BULLET), depth, pictures)
            case rt.NumberedList(items, start):
                list_id = add_list(container, STEP, start=start)
                _write_list(container, items, list_id, depth, pictures)
            case rt.Quote(children):
                write_blocks(container, children, depth + 1, pictures)
            case rt.Figure(path, alt):
                write_picture(_indented(container.add_paragraph(), depth), path, alt, pictures)
            case rt.Table(header, rows):
                _write_table(container, header, rows)


def write_entry(
    container: Container,
    content: Sequence[rt.Block],
    list_id: int,
    level: int = 0,
    pictures: Pictures | None = None,
) -> None:
    """Append the blocks as one entry of a list: the label stands before the first line."""
    match content:
        case (rt.Paragraph(children), *rest):
            blank = container.add_paragraph()._p
            blank.getparent().replace(blank, deepcopy(_entry(children, list_id, level)))
            write_blocks(container, rest, 1, pictures)
        case _:
            number(container.add_paragraph(), list_id, level)
            write_blocks(container, content, 1, pictures)


@lru_cache(maxsize=4096)
def _entry(children: tuple[rt.Inline, ...], list_id: int, level: int) -> BaseOxmlElement:
    """Return an entry's paragraph, to be copied: all forms of a paper hold the same entries."""
    # It stands in no document yet; words alone ask for none.
    paragraph = number(Paragraph(cast(CT_P, OxmlElement("w:p")), cast(Any, None)), list_id, level)
    write_inline(paragraph, children)
    return paragraph._p


def write_inline(
    paragraph: Paragraph,
    children: Sequence[rt.Inline],
    *,
    bold: bool = False,
    italic: bool = False,
) -> None:
    """Append words to a paragraph; the address of a link follows its words."""
    for child in children:
        match child:
            case rt.Text(value):
                run = paragraph.add_run(value)
                run.bold, run.italic = bold or None, italic or None
            case rt.LineBreak():
                paragraph.add_run().add_break()
            case rt.Strong(inner):
                write_inline(paragraph, inner, bold=True, italic=italic)
            case rt.Emphasis(inner):
                write_inline(paragraph, inner, bold=bold, italic=True)
            case rt.Link(url, inner):
                write_inline(paragraph, inner, bold=bold, italic=italic)
                if url.startswith("http"):
                    paragraph.add_run(f" ({url})")


def write_picture(paragraph: Paragraph, path: str, alt: str, pictures: Pictures | None) -> None:
    """Put a picture into a paragraph, no larger than a third of a page."""
    if path not in (pictures or {}):
        paragraph.add_run(f"[Hình: {alt}]").italic = True
        return
    shape = paragraph.add_run().add_picture(BytesIO((pictures or {})[path]))
    scale = min(1, Cm(PICTURE_WIDTH_CM) / shape.width, Cm(PICTURE_HEIGHT_CM) / shape.height)
    shape.width, shape.height = Emu(int(shape.width * scale)), Emu(int(shape.height * scale))
    properties = shape._inline.find(qn("wp:docPr"))
    properties.set("descr", alt)
    properties.set("name", "Hình")


def _write_list(
    container: Container,
    items: Sequence[rt.ListItem],
    list_id: int,
    depth: int,
    pictures: Pictures | None,
) -> None:
    for item in items:
        first, rest = item.children[:1], item.children[1:]
        paragraph = number(container.add_paragraph(), list_id)
        if depth:
            paragraph.paragraph_format.left_indent = Cm(BULLET.indent_cm + INDENT_CM * depth)
        match first:
            case (rt.Paragraph(children),):
                write_inline(paragraph, children)
                write_blocks(container, rest, depth + 1, pictures)
            case _:
                write_blocks(container, item.children, depth + 1, pictures)


def _indented(paragraph: Paragraph, depth: int) -> Paragraph:
    if depth:
        paragraph.paragraph_format.left_indent = Cm(INDENT_CM * depth)
    return paragraph


def _write_table(
    container: Container,
    header: Sequence[Sequence[rt.Inline]],
    rows: Sequence[Sequence[Sequence[rt.Inline]]],
) -> None:
    table = container.add_table(rows=0, cols=len(header))
    table.style = "Table Grid"
    for place, row in enumerate((header, *rows)):
        for cell, children in zip(table.add_row().cells, row, strict=False):
            write_inline(cell.paragraphs[0], children, bold=place == 0)
