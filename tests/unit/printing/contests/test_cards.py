from __future__ import annotations

import warnings

import pytest

from lachan.domain.papers.rosters import Entrant
from lachan.printing.contests.cards import EntryCard, render_contest_cards
from lachan.printing.faults import MissingGlyphError
from support.pdf import page_texts

CONTEST = "Tìm hiểu pháp luật phòng, chống mua bán người"
ADDRESS = "http://192.0.2.7:8877/tim-hieu"
WHEN = "08:00 đến 17:00 ngày 05/12/2026 · 20 phút"


def render(count: int, contest: str = CONTEST, **person: str) -> bytes:
    told = {"name": "Nguyễn Thị Ánh", "class_name": "6A", "school": "THCS", "room": "P1", **person}
    cards = [EntryCard(Entrant(f"{n:06}", **told), f"7KQ2M-X{n:04}") for n in range(count)]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return render_contest_cards(contest, WHEN, ADDRESS, cards)


@pytest.mark.parametrize(("count", "pages"), [(1, 1), (8, 1), (9, 2), (17, 3)])
def test_eight_cards_fill_a_page(count: int, pages: int) -> None:
    texts = page_texts(render(count))
    assert len(texts) == pages
    assert [text.count("Mã dự thi 7KQ2M-") for text in texts] == [
        min(8, count - start) for start in range(0, count, 8)
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
    texts = page_texts(render(8, f"{CONTEST} – {CONTEST} – {CONTEST}", **long))
    assert len(texts) == 1
    assert texts[0].count(long["name"]) == 8


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
