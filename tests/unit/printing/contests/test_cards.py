from __future__ import annotations

import warnings

import pypdfium2
import pytest
from pypdfium2 import raw

from lachan.domain.papers.rosters import Entrant
from lachan.printing.contests.cards import EntryCard, render_contest_cards
from lachan.printing.faults import MissingGlyphError
from support.pdf import page_texts
from support.sample_items import load_sample

CONTEST = "Tìm hiểu pháp luật phòng, chống mua bán người"
ADDRESS = "http://192.0.2.7:8877/tim-hieu"
WHEN = "08:00 đến 17:00 ngày 05/12/2026 · 20 phút"


def render(count: int, contest: str = CONTEST, **person: str) -> bytes:
    told = {"name": "Nguyễn Thị Ánh", "class_name": "6A", "school": "THCS", "room": "P1", **person}
    cards = [EntryCard(Entrant(f"{n:06}", **told), f"7KQ2M-X{n:04}") for n in range(count)]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return render_contest_cards(contest, WHEN, ADDRESS, cards)


@pytest.mark.parametrize(("count", "pages"), [(1, 1), (6, 1), (7, 2), (13, 3)])
def test_six_cards_fill_a_page(count: int, pages: int) -> None:
    texts = page_texts(render(count))
    assert len(texts) == pages
    assert [text.count("Mã dự thi 7KQ2M-") for text in texts] == [
        min(6, count - start) for start in range(0, count, 6)
    ]


def test_a_card_says_for_whom_where_and_how() -> None:
    [text] = page_texts(render(1))
    for words in (
        CONTEST,
        WHEN,
        "Số báo danh: 000000",
        "Nguyễn Thị Ánh",
        "Lớp 6A · Phòng P1",
        "7KQ2M-X0000",
        "192.0.2.7:8877/tim-hieu",
        "Giữ kín mã này",
    ):
        assert words in text


def test_long_names_stay_on_their_cards() -> None:
    long = {
        "name": "Công Tằng Tôn Nữ Hoàng Thị Phương Nhung Quỳnh",
        "school": "Trường Phổ thông Dân tộc nội trú Trung học cơ sở và Trung học phổ thông số 2",
    }
    texts = page_texts(render(6, f"{CONTEST} – {CONTEST} – {CONTEST}", **long))
    assert len(texts) == 1
    assert texts[0].count(long["name"]) == 6


@pytest.mark.parametrize(
    "address",
    [
        "http://192.0.2.7:8877/7",
        "https://thi.phong-giao-duc-va-dao-tao.example.edu.vn/tim-hieu-phap-luat-phong-chong-2026",
    ],
)
def test_nothing_on_a_card_is_smaller_than_ten_points(address: str) -> None:
    person = Entrant(
        "000001",
        "Công Tằng Tôn Nữ Hoàng Thị Phương Nhung Quỳnh",
        "Chuyên Văn 12",
        "Trường Phổ thông Dân tộc nội trú Trung học cơ sở và Trung học phổ thông số 2",
        "Hội trường A",
    )
    [hotline, *_] = load_sample().hotlines
    cards = [EntryCard(person, "7KQ2M-X9F4T")] * 6
    pdf = render_contest_cards(f"{CONTEST} – {CONTEST}", WHEN, address, cards, hotline)
    [page] = pypdfium2.PdfDocument(pdf)
    text = page.get_textpage()
    sizes = {round(raw.FPDFText_GetFontSize(text, at), 1) for at in range(text.count_chars())}
    assert min(sizes - {0, 1}) >= 10


def test_a_code_without_a_person_is_a_card_too() -> None:
    pdf = render_contest_cards(CONTEST, WHEN, ADDRESS, [EntryCard(Entrant(""), "7KQ2M-X9F4T")])
    [text] = page_texts(pdf)
    assert ("Số báo danh" in text, "7KQ2M-X9F4T" in text) == (False, True)


def test_same_cards_same_bytes() -> None:
    assert render(9) == render(9)


def test_a_letter_that_cannot_be_printed_is_told() -> None:
    with pytest.raises(MissingGlyphError, match="U\\+5F35"):
        render(1, name="張 Thị Ánh")


def test_codes_are_not_in_the_repr() -> None:
    assert "X9F4T" not in repr(EntryCard(Entrant(""), "7KQ2M-X9F4T"))
