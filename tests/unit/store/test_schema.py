"""How an instant is stored: to the microsecond, whatever zone it was given in."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects import sqlite

from lachan.store.schema import Instant, to_microseconds

ZONES = st.sampled_from([dt.UTC, ZoneInfo("Asia/Ho_Chi_Minh"), ZoneInfo("America/New_York")])
INSTANTS = st.datetimes(
    dt.datetime(1900, 1, 2), dt.datetime(2900, 1, 1), timezones=ZONES, allow_imaginary=False
)


@given(INSTANTS)
def test_an_instant_comes_back_as_it_was(moment: dt.datetime) -> None:
    column, dialect = Instant(), sqlite.dialect()
    stored = column.process_bind_param(moment, dialect)
    back = column.process_result_value(stored, dialect)

    assert (back, back.tzinfo) == (moment.astimezone(dt.UTC), dt.UTC)


@given(INSTANTS, INSTANTS)
def test_stored_numbers_keep_the_order(one: dt.datetime, other: dt.datetime) -> None:
    in_utc = one.astimezone(dt.UTC) < other.astimezone(dt.UTC)
    assert (to_microseconds(one) < to_microseconds(other)) is in_utc


def test_nothing_is_stored_as_nothing() -> None:
    assert Instant().process_bind_param(None, sqlite.dialect()) is None
    assert Instant().process_result_value(None, sqlite.dialect()) is None


def test_a_time_without_a_zone_is_a_fault_of_ours() -> None:
    with pytest.raises(ValueError, match="must know its zone"):
        to_microseconds(dt.datetime(2026, 12, 5))
