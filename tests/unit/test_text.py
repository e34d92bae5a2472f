"""Vietnamese text is compared by its letters and accents, and numbers take a comma."""

from __future__ import annotations

import unicodedata
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lachan.text import fold, format_date, format_decimal, to_nfc


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
def test_dates_follow_vietnamese_documents(value, expected) -> None:
    assert expected == format_date(value)
