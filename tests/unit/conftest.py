"""What unit tests of several folders share: the sample items, and a contest day."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from lachan.content import Content
from support.contest_day import OPENS, ContestDay, StandingClock, create, open_day
from support.sample_items import load_sample


@pytest.fixture(scope="session")
def content() -> Content:
    """Items of every type, which the tests of widgets and of the browser's side show."""
    return load_sample()


@pytest.fixture
def day(database_url: str) -> Iterator[ContestDay]:
    """A contest on each kind of database, open to all, just before it opens."""
    with open_day(database_url, StandingClock()) as opened:
        create(opened)
        yield opened


@pytest.fixture
def open_contest(day: ContestDay) -> ContestDay:
    """The same at the moment it opens."""
    day.clock.now = OPENS
    return day
