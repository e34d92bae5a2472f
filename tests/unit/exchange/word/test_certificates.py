"""Certificates as a Word file, opened again."""

from __future__ import annotations

import datetime as dt
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from lachan.domain.contests.awards import Award, CertificateStyle
from lachan.exchange.word.certificates import render_word_certificates

CONTEST = "Cuộc thi Tìm hiểu pháp luật phòng, chống mua bán người"
DAY = dt.date(2026, 12, 5)
STYLE = CertificateStyle(
    organiser="TRƯỜNG THCS NGUYỄN BỈNH KHIÊM",
    authority="UBND XÃ MƯỜNG KHƯƠNG",
    place="Mường Khương",
    signed_on=dt.date(2026, 12, 9),
    signer_title="TRƯỞNG BAN",
    signer_name="Vàng Thị Mỷ",
)
AWARDS = [
    Award("Vừ A Chớ", "6A", "THCS", "Giải Nhất"),
    Award("Lớp 6A – THCS", prize="Giải tập thể", collective=True),
    Award(""),
]


def open_again(style: CertificateStyle = STYLE) -> WordDocument:
    return Document(BytesIO(render_word_certificates(CONTEST, AWARDS, style, day=DAY)))


def read_pages(document: WordDocument) -> list[list[str]]:
    """Return the lines of each page, cells of the tables too, in their order."""
    pages: list[list[str]] = [[]]
    for paragraph in document.element.body.iter(qn("w:p")):
        text = "".join(each.text or "" for each in paragraph.iter(qn("w:t")))
        if text:
            pages[-1].append(text)
        if any(each.get(qn("w:type")) == "page" for each in paragraph.iter(qn("w:br"))):
            pages.append([])
    return pages


def test_each_award_has_a_page_with_all_its_words() -> None:
    first, second, third = read_pages(open_again())
    head = ["UBND XÃ MƯỜNG KHƯƠNG", "TRƯỜNG THCS NGUYỄN BỈNH KHIÊM"]
    state = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
    dated = "Mường Khương, ngày 09 tháng 12 năm 2026"
    signed = [dated, "TM. BAN TỔ CHỨC", "TRƯỞNG BAN", "Vàng Thị Mỷ"]
    for page in (first, second, third):
        assert [*head, *state, "GIẤY CHỨNG NHẬN"] == page[:5]
        assert [CONTEST, *signed] == page[-5:]
    assert ["Trao cho", "Vừ A Chớ", "Lớp 6A, THCS", "Đã đạt", "Giải Nhất"] == first[5:-5]
    assert ["Trao cho tập thể", "Lớp 6A – THCS", "Đã đạt", "Giải tập thể"] == second[5:-5]
    assert ["Trao cho", "…" * 40, "Đã hoàn thành bài dự thi"] == third[5:-5]


def test_what_is_not_known_leaves_no_empty_line() -> None:
    [first, *_] = read_pages(open_again(CertificateStyle()))
    assert first[0] == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert first[-2:] == ["………………, ngày …… tháng …… năm ………", "TM. BAN TỔ CHỨC"]


def test_the_page_lies_and_has_a_frame() -> None:
    [section] = open_again().sections
    assert section.orientation is WD_ORIENT.LANDSCAPE
    assert round(section.page_width.cm, 1) == 29.7
    assert section._sectPr.find(qn("w:pgBorders")) is not None


def test_the_same_awards_are_the_same_bytes() -> None:
    made = [render_word_certificates(CONTEST, AWARDS, STYLE, day=DAY) for _ in range(2)]
    assert made[0] == made[1]
