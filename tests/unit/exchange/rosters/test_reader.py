"""Class lists as schools have them, and what is refused."""

from __future__ import annotations

import datetime as dt
import io
import unicodedata
import zipfile
from collections.abc import Iterable

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lachan.domain.papers.rosters import Entrant
from lachan.exchange.rosters.reader import read_roster
from lachan.exchange.rosters.rows import RosterError
from lachan.limits.files import MOST_ROSTER_ROWS
from lachan.text import name_key

LIST = "STT;SBD;Họ và tên;Lớp\n1;12;Trần Thị Ân;9A\n2;000011;Lê Văn An;9B\n"
EXPECTED = (
    Entrant("000011", "Lê Văn An", "9B"),
    Entrant("000012", "Trần Thị Ân", "9A"),
)


def xlsx(rows: Iterable[Iterable[object]]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        LIST.encode(),
        LIST.encode("utf-8-sig"),
        LIST.replace(";", ",").encode(),
        LIST.replace(";", "\t").encode("utf-16"),
        LIST.replace("\n", "\r\n").encode(),
        unicodedata.normalize("NFD", LIST).encode(),
    ],
    ids=["utf-8", "bom", "comma", "utf-16", "crlf", "nfd"],
)
def test_a_csv_list_is_read_in_each_encoding(data: bytes) -> None:
    assert EXPECTED == read_roster(data, "a.csv")


def test_a_list_saved_by_an_older_windows_is_read() -> None:
    # Windows-1258 writes tones as marks of their own after the letter.
    old = LIST.translate({ord("ầ"): "â\u0300", ord("ị"): "i\u0323", ord("ọ"): "o\u0323"})
    old = old.translate({ord("ớ"): "ơ\u0301"})

    assert EXPECTED == read_roster(old.encode("cp1258"), "a.csv")


def test_a_workbook_with_titles_above_and_whole_numbers_is_read() -> None:
    rows: list[list[object]] = [
        ["TRƯỜNG THCS TÂN HÒA"],
        [],
        ["DANH SÁCH HỌC SINH DỰ THI"],
        ["STT", "Họ và tên", "Ngày sinh", "Lớp", "SBD", "Phòng thi"],
        [1, "Trần Thị Ân", "01/02/2012", "9A", 12, "P1"],
        [],
        [2, "Lê Văn An", "03/04/2012", "9B", 11.0, "P2"],
    ]

    assert (
        Entrant("000011", "Lê Văn An", "9B", room="P2", birth="03/4/2012"),
        Entrant("000012", "Trần Thị Ân", "9A", room="P1", birth="01/02/2012"),
    ) == read_roster(xlsx(rows), "a.xlsx")


@pytest.mark.parametrize(
    ("written", "birth"),
    [
        ("5/9/2012", "05/9/2012"),
        ("05-10-2012", "05/10/2012"),
        ("5. 1. 2012", "05/01/2012"),
        ("2012", "2012"),
        ("", ""),
    ],
)
def test_dates_of_birth_are_written_as_documents_have_them(written: str, birth: str) -> None:
    [entrant] = read_roster(f"Họ tên;Ngày sinh\nLê An;{written}\n".encode(), "a.csv")
    assert birth == entrant.birth


def test_a_date_of_birth_of_a_workbook_is_read() -> None:
    rows: list[list[object]] = [["Họ và tên", "Ngày sinh"], ["Lê An", dt.date(2012, 9, 5)]]
    [entrant] = read_roster(xlsx(rows), "a.xlsx")
    assert entrant.birth == "05/9/2012"


@pytest.mark.parametrize("written", ["09/25/2012", "31/2/2012", "5/9/12", "hôm qua", "1812"])
def test_what_is_no_date_of_birth_is_told(written: str) -> None:
    with pytest.raises(RosterError) as caught:
        read_roster(f"Họ tên;Ngày sinh\nLê An;{written}\n".encode(), "a.csv")
    assert str(caught.value) == (
        f"a.csv: dòng 2, cột B (Ngày sinh): “{written}” không phải ngày sinh; cần dạng 05/9/2012 "
        "(ngày trước, tháng sau), hoặc chỉ năm sinh; không cần ngày sinh thì bỏ cột này."
    )


@pytest.mark.parametrize(
    "head",
    [["Họ đệm", "Tên", "Trường"], ["HỌ VÀ ĐỆM", "TÊN", "Đơn vị"], ["Họ và tên", None, "Trường"]],
)
def test_names_in_two_columns_are_put_together(head: list[str | None]) -> None:
    rows: list[list[str | None]] = [head, ["Lê Văn", "An", "THCS Tân Hòa"]]

    [entrant] = read_roster(xlsx(rows), "a.xlsx")

    assert Entrant("000001", "Lê Văn An", school="THCS Tân Hòa") == entrant


