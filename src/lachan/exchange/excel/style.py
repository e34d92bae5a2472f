"""How our worksheets look: a heading, bold column titles that stay, borders, A4 to print."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
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


# Excel's own codes for how a number is shown; a program shows them in its reader's language.
WHOLE = "0"
POINTS = "0.##"
PERCENT = "0%"
MOMENT = "dd/mm/yyyy hh:mm:ss"
# Minutes beyond an hour are not turned into hours.
DURATION = "[mm]:ss.000"
_DAY = dt.timedelta(days=1)
# Green and red that differ in grey print too.
_GROUNDS = {True: "#DDF2E3", False: "#F6C9C2"}


@dataclass(frozen=True, slots=True)
class Number:
    """A cell that can be reckoned with, and the code by which Excel shows it."""

    value: int | float | dt.datetime
    shown: str = WHOLE


@dataclass(frozen=True, slots=True)
class Marked:
    """A text on green ground (`good`) or on red; None leaves the ground as it is."""

    text: str
    good: bool | None = None


Value = str | Number | Marked


def points(value: Decimal | Fraction) -> Number:
    """Return a number of points, or any number that may have a fraction."""
    return Number(float(value), WHOLE if value == int(value) else POINTS)


def duration(microseconds: int) -> Number:
    """Return a length of time, for Excel a part of a day."""
    return Number(dt.timedelta(microseconds=microseconds) / _DAY, DURATION)


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
        self.heading = workbook.add_format({"bold": True, "font_size": 14})
        self.note = workbook.add_format({"italic": True})
        self.title = self._format(
            bold=True, align="center", text_wrap=True, bg_color="#E8EEF0", num_format="@"
        )
        self._formats: dict[tuple[object, ...], Any] = {}

    def add_sheet(
        self,
        name: str,
        *,
        heading: str,
        columns: Sequence[tuple[str, float]],
        rows: Sequence[Sequence[Value]],
        frozen_columns: int,
        note: str = "",
        centred_from: int | None = None,
        wrapped: bool = False,
        one_page: bool = False,
    ) -> None:
        """Add a table.

        Parameters
        ----------
        columns
            Title and width (in characters) of each column.
        rows
            Cells. A `str` is written as text even where it looks like a number or a formula;
            what is to be reckoned with is a `Number`.
        frozen_columns
            How many columns stay in sight; the titles always do.
        note
            A line between the heading and the titles.
        centred_from
            First column whose cells are centred.
        wrapped
            Long texts break into lines and rows grow with them.
        one_page
            As wide as one printed page, however wide the table is.
        """
        sheet = self.workbook.add_worksheet(name)
        sheet.write_string(0, 0, heading, self.heading)
        if note:
            sheet.write_string(1, 0, note, self.note)
        for column, (title, width) in enumerate(columns):
            sheet.set_column(column, column, width)
            sheet.write_string(HEADER_ROW, column, title, self.title)
        for index, row in enumerate(rows, HEADER_ROW + 1):
            if wrapped:
                sheet.set_row(index, _row_height(row, [width for _, width in columns]))
            for column, value in enumerate(row):
                centred = centred_from is not None and column >= centred_from
                self._write(sheet, (index, column), value, wrapped and not centred, centred)
        sheet.freeze_panes(HEADER_ROW + 1, frozen_columns)
        width = 0 if one_page else sum(width for _, width in columns)
        self._set_up_print(sheet, heading, width)
        sheet.repeat_columns(0, frozen_columns - 1)

    def _write(
        self, sheet: Any, place: tuple[int, int], value: Value, wrapped: bool, centred: bool
    ) -> None:
        look = self._find_format(value, wrapped, centred)
        match value:
            case Number(dt.datetime() as moment):
                sheet.write_datetime(*place, moment, look)
            case Number(number):
                sheet.write_number(*place, number, look)
            case Marked(text):
                sheet.write_string(*place, text, look)
            case str():
                sheet.write_string(*place, value, look)

    def _find_format(self, value: Value, wrapped: bool, centred: bool) -> Any:
        """Return the format of a cell; each is made once, as Excel has room for so many only."""
        shown = value.shown if isinstance(value, Number) else "@"
        good = value.good if isinstance(value, Marked) else None
        key = (shown, good, wrapped, centred)
        if key not in self._formats:
            self._formats[key] = self._format(
                num_format=shown,
                **({"bg_color": _GROUNDS[good]} if good is not None else {}),
                **({"valign": "top", "text_wrap": True} if wrapped else {}),
                **({"align": "center"} if centred else {}),
            )
        return self._formats[key]

    def _format(self, **look: object) -> Any:
        cell = {"border": 1, "border_color": "#8C8C8C", "valign": "vcenter"}
        return self.workbook.add_format({**cell, **look})

    def _set_up_print(self, sheet: Any, heading: str, width: float) -> None:
        sheet.set_paper(A4)
        sheet.set_landscape()
        sheet.fit_to_pages(max(1, math.ceil(width / LEGIBLE_WIDTH)), 0)
        sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        sheet.repeat_rows(HEADER_ROW)
        escaped = heading.replace("&", "&&")
        sheet.set_footer(f"&L{escaped}&RTrang &P/&N" if len(escaped) < 200 else "&RTrang &P/&N")


def text_height(text: str, width: float) -> float:
    """Return the height (points) of a text in a column `width` characters wide."""
    lines = sum(max(1, math.ceil(len(line) / width)) for line in text.split("\n"))
    return min(MAX_ROW_PT, lines * LINE_HEIGHT_PT + 3)


def _row_height(row: Sequence[Value], widths: Sequence[float]) -> float:
    # Programs other than Excel do not grow rows by themselves when they open the file.
    return max(
        text_height(value if isinstance(value, str) else "", width)
        for value, width in zip(row, widths, strict=True)
    )
