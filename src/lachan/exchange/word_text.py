"""Rich text into a Word document: real lists, real tables, nothing pasted as markup."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document as WordDocument
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from lachan.domain import rich_text as rt

INDENT_CM = 0.75


def write_blocks(document: WordDocument, content: Sequence[rt.Block], depth: int = 0) -> None:
    """Append the blocks to the document; `depth` counts the lists around them."""
    for block in content:
        match block:
            case rt.Paragraph(children):
                _write_inline(_indented(document.add_paragraph(), depth), children)
            case rt.Heading(_, children):
                paragraph = document.add_paragraph()
                _write_inline(paragraph, children, bold=True)
            case rt.BulletList(items):
                for item in items:
                    _write_item(document, item.children, "•", depth)
            case rt.NumberedList(items, start):
                for number, item in enumerate(items, start):
                    _write_item(document, item.children, f"{number}.", depth)
            case rt.Quote(children):
                write_blocks(document, children, depth + 1)
            case rt.Figure(_, alt):
                document.add_paragraph().add_run(f"[Hình: {alt}]").italic = True
            case rt.Table(header, rows):
                _write_table(document, header, rows)


def _write_item(
    document: WordDocument, children: Sequence[rt.Block], marker: str, depth: int
) -> None:
    first, rest = children[:1], children[1:]
    match first:
        case (rt.Paragraph(inlines),):
            paragraph = _indented(document.add_paragraph(f"{marker} "), depth + 1)
            _write_inline(paragraph, inlines)
            write_blocks(document, rest, depth + 1)
        case _:
            write_blocks(document, children, depth + 1)


def _indented(paragraph: Paragraph, depth: int) -> Paragraph:
    if depth:
        paragraph.paragraph_format.left_indent = Cm(INDENT_CM * depth)
    return paragraph


def _write_table(
    document: WordDocument,
    header: Sequence[Sequence[rt.Inline]],
    rows: Sequence[Sequence[Sequence[rt.Inline]]],
) -> None:
    table = document.add_table(rows=0, cols=len(header), style="Table Grid")
    for number, row in enumerate((header, *rows)):
        for cell, children in zip(table.add_row().cells, row, strict=False):
            _write_inline(cell.paragraphs[0], children, bold=number == 0)


def _write_inline(
    paragraph: Paragraph,
    children: Sequence[rt.Inline],
    *,
    bold: bool = False,
    italic: bool = False,
) -> None:
    for child in children:
        match child:
            case rt.Text(value):
                run = paragraph.add_run(value)
                run.bold, run.italic = bold or None, italic or None
            case rt.LineBreak():
                paragraph.add_run().add_break()
            case rt.Strong(inner):
                _write_inline(paragraph, inner, bold=True, italic=italic)
            case rt.Emphasis(inner):
                _write_inline(paragraph, inner, bold=bold, italic=True)
            case rt.Link(url, inner):
                _write_inline(paragraph, inner, bold=bold, italic=italic)
                if url.startswith("http"):
                    paragraph.add_run(f" ({url})")
