"""How our worksheets look: a heading, bold column titles that stay, borders, A4 to print."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from io import BytesIO
from typing import Any

import xlsxwriter

A4 = 9
HEADER_ROW = 2
LINE_HEIGHT_PT = 15.0
# Characters on a page across that can still be read; a wider table runs on to the next page.
LEGIBLE_WIDTH = 190
# Excel refuses rows higher than this.
MAX_ROW_PT = 400.0


def new_workbook(out: BytesIO, title: str, created: dt.datetime) -> Any:
    """Return a workbook of XlsxWriter that goes into `out` when it is closed.

    Parameters
    ----------
    title
        The title in the file's properties.
    created
        When it says it was made: a time that the content depends on, never the clock's.
    """
    # Content must never run: a stem that begins with "=" stays text, an address stays text.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    workbook = xlsxwriter.Workbook(out, options)
    workbook.set_properties({"title": title, "created": created})
    return workbook


class SheetStyle:
    """The formats of one workbook, and a table written in them."""

    def __init__(self, workbook: Any) -> None:
        self.workbook = workbook
        cell = {"border": 1, "border_color": "#8C8C8C", "valign": "vcenter", "num_format": "@"}
        self.heading = workbook.add_format({"bold": True, "font_size": 14})
        self.title = workbook.add_format(
            {**cell, "bold": True, "align": "center", "text_wrap": True, "bg_color": "#E8EEF0"}
        )
        self.cell = workbook.add_format(cell)
        self.centred = workbook.add_format({**cell, "align": "center"})
        self.wrapped = workbook.add_format({**cell, "valign": "top", "text_wrap": True})

    def add_sheet(
        self,
        name: str,
        *,
        heading: str,
        columns: Sequence[tuple[str, float]],
        rows: Sequence[Sequence[str]],
        frozen_columns: int,
        centred_from: int | None = None,
        wrapped: bool = False,
    ) -> None:
        """Add a table of text cells.

        Parameters
        ----------
        columns
            Title and width (in characters) of each column.
        rows
            Texts, written as text even where they look like numbers or formulas.
        frozen_columns
            How many columns stay in sight; the titles always do.
        centred_from
            First column whose cells are centred.
        wrapped
            Long texts break into lines and rows grow with them.
        """
        sheet = self.workbook.add_worksheet(name)
        sheet.write_string(0, 0, heading, self.heading)
        for column, (title, width) in enumerate(columns):
            sheet.set_column(column, column, width)
            sheet.write_string(HEADER_ROW, column, title, self.title)
        for index, row in enumerate(rows, HEADER_ROW + 1):
            if wrapped:
                sheet.set_row(index, _row_height(row, [width for _, width in columns]))
            for column, text in enumerate(row):
                centred = centred_from is not None and column >= centred_from
                plain = self.wrapped if wrapped else self.cell
                sheet.write_string(index, column, text, self.centred if centred else plain)
        sheet.freeze_panes(HEADER_ROW + 1, frozen_columns)
        self._set_up_print(sheet, heading, sum(width for _, width in columns))
        sheet.repeat_columns(0, frozen_columns - 1)

    def _set_up_print(self, sheet: Any, heading: str, width: float) -> None:
        sheet.set_paper(A4)
        sheet.set_landscape()
        sheet.fit_to_pages(math.ceil(width / LEGIBLE_WIDTH), 0)
        sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        sheet.repeat_rows(HEADER_ROW)
        escaped = heading.replace("&", "&&")
        sheet.set_footer(f"&L{escaped}&RTrang &P/&N" if len(escaped) < 200 else "&RTrang &P/&N")


def text_height(text: str, width: float) -> float:
    """Return the height (points) of a text in a column `width` characters wide."""
    lines = sum(max(1, math.ceil(len(line) / width)) for line in text.split("\n"))
    return min(MAX_ROW_PT, lines * LINE_HEIGHT_PT + 3)


def _row_height(row: Sequence[str], widths: Sequence[float]) -> float:
    # Programs other than Excel do not grow rows by themselves when they open the file.
    return max(text_height(text, width) for text, width in zip(row, widths, strict=True))
