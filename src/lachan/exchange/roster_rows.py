"""The rows of a class list as texts, whether it came as xlsx or as csv."""

from __future__ import annotations

import csv
import io
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from lachan.errors import LachanError
from lachan.limits.files import (
    LARGEST_ROSTER,
    LARGEST_UNPACKED_ROSTER,
    LONGEST_ROSTER_CELL,
    MOST_ROSTER_COLUMNS,
    MOST_ROSTER_ROWS,
)
from lachan.text import to_nfc

_ZIP_MARK = b"PK\x03\x04"
_OLD_EXCEL_MARK = b"\xd0\xcf\x11\xe0"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_DELIMITERS = ";,\t"


class RosterError(LachanError):
    """A class list cannot be used; the message lists every place at fault."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row that is not empty: its number as the program shows it (from 1), and its cells."""

    number: int
    cells: tuple[str, ...]


def read_rows(data: bytes, name: str) -> list[Row]:
    """Return the rows of the first sheet that are not empty, cells trimmed and in NFC.

    Parameters
    ----------
    data
        The file: xlsx, or csv in UTF-8 (with or without BOM), UTF-16 or Windows-1258, its cells
        parted by semicolon, comma or tab.
    name
        The file's name, for the messages.

    Raises
    ------
    RosterError
        If it is too large or is no such file.
    """
    if len(data) > LARGEST_ROSTER.value:
        raise RosterError(
            f"{name}: tệp nặng {len(data) / 1_000_000:.1f} MB, chỉ nhận đến "
            f"{LARGEST_ROSTER.spelled}; hãy bỏ hình và các trang tính không dùng."
        )
    if data.startswith(_OLD_EXCEL_MARK):
        raise RosterError(f"{name}: đây là tệp Excel kiểu cũ (.xls); hãy lưu lại thành .xlsx.")
    raw = _xlsx_rows(data, name) if data.startswith(_ZIP_MARK) else _csv_rows(data, name)
    rows = []
    for number, cells in enumerate(raw, 1):
        if any(cells):
            rows.append(Row(number, cells))
        if len(rows) > MOST_ROSTER_ROWS.value:
            raise RosterError(
                f"{name}: danh sách dài hơn {MOST_ROSTER_ROWS.spelled}; hãy chia thành nhiều tệp, "
                "ví dụ mỗi trường một tệp."
            )
    return rows


def _xlsx_rows(data: bytes, name: str) -> Iterator[tuple[str, ...]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
        if unpacked > LARGEST_UNPACKED_ROSTER.value:
            raise RosterError(f"{name}: tệp giải nén ra quá lớn, không giống một danh sách.")
        with warnings.catch_warnings():
            # What openpyxl leaves out (styles, validations) is of no use here.
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            # The stated size of a sheet may be wrong, the rows themselves are not.
            book.worksheets[0].reset_dimensions()
            for values in book.worksheets[0].iter_rows(
                max_col=MOST_ROSTER_COLUMNS.value, values_only=True
            ):
                yield tuple(_clean(_shown(value)) for value in values)
    except (
        zipfile.BadZipFile,
        InvalidFileException,
        EOFError,
        IndexError,
        KeyError,
        SyntaxError,
        ValueError,
    ) as error:
        raise RosterError(
            f"{name}: không đọc được tệp Excel này; hãy mở bằng Excel rồi lưu lại thành .xlsx."
        ) from error


def _csv_rows(data: bytes, name: str) -> Iterator[tuple[str, ...]]:
    text = _decode(data)
    first = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=lambda mark: max(first.count(mark), _count(text, mark)))
    try:
        for values in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            yield tuple(_clean(value) for value in values[: MOST_ROSTER_COLUMNS.value])
    except csv.Error as error:
        raise RosterError(f"{name}: không đọc được tệp CSV này ({error}).") from error


def _count(text: str, mark: str) -> int:
    """Return how often the mark parts cells in a usual line: title lines have none."""
    counts = sorted(line.count(mark) for line in text.split("\n")[:50] if line.strip())
    return counts[len(counts) // 2] if counts else 0


def _decode(data: bytes) -> str:
    if data.startswith(_UTF16_MARKS):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1258", errors="replace")


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


def _clean(value: str) -> str:
    """Return a cell's text on one line, in NFC, cut where it is longer than any name."""
    return to_nfc(" ".join(value.split()))[: LONGEST_ROSTER_CELL.value]
