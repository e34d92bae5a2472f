"""All servers on one database have one clock, however wrong their own are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from lachan.store import Store, open_engine
from lachan.store.clock import measure_offset

WRONG = dt.timedelta(hours=3, minutes=7)


@pytest.fixture
def store(empty_url: str) -> Iterator[Store]:
    opened = open_engine(empty_url)
    yield opened
    opened.close()


def test_a_wrong_clock_is_set_right_where_the_database_has_one(store: Store) -> None:
    asked: list[dt.datetime] = []

    def clock() -> dt.datetime:
        asked.append(dt.datetime.now(dt.UTC))
        return asked[-1] - WRONG

    offset = measure_offset(store, clock)

    if store.is_sqlite:
        assert (offset, asked) == (dt.timedelta(0), [])
    else:
        before, after = asked
        assert abs(offset - WRONG) <= (after - before) / 2
