"""A reading counts only for the text that was read."""

from __future__ import annotations

import datetime as dt

import pytest

from lachan.checks.reviews import is_read_since
from lachan.domain.items import Review

DAY = dt.date(2026, 11, 24)


@pytest.mark.parametrize(
    ("reviews", "read"),
    [
        ((), False),
        ((Review("author", DAY),), False),
        ((Review("author", DAY), Review("law", DAY)), True),
        ((Review("author", DAY), Review("law", DAY - dt.timedelta(1))), False),
        ((Review("law", DAY),), True),
    ],
)
def test_whether_someone_else_has_read_it_since(reviews: tuple[Review, ...], read: bool) -> None:
    assert read == is_read_since(reviews)
