from __future__ import annotations

import datetime as dt

import pytest

from lachan.domain.contests.contest import ContestState
from lachan.domain.contests.doors import BEFORE_OPENING, has_door

NOW = dt.datetime(2026, 11, 24, 8, 0, tzinfo=dt.UTC)
SECOND = dt.timedelta(seconds=1)


@pytest.mark.parametrize("state", [s for s in ContestState if s is not ContestState.UPCOMING])
def test_one_that_can_be_entered_has_a_door_and_no_other(state: ContestState) -> None:
    expected = state in (ContestState.OPEN, ContestState.PAUSED)
    assert has_door(state, NOW - dt.timedelta(days=1), NOW) is expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [(SECOND, True), (BEFORE_OPENING, True), (BEFORE_OPENING + SECOND, False)],
)
def test_shortly_before_it_opens_there_is_one(before: dt.timedelta, expected: bool) -> None:
    assert has_door(ContestState.UPCOMING, NOW + before, NOW) is expected
