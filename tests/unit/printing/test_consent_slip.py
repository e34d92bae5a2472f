"""A consent slip says the five things on one page, and leaves room for two signatures."""

from __future__ import annotations

import datetime as dt
import warnings
from dataclasses import replace

import pytest

from lachan.domain.consent import NameUse
from lachan.domain.kinds import Verification
from lachan.domain.law import Hotline
from lachan.printing import ConsentSlip, MissingGlyphError, render_consent_slip
from support.pdf import page_texts

NAMES = NameUse(
    ("ghi tên lên giấy chứng nhận", "trao giải dưới cờ"),
    dt.date(2026, 12, 31),
    "Ban Tổ chức và giáo viên chủ nhiệm",
    "cô Hạnh, phòng Đoàn Đội.",
    "Trường THCS Mường Khương",
)
HOTLINE = Hotline("111", "111", "Tổng đài", "Gọi.", "24 giờ", True, Verification.PRESS, ())
SLIP = ConsentSlip("Cuộc thi Tìm hiểu pháp luật", NAMES, online=True, hotline=HOTLINE)


def texts(slip: ConsentSlip) -> list[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return page_texts(render_consent_slip(slip))


def test_it_says_what_for_what_how_long_who_sees_it_and_how_to_withdraw() -> None:
    [page] = texts(SLIP)
    for words in (
        "PHIẾU ĐỒNG Ý CHO DÙNG TÊN",
        "Cuộc thi Tìm hiểu pháp luật",
        "Trường THCS Mường Khương",
        "Ghi tên lên giấy chứng nhận",
        "Họ tên, số báo danh, lớp, trường.",
        "Sang ngày 31/12/2026, máy chủ tự xóa tên.",
        "Ban Tổ chức và giáo viên chủ nhiệm.",
        "Cô Hạnh, phòng Đoàn Đội. Tên",
        "im lặng không phải là đồng ý",
        "Cần giúp đỡ, gọi 111 (miễn phí, 24 giờ).",
    ):
        assert words in page


def test_child_and_guardian_answer_each_purpose_and_sign() -> None:
    [page] = texts(SLIP)
    back = page.partition("Phần nộp lại")[2]
    assert (back.count("Không đồng ý"), back.count("Trao giải dưới cờ")) == (2, 1)
    assert "từ đủ 7 tuổi" in back
    assert "Cha, mẹ hoặc người giám hộ" in back


def test_grown_ups_sign_for_themselves() -> None:
    [page] = texts(replace(SLIP, adults=True))
    back = page.partition("Phần nộp lại")[2]
    assert "Người dự thi" in back
    assert [word for word in ("Cha, mẹ", "7 tuổi", " em ", "Em ") if word in page] == []


def test_on_paper_no_server_promises_anything() -> None:
    [page] = texts(replace(SLIP, online=False, hotline=None))
    assert "máy chủ" not in page
    assert "Sang ngày 31/12/2026, danh sách, các tệp và giấy tờ có tên được xóa, hủy." in page


def test_the_longest_words_stay_on_one_page() -> None:
    long = "chữ " * 39 + "cuối"
    names = replace(
        NAMES,
        purposes=(f"một {long}"[:160], f"hai {long}"[:160], f"ba {long}"[:160]),
        seen_by=long,
        withdraw=long,
        organiser=long,
    )
    assert len(texts(replace(SLIP, event=f"Cuộc thi {long}"[:200], names=names))) == 1


def test_without_an_organiser_there_is_a_line_to_write_on() -> None:
    [page] = texts(replace(SLIP, names=replace(NAMES, organiser="")))
    assert "Mường Khương" not in page


def test_bytes_are_stable_and_a_reader_can_read_it_aloud() -> None:
    first = render_consent_slip(SLIP)
    assert first == render_consent_slip(SLIP)
    assert b"<pdfuaid:part>1</pdfuaid:part>" in first


def test_a_letter_that_cannot_be_printed_is_told() -> None:
    with pytest.raises(MissingGlyphError, match="U\\+5F35"):
        render_consent_slip(replace(SLIP, names=replace(NAMES, seen_by="張")))
