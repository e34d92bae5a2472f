"""The time by which contests are judged: the database's, whatever this machine's clock does."""

from __future__ import annotations

import datetime as dt

import pytest

from lachan.store import Store
from lachan.workflows.contests import database as contest_database
from lachan.workflows.contests.database import ContestDatabase

HOUR = dt.timedelta(hours=1)
MINUTE = dt.timedelta(minutes=1)
SECOND = dt.timedelta(seconds=1)


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
@pytest.mark.parametrize("step", [-HOUR, HOUR])
def test_a_clock_that_is_set_does_not_move_a_contest(
    store: Store, monkeypatch: pytest.MonkeyPatch, step: dt.timedelta
) -> None:
    wrong_by = dt.timedelta(0)

    def clock() -> dt.datetime:
        return dt.datetime.now(dt.UTC) + wrong_by

    monkeypatch.setattr(contest_database, "utc_now", clock)
    database = ContestDatabase(store)
    before = database.now()
    wrong_by = step
    after = database.now()
    database.close()

    # Each measurement of the database's clock is right to half a round trip.
    assert -SECOND < after - before < MINUTE
