"""A table with merged cells, laid out once and written to Word and to Excel alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from typing import Any

from docx.document import Document as WordDocument
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from lachan.exchange.excel.style import text_height
from lachan.exchange.word.document import (
    add_row,
    add_table,
    repeat_heading,
    set_borders,
    set_side_margins,
)
from lachan.text import format_decimal

CM_PER_CHARACTER = 0.19


@dataclass(frozen=True, slots=True)
class OfficeCell:
    """A cell over some columns and rows; numbers stay numbers in Excel.

    A cell that may reach over pages is written at its `top`, where it is seen.
    """

    value: str | int | Decimal = ""
    columns: int = 1
    rows: int = 1
    bold: bool = False
    centred: bool = True
    top: bool = False

    @property
    def text(self) -> str:
        """The value as a Vietnamese reader writes it."""
        return self.value if isinstance(self.value, str) else format_decimal(Decimal(self.value))


@dataclass(frozen=True, slots=True)
class OfficeTable:
    """Rows of cells, each row without the places that cells of rows above reach down into.

    `widths_cm` has one entry a column; the first `heading_rows` rows repeat on every page.
    """

    widths_cm: Sequence[float]
    rows: Sequence[Sequence[OfficeCell]]
    heading_rows: int

    def placed(self) -> Iterator[tuple[int, int, OfficeCell]]:
        """Yield row, column (from 0) and cell, in reading order."""
        taken: set[tuple[int, int]] = set()
        for at, row in enumerate(self.rows):
            column = 0
            for cell in row:
                while (at, column) in taken:
                    column += 1
                yield at, column, cell
                taken |= {
                    (at + down, column + right)
                    for down in range(cell.rows)
                    for right in range(cell.columns)
                }


def write_word_table(document: WordDocument, table: OfficeTable, size_pt: float) -> None:
    """Append the table to a document, cells merged and bordered."""
    grid = add_table(document, list(table.widths_cm))
    set_side_margins(grid, 0.08)
    cells = [add_row(grid) for _ in table.rows]
    for at, column, cell in table.placed():
        place = cells[at][column]
        if (cell.rows, cell.columns) != (1, 1):
            place = place.merge(cells[at + cell.rows - 1][column + cell.columns - 1])
        vertical = WD_CELL_VERTICAL_ALIGNMENT
        place.vertical_alignment = vertical.TOP if cell.top else vertical.CENTER
        for number, line in enumerate(cell.text.split("\n")):
            paragraph = place.add_paragraph() if number else place.paragraphs[0]
            paragraph.paragraph_format.space_after = Pt(0)
            if cell.centred:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            run = paragraph.add_run(line)
            run.bold, run.font.size = cell.bold or None, Pt(size_pt)
    for row in cells:
        for place in row:
            set_borders(place)
    repeat_heading(grid, table.heading_rows)


def write_sheet_table(workbook: Any, sheet: Any, table: OfficeTable, first_row: int) -> None:
    """Write the table to a worksheet of XlsxWriter from `first_row` (from 0) on."""
    for column, width in enumerate(table.widths_cm):
        sheet.set_column(column, column, width / CM_PER_CHARACTER)
    formats = {
        look: workbook.add_format(_format(*look)) for look in product((False, True), repeat=3)
    }
    heights: dict[int, float] = {}
    for at, column, cell in table.placed():
        row = first_row + at
        style = formats[cell.bold, cell.centred, cell.top]
        last = (row + cell.rows - 1, column + cell.columns - 1)
        value = cell.value if isinstance(cell.value, str) else float(cell.value)
        if last != (row, column):
            sheet.merge_range(row, column, *last, "", style)
        if isinstance(value, str):
            sheet.write_string(row, column, value, style)
        else:
            sheet.write_number(row, column, value, style)
        width = sum(table.widths_cm[column : column + cell.columns]) / CM_PER_CHARACTER
        heights[row] = max(heights.get(row, 0), text_height(cell.text, width) / cell.rows)
    for row, height in heights.items():
        sheet.set_row(row, height)


def _format(bold: bool, centred: bool, top: bool) -> dict[str, Any]:
    return {
        "bold": bold,
        "align": "center" if centred else "left",
        "valign": "top" if top else "vcenter",
        "text_wrap": True,
        "border": 1,
    }
