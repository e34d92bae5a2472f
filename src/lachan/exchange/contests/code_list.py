"""Read back the workbook of entry codes, to print cards from it later."""

from __future__ import annotations

from lachan.domain.contests.entry_codes import EntryCodeError, format_entry_code, parse_entry_code
from lachan.domain.papers.rosters import Entrant
from lachan.exchange.contests.lists import CODE_COLUMNS
from lachan.exchange.rosters.rows import RosterError, Row, read_rows

_TITLES = tuple(title for title, _ in CODE_COLUMNS)


def read_code_list(data: bytes, name: str) -> tuple[tuple[Entrant, str, str], ...]:
    """Return person, pseudonym and entry code of each row of ma-du-thi.xlsx, in its order.

    Raises
    ------
    RosterError
        If the file is none of ours, or a code in it was mistyped.
    """
    rows = read_rows(data, name)
    heads = [at for at, row in enumerate(rows) if row.cells[: len(_TITLES)] == _TITLES]
    if not heads:
        raise RosterError(
            f"{name}: không phải danh sách mã dự thi do Lá Chắn ghi; cần các cột "
            f"{', '.join(_TITLES)}."
        )
    return tuple(_read(row, name) for row in rows[heads[0] + 1 :])


def _read(row: Row, name: str) -> tuple[Entrant, str, str]:
    number, full_name, class_name, school, room, pseudonym, typed = row.cells[: len(_TITLES)]
    try:
        code = format_entry_code(parse_entry_code(typed))
    except EntryCodeError as error:
        raise RosterError(f"{name}: dòng {row.number}: {error}") from error
    return Entrant(number, full_name, class_name, school, room), pseudonym, code
