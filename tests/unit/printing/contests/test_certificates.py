from __future__ import annotations

import datetime as dt

import pypdfium2
import pytest

from lachan.domain.contests.awards import Award, CertificateStyle
from lachan.printing.contests.certificates import render_certificates
from support.pdf import page_texts

CONTEST = "Cuộc thi Tìm hiểu pháp luật phòng, chống mua bán người"
STYLE = CertificateStyle(
    organiser="TRƯỜNG THCS NGUYỄN BỈNH KHIÊM",
    authority="UBND XÃ MƯỜNG KHƯƠNG",
    place="Mường Khương",
    signed_on=dt.date(2026, 2, 9),
    signer_title="TRƯỞNG BAN",
    signer_name="Vàng Thị Mỷ",
)
LONGEST = Award(
    "Công Tằng Tôn Nữ Hoàng Thị Phương Nhung Quỳnh Trâm Anh",
    "Chuyên Văn 12",
    "Trường Phổ thông Dân tộc nội trú Trung học phổ thông huyện Mường Khương, tỉnh Lào Cai",
    "Giải tập thể có nhiều người dự thi nhất",
)


def test_each_award_is_a_landscape_page_of_its_own() -> None:
    awards = [Award("Vừ A Chớ", "6A", "THCS", "Giải Nhất"), LONGEST]
    document = pypdfium2.PdfDocument(render_certificates(f"{CONTEST} – {CONTEST}", awards, STYLE))
    assert [tuple(map(round, page.get_size())) for page in document] == [(842, 595)] * 2


def test_a_certificate_says_who_what_and_where() -> None:
    [text] = page_texts(
        render_certificates(CONTEST, [Award("Vừ A Chớ", "6A", "THCS", "Giải Nhất")], STYLE)
    )
    for words in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "UBND XÃ MƯỜNG KHƯƠNG",
        "TRƯỜNG THCS NGUYỄN BỈNH KHIÊM",
        "GIẤY CHỨNG NHẬN",
        "Vừ A Chớ",
        "Lớp 6A, THCS",
        f"Đã đạt Giải Nhất {CONTEST}",
        "Mường Khương, ngày 09 tháng 02 năm 2026",
        "TM. BAN TỔ CHỨC TRƯỞNG BAN Vàng Thị Mỷ",
    ):
        assert words in text


@pytest.mark.parametrize(
    ("award", "words"),
    [
        (Award("Lớp 6A", prize="Giải Nhất", collective=True), "Trao cho tập thể Lớp 6A"),
        (Award("Vừ A Chớ"), f"Đã hoàn thành bài dự thi {CONTEST}"),
    ],
)
def test_groups_and_those_who_took_part_are_called_so(award: Award, words: str) -> None:
    [text] = page_texts(render_certificates(CONTEST, [award], STYLE))
    assert words in text


def test_what_is_not_said_leaves_dots_to_write_on() -> None:
    [text] = page_texts(
        render_certificates(CONTEST, [Award("", prize="Giải Ba")], CertificateStyle())
    )
    assert "ngày …… tháng …… năm ………" in text


LONG_STYLE = CertificateStyle(
    organiser="TRƯỜNG PHỔ THÔNG DÂN TỘC NỘI TRÚ TRUNG HỌC CƠ SỞ VÀ TRUNG HỌC PHỔ THÔNG SỐ 2",
    authority="ỦY BAN NHÂN DÂN ĐẶC KHU PHÚ QUỐC, TỈNH AN GIANG",
    signer_title="PHÓ HIỆU TRƯỞNG PHỤ TRÁCH, TRƯỞNG BAN TỔ CHỨC CUỘC THI",
    signer_name="Công Tằng Tôn Nữ Hoàng Thị Phương Nhung",
)


@pytest.mark.parametrize("style", [STYLE, LONG_STYLE, CertificateStyle()])
def test_whatever_is_said_fits_its_one_page(style: CertificateStyle) -> None:
    assert len(page_texts(render_certificates(f"{CONTEST} – {CONTEST}", [LONGEST], style))) == 1


def test_the_longest_name_stays_on_one_line_inside_the_frame() -> None:
    document = pypdfium2.PdfDocument(render_certificates(CONTEST, [LONGEST], STYLE))
    page = document[0].get_textpage()
    index, count = page.search(LONGEST.name).get_next()
    boxes = [page.get_charbox(index + at) for at in range(count)]
    left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
    assert (left > 36, right < 842 - 36) == (True, True)
    assert max(box[1] for box in boxes) - min(box[1] for box in boxes) < 12
