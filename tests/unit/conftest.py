"""A contest day on each kind of database, ten minutes before the contest opens."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from support.contest_day import OPENS, ContestDay, StandingClock, create, open_day


@pytest.fixture
def day(database_url: str) -> Iterator[ContestDay]:
    """A contest that is open to all, with a prediction question, just before it opens."""
    with open_day(database_url, StandingClock()) as opened:
        create(opened)
        yield opened


@pytest.fixture
def open_contest(day: ContestDay) -> ContestDay:
    """The same at the moment it opens."""
    day.clock.now = OPENS
    return day
