"""Vietnamese text is compared by its letters and accents, and numbers take a comma."""

from __future__ import annotations

import unicodedata
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lachan.text import (
    capitalize,
    fold,
    format_date,
    format_decimal,
    format_moment,
    name_key,
    search_words,
    sort_key,
    strip_accents,
    to_nfc,
)
from support.vectors import load_search_vectors


def test_folding_keeps_accents_and_drops_the_rest() -> None:
    assert fold("  Bạn,  BÁN – “bàn”! ") == "bạn bán bàn"


@given(st.text())
def test_folding_twice_is_folding_once(value: str) -> None:
    assert fold(fold(value)) == fold(value)


@given(st.text())
def test_the_normal_form_is_the_same_for_composed_and_decomposed(value: str) -> None:
    assert to_nfc(unicodedata.normalize("NFD", value)) == to_nfc(value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("0.25", "0,25"),
        ("0.50", "0,5"),
        ("10", "10"),
        ("100", "100"),
        ("1.0", "1"),
        ("-0.5", "-0,5"),
    ],
)
def test_decimals_are_written_the_vietnamese_way(value: str, expected: str) -> None:
    assert format_decimal(Decimal(value)) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (date(2025, 7, 1), "01/7/2025"),
        (date(2025, 2, 10), "10/02/2025"),
        (date(2024, 12, 31), "31/12/2024"),
    ],
)
def test_dates_follow_vietnamese_documents(value: date, expected: str) -> None:
    assert expected == format_date(value)


def test_moments_are_told_by_clocks_in_vietnam() -> None:
    assert format_moment(datetime(2026, 12, 4, 17, 30, tzinfo=UTC)) == "00:30 ngày 05/12/2026"


ALPHABET = list("aăâbcdđeêghiklmnoôơpqrstuưvxy")
TONES = ["ma", "mà", "mả", "mã", "má", "mạ"]
SYLLABLES = st.sampled_from(
    ["An", "Ân", "Ánh", "Anh", "Bình", "Đức", "Dũng", "Hà", "Hạ", "Ơn", "Ưu"]
)
NAMES = st.lists(SYLLABLES, min_size=1, max_size=4).map(" ".join)


def test_letters_and_tones_stand_in_the_order_of_the_dictionary() -> None:
    assert ALPHABET == sorted(set(ALPHABET), key=sort_key)
    assert TONES == sorted(set(TONES), key=sort_key)
    mixed = ["ba", "bá", "băn", "bân", "bần", "bấn", "bận", "bi", "da", "đa", "Đà"]
    assert mixed == sorted(set(mixed), key=sort_key)


def test_names_sort_by_given_name_then_middle_then_family() -> None:
    names = [
        "Trần An",
        "Lê Thị An",
        "Nguyễn Thị An",
        "Lê Văn An",
        "Bùi Minh Anh",
        "Bùi Minh Ánh",
        "Vũ Ân",
        "Cao Dũng",
        "Cao Đức",
    ]
    assert names == sorted(set(names), key=name_key)


@given(st.lists(NAMES, unique=True))
def test_the_order_of_a_list_does_not_depend_on_the_order_it_came_in(names: list[str]) -> None:
    assert sorted(names, key=name_key) == sorted(set(names), key=name_key)


@given(NAMES)
def test_names_typed_in_either_normal_form_sort_alike(name: str) -> None:
    assert name_key(name) == name_key(unicodedata.normalize("NFD", name))


@given(SYLLABLES, SYLLABLES)
def test_a_prefix_comes_before_the_longer_name(first: str, second: str) -> None:
    assert sort_key(first) < sort_key(f"{first} {second}")


@given(st.text())
def test_any_text_has_a_key(value: str) -> None:
    assert name_key(value) == name_key(value)


def test_accents_are_stripped_for_loose_matching() -> None:
    assert strip_accents("Số báo danh, Đường Ưu ẩn") == "So bao danh, Duong Uu an"


@pytest.mark.parametrize("vector", load_search_vectors(), ids=lambda vector: vector["text"])
def test_words_to_search_are_those_of_the_shared_vectors(vector: dict[str, Any]) -> None:
    assert [list(word) for word in search_words(vector["text"])] == vector["words"]


@given(st.text())
def test_plain_letters_carry_no_mark(value: str) -> None:
    for word in search_words(value):
        marks = [c for c in unicodedata.normalize("NFD", word.plain) if unicodedata.combining(c)]
        assert marks == []


def test_a_capital_is_set_at_the_beginning_only() -> None:
    assert capitalize("điều 3 Luật Mẫu") == "Điều 3 Luật Mẫu"
    assert capitalize("") == ""
