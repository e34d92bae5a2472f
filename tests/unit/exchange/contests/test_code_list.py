from __future__ import annotations

import datetime as dt
import io

import openpyxl
import pytest

from lachan.domain.papers.rosters import Entrant
from lachan.exchange import RosterError
from lachan.exchange.contests.code_list import read_code_list
from lachan.exchange.contests.lists import render_code_workbook

PERSON = Entrant("000001", "Nguyễn Thị Ánh", "6A", "THCS", "P1")


def make_list(code: str) -> bytes:
    now = dt.datetime(2026, 12, 5, tzinfo=dt.UTC)
    rows = [(PERSON, "TS-1", code), (Entrant(""), "TS-2", code)]
    return render_code_workbook("Thi thử", rows, now)


def test_what_was_written_is_read_back() -> None:
    assert read_code_list(make_list("22222-22222"), "ma.xlsx") == (
        (PERSON, "TS-1", "22222-22222"),
        (Entrant(""), "TS-2", "22222-22222"),
    )


def test_a_code_that_someone_changed_is_told_with_its_row() -> None:
    book = openpyxl.load_workbook(io.BytesIO(make_list("22222-22222")))
    book.active["G5"] = "22222-22223"
    out = io.BytesIO()
    book.save(out)
    with pytest.raises(RosterError, match=r"ma\.xlsx: dòng 5: Mã dự thi gõ nhầm"):
        read_code_list(out.getvalue(), "ma.xlsx")


@pytest.mark.parametrize(
    "data", [b"SBD;H\xe1\xbb\x8d v\xc3\xa0 t\xc3\xaan\n1;A\n", b"", b"PK\x03\x04"]
)
def test_another_file_is_no_code_list(data: bytes) -> None:
    with pytest.raises(RosterError):
        read_code_list(data, "lop.csv")
