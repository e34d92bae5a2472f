"""Read a class list: who sits, from the tables that schools already have.

Title rows above the table, columns we do not need and the usual ways to name a column are all
taken as they are; what would make a wrong sheet is refused, every place at once.
"""

from __future__ import annotations

import datetime as dt
import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from openpyxl.utils import get_column_letter

from lachan.domain.papers.rosters import Entrant
from lachan.exchange.rosters.rows import RosterError, Row, read_rows
from lachan.text import fold, format_date, name_key, strip_accents

# Answer sheets have six columns for the number.
NUMBER_DIGITS = 6
HEAD_ROWS = 20
SHOWN_FAULTS = 20

# What a column may be called, without accents: the first title is the one messages show.
TITLES: Mapping[str, tuple[str, ...]] = {
    "name": (
        "ho va ten",
        "ho ten",
        "ho va ten hoc sinh",
        "ho ten hoc sinh",
        "ho va ten thi sinh",
        "ho ten thi sinh",
        "ten hoc sinh",
        "ten thi sinh",
    ),
    "family": ("ho dem", "ho va dem", "ho lot", "ho va ten dem", "ho ten dem", "ho va chu lot"),
    "given": ("ten",),
    "number": ("sbd", "so bao danh", "so bd", "so bao danh sbd"),
    "class_name": ("lop", "ten lop", "lop hoc"),
    "school": ("truong", "ten truong", "don vi", "truong hoc"),
    "room": ("phong", "phong thi", "phong so", "phong thi so"),
    "birth": ("ngay sinh", "ngay thang nam sinh", "sinh ngay", "nam sinh"),
}
SHOWN_TITLES = {
    "name": "Họ và tên",
    "family": "Họ đệm",
    "given": "Tên",
    "number": "SBD",
    "class_name": "Lớp",
    "school": "Trường",
    "room": "Phòng",
    "birth": "Ngày sinh",
}
_FIELD_OF_TITLE = {title: field for field, titles in TITLES.items() for title in titles}
_DIGITS = re.compile(rf"[0-9]{{1,{NUMBER_DIGITS}}}")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
# Day first, as Vietnam writes it; a cell of a spreadsheet comes in this form too.
_DATE = re.compile(r"([0-9]{1,2})\s*[/.-]\s*([0-9]{1,2})\s*[/.-]\s*((?:19|20)[0-9]{2})")
# Beginnings that a spreadsheet takes for a formula.
_FORMULA_MARKS = ("=", "+", "-", "@")


@dataclass(frozen=True, slots=True)
class _Table:
    """Where the columns of a list stand (from 0), and its rows below the titles."""

    columns: Mapping[str, int]
    rows: Sequence[Row]


def read_roster(data: bytes, name: str) -> tuple[Entrant, ...]:
    """Return who is on the list, sorted by given name, every one with a number.

    Numbers are padded with zeros to six digits, as spreadsheets drop those in front. Who has no
    number gets the next free one in the order of the names, from 000001 on.

    Parameters
    ----------
    data
        The file, as `read_rows` takes it.
    name
        Its name, for the messages.

    Raises
    ------
    RosterError
        Naming every row and column at fault.
    """
    table = _find_table(read_rows(data, name), name)
    faults: list[str] = []
    read = [(row.number, _read_entrant(row, table.columns, faults)) for row in table.rows]
    faults += _find_twice(read)
    if faults:
        more = len(faults) - SHOWN_FAULTS
        shown = faults[:SHOWN_FAULTS] + ([f"… và {more} chỗ khác"] if more > 0 else [])
        raise RosterError("\n".join(f"{name}: {fault}" for fault in shown))
    if not read:
        raise RosterError(f"{name}: dưới dòng tiêu đề không có thí sinh nào.")
    return _number(entrant for _, entrant in read)


def _find_table(rows: Sequence[Row], name: str) -> _Table:
    for index, row in enumerate(rows[:HEAD_ROWS]):
        fields = [_field(title) for title in row.cells]
        if "name" in fields or "number" in fields or {"family", "given"} <= set(fields):
            _check_titles(row, fields, name)
            columns = {field: at for at, field in enumerate(fields) if field}
            return _Table(_with_split_name(columns, row, rows[index + 1 :]), rows[index + 1 :])
    raise RosterError(
        f"{name}: không thấy dòng tiêu đề có cột “Họ và tên” hoặc “SBD” trong {HEAD_ROWS} dòng "
        "đầu; nếu chữ có dấu hiện sai khi mở tệp CSV, hãy lưu lại bằng kiểu “CSV UTF-8”."
    )


