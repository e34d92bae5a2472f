"""The printed index: every provision with its state and source, words with pages, what was read."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any

import pytest

from lachan.content import Content, load_content
from lachan.domain.kinds import Band
from lachan.domain.law_words import Headword
from lachan.printing import LawIndex, render_law_index
from support.pdf import page_texts, pdf_text

DAY = dt.date(2026, 1, 15)


@pytest.fixture
def small(sample: Path) -> Content:
    return load_content(sample)


def make_index(content: Content, on: dt.date = DAY, **wishes: Any) -> LawIndex:
    return LawIndex(
        on=on,
        documents=content.documents,
        provisions=tuple(content.provisions.values()),
        references=content.references,
        hotlines=content.hotlines,
        places=content.places,
        **wishes,
    )


def test_every_provision_stands_with_its_source_and_how_it_was_read(small: Content) -> None:
    text = pdf_text(render_law_index(make_index(small)))
    for provision in small.provisions.values():
        assert provision.summary in text
        assert f"Mức kiểm chứng: {provision.text_status}, đọc ngày 24/11/2026" in text
    assert "https://example.org/1" in text
    assert "111" in text


@pytest.mark.parametrize(
    ("on", "told"),
    [
        (dt.date(2025, 12, 31), "từ ngày 01/7/2025 đến hết ngày 31/12/2025"),
        (DAY, "Đã hết hiệu lực: chỉ áp dụng từ ngày 01/7/2025 đến hết ngày 31/12/2025."),
        (dt.date(2025, 12, 31), "Chưa có hiệu lực: bắt đầu từ ngày 01/01/2026."),
        (DAY, "Đã hết hiệu lực: chỉ áp dụng từ ngày 01/01/2012 đến hết ngày 30/6/2025."),
    ],
)
def test_the_day_decides_what_is_in_force(small: Content, on: dt.date, told: str) -> None:
    assert told in pdf_text(render_law_index(make_index(small, on)))


def test_who_acts_stands_with_what_is_to_be_done(small: Content) -> None:
    text = pdf_text(render_law_index(make_index(small)))
    assert "Ai làm: Huyện (Điều 5 Luật Mẫu 2024; Đã hết hiệu lực" in text
    assert "Xã (Điều 6 Luật Mẫu 2024; Đang có hiệu lực" in text


def test_a_word_leads_to_the_page_of_its_provision(small: Content) -> None:
    words = (Headword("ba thành tố", ("ba yếu tố",)), Headword("cấm"), Headword("không có đâu"))
    pages = page_texts(render_law_index(make_index(small, headwords=words)))
    [index] = [text for text in pages if "II. Theo từ" in text]
    entry = re.search(
        r"ba thành tố \(ba yếu tố\) Luật Mẫu 2024: Khoản 1 Điều 2 \(tr. (\d)\)", index
    )
    assert entry
    assert "Ba thành tố của hành vi." in pages[int(entry[1]) - 1]
    assert "không có đâu" not in index


def test_words_stand_under_their_letters(small: Content) -> None:
    words = (Headword("xã"), Headword("điều mới"), Headword("ba thành tố"), Headword("bị cấm"))
    pages = page_texts(render_law_index(make_index(small, headwords=words)))
    [index] = [text for text in pages if "II. Theo từ" in text]
    order = [index.index(each) for each in ("B ba thành", "bị cấm", "Đ điều mới", "X xã")]
    assert order == sorted(order)


def test_the_words_of_a_band_are_printed_where_there_are_some(real_content: Content) -> None:
    provision = real_content.provisions["nghi-dinh-162-2025/tong-dai"]
    index = LawIndex(
        on=DAY,
        documents=real_content.documents,
        provisions=(provision,),
        references=real_content.references,
        band=Band.PRIMARY,
    )
    text = pdf_text(render_law_index(index))
    assert provision.plain[Band.PRIMARY] in text
    assert "(Lời viết cho: Tiểu học.)" in text


def test_bytes_are_stable(small: Content) -> None:
    assert render_law_index(make_index(small)) == render_law_index(make_index(small))
