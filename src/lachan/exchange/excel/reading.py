"""Read a spreadsheet in a process of its own: ``python xlsx_reading.py ROWS COLUMNS CELL BYTES``.

A file from outside can make its reader work or grow for ever; `lachan.exchange.rosters.rows` runs
this program under limits of time and memory. It imports nothing of ours, so that it starts soon.
The file comes on standard input; what is found goes to standard output as JSON, ``{"rows": [[7,
["An", …]], …]}`` with the number of each row that is not empty, or ``{"refused": why}``.
"""

from __future__ import annotations

import io
import json
import sys
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date

import openpyxl

# No sheet of Excel is longer; openpyxl gives every row in between, were there milliards.
LAST_ROW = 1_048_576

FLOOD, FAR, MANY = "flood", "far", "many"


class Refused(Exception):  # noqa: N818 - no fault of this program
    """The file is not read; its one argument says why."""


def read_sheet(
    data: bytes, *, most_rows: int, most_columns: int, longest_cell: int, most_unpacked: int
) -> Iterator[tuple[int, list[str]]]:
    """Yield number and cells of each row of the first sheet that is not empty.

    Raises
    ------
    Refused
        Where there is more than is allowed.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > most_unpacked:
            raise Refused(FLOOD)
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    sheet = book.worksheets[0]
    # The stated size of a sheet may be wrong, the rows themselves are not.
    sheet.reset_dimensions()
    found = 0
    for number, values in enumerate(sheet.iter_rows(max_col=most_columns, values_only=True), 1):
        if number > LAST_ROW:
            raise Refused(FAR)
        if values.count(None) == len(values):
            continue
        cells = [" ".join(_shown(value).split())[:longest_cell] for value in values]
        if any(cells):
            found += 1
            if found > most_rows:
                raise Refused(MANY)
            yield number, cells


def _shown(value: object) -> str:
    match value:
        case None:
            return ""
        case float() if value.is_integer():
            return str(int(value))
        case date():
            return value.strftime("%d/%m/%Y")
        case _:
            return str(value)


def main(arguments: list[str]) -> None:
    """Answer on standard output; whatever is wrong with the file itself is a traceback."""
    rows, columns, cell, unpacked = map(int, arguments)
    # What openpyxl leaves out (styles, validations) is of no use here.
    warnings.simplefilter("ignore")
    answer: dict[str, object]
    try:
        found = read_sheet(
            sys.stdin.buffer.read(),
            most_rows=rows,
            most_columns=columns,
            longest_cell=cell,
            most_unpacked=unpacked,
        )
        answer = {"rows": list(found)}
    except Refused as refusal:
        answer = {"refused": str(refusal)}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main(sys.argv[1:])
