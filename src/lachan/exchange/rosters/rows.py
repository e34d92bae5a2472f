"""The rows of a class list as texts, whether it came as xlsx or as csv."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lachan.errors import LachanError
from lachan.exchange.excel import reading as xlsx_reading
from lachan.limits.files import (
    LARGEST_ROSTER,
    LARGEST_UNPACKED_ROSTER,
    LONGEST_ROSTER_CELL,
    MOST_ROSTER_COLUMNS,
    MOST_ROSTER_ROWS,
    ROSTER_MEMORY,
    ROSTER_TIME,
)
from lachan.processes import ChildError, Limits, read_in_child
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
    for number, values in raw:
        cells = tuple(map(_clean, values))
        if any(cells):
            rows.append(Row(number, cells))
        if len(rows) > MOST_ROSTER_ROWS.value:
            raise RosterError(_too_long(name))
    return rows


def _too_long(name: str) -> str:
    return (
        f"{name}: danh sách dài hơn {MOST_ROSTER_ROWS.spelled}; hãy chia thành nhiều tệp, "
        "ví dụ mỗi trường một tệp."
    )


def _xlsx_rows(data: bytes, name: str) -> Iterator[tuple[int, Sequence[str]]]:
    limits = (
        *(MOST_ROSTER_ROWS.value, MOST_ROSTER_COLUMNS.value),
        # Letters and their tones are one only once they are composed here.
        3 * LONGEST_ROSTER_CELL.value,
        LARGEST_UNPACKED_ROSTER.value,
    )
    words = [xlsx_reading.__file__, *map(str, limits)]
    try:
        found = json.loads(
            read_in_child(words, data, Limits(ROSTER_TIME.value, ROSTER_MEMORY.value))
        )
    except ChildError as error:
        raise RosterError(
            f"{name}: không đọc được tệp Excel này; hãy mở bằng Excel rồi lưu lại thành .xlsx "
            "(hoặc CSV UTF-8)."
        ) from error
    match found.get("refused"):
        case xlsx_reading.FLOOD:
            raise RosterError(f"{name}: tệp giải nén ra quá lớn, không giống một danh sách.")
        case xlsx_reading.FAR:
            raise RosterError(
                f"{name}: có dòng nằm dưới dòng cuối cùng mà Excel có ({xlsx_reading.LAST_ROW}); "
                "tệp này không do bảng tính ghi ra. Hãy chép danh sách sang một tệp mới."
            )
        case xlsx_reading.MANY:
            raise RosterError(_too_long(name))
    return iter(found["rows"])


def _csv_rows(data: bytes, name: str) -> Iterator[tuple[int, Sequence[str]]]:
    text = _decode(data)
    first = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=lambda mark: max(first.count(mark), _count(text, mark)))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for number, values in enumerate(reader, 1):
            yield number, values[: MOST_ROSTER_COLUMNS.value]
    except csv.Error as error:
        raise RosterError(
            f"{name}: không đọc được tệp CSV này sau dòng {reader.line_num}; hãy mở bằng Excel rồi "
            "lưu lại thành .xlsx (hoặc CSV UTF-8)."
        ) from error


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


def _clean(value: str) -> str:
    """Return a cell's text on one line, in NFC, cut where it is longer than any name."""
    return to_nfc(" ".join(value.split()))[: LONGEST_ROSTER_CELL.value]
