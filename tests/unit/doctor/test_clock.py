import datetime as dt

import pytest

from lachan.doctor import State
from lachan.doctor.clock import (
    check_clock,
    judge_clock,
    judge_offset,
    judge_synchronised,
)
from lachan.workflows.environment import DATABASE_ENV
from support.plans import NOW, make_plan

SECOND = dt.timedelta(seconds=1)


def test_a_clock_without_its_battery_is_a_fault() -> None:
    assert judge_clock(dt.datetime(2020, 1, 1, tzinfo=dt.UTC)).state is State.FAULT


def test_the_time_is_told_as_vietnam_has_it() -> None:
    found = judge_clock(NOW)
    assert (found.state, found.found) == (State.GOOD, "08:00 ngày 01/12/2026 (giờ Việt Nam)")


@pytest.mark.parametrize(
    ("told", "state", "found"),
    [
        ("NTP=yes\nNTPSynchronized=yes\n", State.GOOD, "đang khớp"),
        (
            "NTP=yes\nNTPSynchronized=no\n",
            State.WARNING,
            "đã bật, chưa khớp (máy không có mạng?)",
        ),
        ("NTP=no\nNTPSynchronized=no\n", State.WARNING, "đang tắt"),
        ("", State.UNKNOWN, "không rõ"),
        ("Failed to connect to bus\n", State.UNKNOWN, "không rõ"),
    ],
)
def test_who_keeps_the_clock_right(told: str, state: State, found: str) -> None:
    judged = judge_synchronised(told)
    assert (judged.state, judged.found) == (state, found)


@pytest.mark.parametrize(
    ("offset", "state"),
    [(0 * SECOND, State.GOOD), (-5 * SECOND, State.WARNING), (3600 * SECOND, State.WARNING)],
)
def test_the_clock_of_the_database(offset: dt.timedelta, state: State) -> None:
    assert judge_offset(offset).state is state


def test_postgresql_is_asked_for_its_clock(database_url: str) -> None:
    plan = make_plan(environment={DATABASE_ENV: database_url})
    found = {finding.check: finding.state for finding in check_clock(plan)}
    asked = {} if database_url.startswith("sqlite") else {"clock.database": State.GOOD}
    assert {name: found[name] for name in found if name == "clock.database"} == asked