def test_who_has_no_number_gets_the_next_in_order_of_names() -> None:
    data = "Họ tên,SBD\nVũ Ân,\nLê An,\nCao Bình,40\n".encode()

    assert [("000041", "Lê An"), ("000042", "Vũ Ân"), ("000040", "Cao Bình")] == [
        (each.number, each.name) for each in read_roster(data, "a.csv")
    ]


def test_a_list_of_numbers_alone_is_enough() -> None:
    assert (Entrant("000007"), Entrant("000008")) == read_roster(b"SBD\n8\n7\n", "a.csv")


def test_every_fault_is_told_with_its_row_and_column() -> None:
    data = (
        "SBD,Họ và tên\n12,Lê An\nA7,Vũ Ân\n0012,Cao Bình\n1234567,Hà Chi\n"
        '5,"=HYPERLINK(""http://x.test"")"\n6,@SUM(A1)\n'
    ).encode()

    with pytest.raises(RosterError) as caught:
        read_roster(data, "lop9.csv")

    told = str(caught.value).split("\n")
    assert [line.split(":")[1].strip() for line in told] == [
        "dòng 3, cột A (SBD)",
        "dòng 5, cột A (SBD)",
        "dòng 6, cột B (Họ và tên)",
        "dòng 7, cột B (Họ và tên)",
        "số báo danh 000012 có ở các dòng 2, 4; mỗi thí sinh một số.",
    ]
    assert all(line.startswith("lop9.csv: ") for line in told)


def test_a_hundred_thousand_rows_are_refused() -> None:
    data = b"SBD\n" + b"".join(b"%d\n" % number for number in range(1, 100_001))

    with pytest.raises(RosterError, match=f"dài hơn {MOST_ROSTER_ROWS.spelled}"):
        read_roster(data, "a.csv")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "dòng tiêu đề"),
        ("Lớp,Ngày sinh\n9A,1\n".encode(), "dòng tiêu đề"),
        ("Họ tên\n".encode(), "không có thí sinh nào"),
        (b"SBD,SBD\n1,2\n", "2 cột “SBD”"),
        ("Họ tên,Lớp\n,9A\n".encode(), "dòng 2: không có họ tên"),
        (b"PK\x03\x04 not a zip", "không đọc được tệp Excel"),
        (b"\xd0\xcf\x11\xe0 old", ".xls"),
        (b"\x00" * 6_000_000, "6.0 MB"),
    ],
)
def test_what_is_no_list_is_refused_in_words(data: bytes, told: str) -> None:
    with pytest.raises(RosterError, match=told):
        read_roster(data, "a")


def test_a_file_that_unpacks_to_a_flood_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(3):
            archive.writestr(f"xl/{number}.xml", bytes(50_000_000))

    with pytest.raises(RosterError, match="quá lớn"):
        read_roster(out.getvalue(), "a.xlsx")


def _with_last_row(number: int) -> bytes:
    """Return a workbook of two rows, of which the second says that it is another."""
    source, out = io.BytesIO(xlsx([["SBD"], [1]])), io.BytesIO()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            text = old.read(name).replace(b'<row r="2"', b'<row r="%d"' % number)
            new.writestr(name, text.replace(b'r="A2"', b'r="A%d"' % number))
    return out.getvalue()


def test_a_row_that_no_sheet_has_is_refused_at_once() -> None:
    data = _with_last_row(2_000_000_000)
    assert len(data) < 6_000
    with pytest.raises(RosterError, match="dòng cuối cùng mà Excel có"):
        read_roster(data, "a.xlsx")


def test_a_list_far_down_a_sheet_is_read() -> None:
    assert [each.number for each in read_roster(_with_last_row(90_000), "a.xlsx")] == ["000001"]


@pytest.mark.full
def test_a_tree_that_fills_memory_or_time_ends_the_child_not_us() -> None:
    source, out = io.BytesIO(xlsx([["SBD"], ["x"]])), io.BytesIO()
    many = b"<a>" * 30_000_000
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, many if name.endswith("sheet1.xml") else old.read(name))
    with pytest.raises(RosterError, match="không đọc được tệp Excel"):
        read_roster(out.getvalue(), "a.xlsx")


WORDS = st.sampled_from(["An", "Ân", "Ánh", "Bình", "Đức", "Hà", "Lê", "Nguyễn", "Thị", "Văn"])
NAMES = st.lists(WORDS, min_size=2, max_size=4).map(" ".join)


@given(st.lists(st.tuples(st.integers(1, 999_999), NAMES), min_size=1, unique_by=lambda r: r[0]))
def test_all_come_back_once_sorted_by_name(people: list[tuple[int, str]]) -> None:
    lines = "".join(f"{number},{name}\n" for number, name in people)

    entrants = read_roster(f"SBD,Họ tên\n{lines}".encode(), "a.csv")

    assert sorted((f"{number:06}", name) for number, name in people) == sorted(
        (each.number, each.name) for each in entrants
    )
    keys = [name_key(each.name) for each in entrants]
    assert keys == sorted(keys)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        entrants = read_roster(data, "a")
    except RosterError:
        return
    assert entrants
