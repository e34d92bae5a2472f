"""Tables as real tables, of the height that was measured."""

from __future__ import annotations

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.table import _Cell
from pptx.util import Pt

from lachan.exchange.slides.design import (
    CELL_SIDE,
    CELL_TOP,
    INK,
    LINE,
    PAGE,
    PRIMARY,
    WHITE,
    Box,
)
from lachan.exchange.slides.measure import column_widths, row_heights
from lachan.exchange.slides.pieces import Grid, Span
from lachan.exchange.slides.text import XML_NAMES, write_spans

_PLAIN_GRID = "{5940675A-B579-460E-94D1-54222C63F5DA}"
"""The built-in table style without fills: what we colour ourselves looks alike in every Office."""


def write_table(slide: Slide, grid: Grid, box: Box, size: float) -> None:
    """Add a table at the top of a box, as wide as it."""
    rows = grid.drawn
    frame = slide.shapes.add_table(
        len(rows), len(grid.header), Pt(box.left), Pt(box.top), Pt(box.width), Pt(box.height)
    )
    frame.name = "Bảng"
    names = ", ".join("".join(span.text for span in cell) for cell in grid.header)
    frame._element._nvXxPr.cNvPr.set("descr", f"Bảng có các cột: {names}")
    table = frame.table
    table.horz_banding = False
    for style in table._tbl.iter(qn("a:tableStyleId")):
        style.text = _PLAIN_GRID
    widths = column_widths(grid, box.width, size) or ()
    for number, width in enumerate(widths):
        table.columns[number].width = Pt(width)
    for number, (row, height) in enumerate(
        zip(table.rows, row_heights(grid, widths, size), strict=True)
    ):
        row.height = Pt(height)
        for cell, spans in zip(row.cells, rows[number], strict=True):
            _write_cell(cell, spans, size, is_header=number == 0, is_dark=number % 2 == 0)


def _write_cell(
    cell: _Cell, spans: tuple[Span, ...], size: float, *, is_header: bool, is_dark: bool
) -> None:
    cell.margin_left = cell.margin_right = Pt(CELL_SIDE)
    cell.margin_top = cell.margin_bottom = Pt(CELL_TOP)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    line = cell.text_frame.paragraphs[0]
    write_spans(line, spans, size)
    for run in line.runs:
        run.font.color.rgb = RGBColor.from_string((WHITE if is_header else INK).upper())
    _draw_edges(cell)
    ground = PRIMARY if is_header else PAGE if is_dark else WHITE
    cell.fill.solid()
    cell.fill.fore_color.rgb = RGBColor.from_string(ground.upper())


def _draw_edges(cell: _Cell) -> None:
    properties = cell._tc.get_or_add_tcPr()
    for edge in ("lnL", "lnR", "lnT", "lnB"):
        fill = f'<a:solidFill><a:srgbClr val="{LINE}"/></a:solidFill>'
        properties.append(parse_xml(f'<a:{edge} {XML_NAMES} w="{Pt(1)}">{fill}</a:{edge}>'))
