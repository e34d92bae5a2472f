"""A plan in which nothing is wrong, to change one thing of."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from lachan.doctor import Plan
from lachan.domain.contests.contest import ContestState, EntryMode, Reveal
from lachan.domain.kinds import Band
from lachan.workflows.contests.views import ContestView

NOW = dt.datetime(2026, 12, 1, 1, 0, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)

CONTEST = ContestView(
    slug="thi-thu",
    short="1",
    title="Thi thử",
    band=Band.LOWER_SECONDARY,
    rules=(),
    state=ContestState.UPCOMING,
    opens_at=NOW + 4 * DAY,
    closes_at=NOW + 5 * DAY,
    minutes=15,
    attempts=1,
    entry=EntryMode.ROSTER,
    prediction=False,
    reveal=Reveal.NOTHING,
    item_count=20,
    practice=None,
    key_commitment="",
    message="",
    names=None,
    erase_at=None,
    erased_at=None,
    server_now=NOW,
)


def make_plan(**changes: Any) -> Plan:
    return replace(Plan(now=NOW, environment={}), **changes)


def make_contest(**changes: Any) -> ContestView:
    return replace(CONTEST, **changes)
