"""Provisions and the numbers to call."""

from __future__ import annotations

import pytest

from lachan.domain.law import Hotline, Verification


@pytest.mark.parametrize(
    ("hours", "free", "terms"),
    [
        ("24 giờ mọi ngày", True, "miễn phí, 24 giờ mọi ngày"),
        ("", True, "miễn phí"),
        ("7 giờ – 17 giờ", False, "7 giờ – 17 giờ"),
        ("", False, ""),
    ],
)
def test_only_what_is_known_of_a_number_is_told(hours: str, free: bool, terms: str) -> None:
    line = Hotline("1", "111", "Tổng đài", "Khi cần.", hours, free, Verification.PRESS, ())

    assert terms == line.terms