def _field(title: str) -> str:
    return _FIELD_OF_TITLE.get(strip_accents(fold(title)), "")


def _check_titles(row: Row, fields: Sequence[str], name: str) -> None:
    for field, times in Counter(filter(None, fields)).items():
        if times > 1:
            places = [_letter(at) for at, each in enumerate(fields) if each == field]
            raise RosterError(
                f"{name}: dòng {row.number} có {times} cột “{SHOWN_TITLES[field]}” "
                f"(cột {', '.join(places)}); hãy giữ lại một cột."
            )


def _with_split_name(
    columns: Mapping[str, int], head: Row, below: Sequence[Row]
) -> Mapping[str, int]:
    """Read one title over two columns, as most school lists have it, as two columns."""
    at = columns.get("name", -1)
    beside = at + 1
    untitled = beside >= len(head.cells) or not head.cells[beside]
    if at < 0 or not untitled or not any(_cell(row, beside) for row in below):
        return columns
    rest = {field: place for field, place in columns.items() if field != "name"}
    return {**rest, "family": at, "given": beside}


def _read_entrant(row: Row, columns: Mapping[str, int], faults: list[str]) -> Entrant:
    values = {field: _cell(row, at) for field, at in columns.items()}
    for field, value in values.items():
        if value.startswith(_FORMULA_MARKS) or not _is_printable(value):
            faults.append(
                f"{_place(row.number, columns, field)}: “{value[:30]}” giống một công thức hoặc có "
                "kí tự lạ; hãy gõ lại bằng chữ thông thường."
            )
    number = values.get("number", "")
    if number and not _DIGITS.fullmatch(number) and not number.startswith(_FORMULA_MARKS):
        faults.append(
            f"{_place(row.number, columns, 'number')}: “{number[:30]}” không phải số báo danh; "
            f"cần từ 1 đến {NUMBER_DIGITS} chữ số."
        )
    full = " ".join(filter(None, (values.get("family"), values.get("given"))))
    name = values.get("name") or full
    if not name and not number:
        faults.append(
            f"dòng {row.number}: không có họ tên cũng không có số báo danh; hãy xóa dòng."
        )
    return Entrant(
        number=number.zfill(NUMBER_DIGITS) if number else "",
        name=name,
        class_name=values.get("class_name", ""),
        school=values.get("school", ""),
        room=values.get("room", ""),
        birth=_read_birth(row.number, columns, values.get("birth", ""), faults),
    )


def _read_birth(row: int, columns: Mapping[str, int], written: str, faults: list[str]) -> str:
    """Return a date of birth as documents write it, or a year; anything else is a fault."""
    if not written or _YEAR.fullmatch(written):
        return written
    parts = _DATE.fullmatch(written)
    try:
        day, month, year = map(int, parts.groups() if parts else ())
        return format_date(dt.date(year, month, day))
    except ValueError:
        faults.append(
            f"{_place(row, columns, 'birth')}: “{written[:30]}” không phải ngày sinh; cần dạng "
            "05/9/2012 (ngày trước, tháng sau), hoặc chỉ năm sinh; không cần ngày sinh thì bỏ cột "
            "này."
        )
        return ""


def _find_twice(read: Iterable[tuple[int, Entrant]]) -> Iterator[str]:
    rows: dict[str, list[int]] = {}
    for row, entrant in read:
        if entrant.number:
            rows.setdefault(entrant.number, []).append(row)
    for number, places in rows.items():
        if len(places) > 1:
            yield (
                f"số báo danh {number} có ở các dòng {', '.join(map(str, places))}; "
                "mỗi thí sinh một số."
            )


def _number(entrants: Iterable[Entrant]) -> tuple[Entrant, ...]:
    ordered = sorted(entrants, key=lambda each: (name_key(each.name), each.class_name, each.number))
    last = max((int(each.number) for each in ordered if each.number), default=0)
    free = itertools.count(last + 1)
    return tuple(
        each if each.number else replace(each, number=f"{next(free):0{NUMBER_DIGITS}}")
        for each in ordered
    )


def _cell(row: Row, at: int) -> str:
    return row.cells[at] if at < len(row.cells) else ""


def _is_printable(value: str) -> bool:
    return not any(
        unicodedata.category(character) in ("Cc", "Cf", "Co", "Cn") for character in value
    )


def _place(number: int, columns: Mapping[str, int], field: str) -> str:
    return f"dòng {number}, cột {_letter(columns[field])} ({SHOWN_TITLES[field]})"


def _letter(at: int) -> str:
    letter: str = get_column_letter(at + 1)
    return letter
