"""What the store does to many attempts at once is what the rules do to each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from lachan.domain.contests.attempts import Attempt
from lachan.domain.contests.contest import AttemptState, EntryMode, SubmittedBy
from lachan.domain.papers.rosters import Entrant
from lachan.store import Connection
from lachan.store.contests import AttemptRow, lock_attempt
from lachan.store.contests.attempts import (
    iter_attempts,
    keep_attempt,
    move_deadlines,
    pause_attempts,
    resume_attempts,
    submit_all,
    submit_late,
)
from support.contest_day import OPENS, SLUG, WHO, ContestDay, StandingClock, create, open_day

NOW = OPENS + dt.timedelta(minutes=12)
MOVED = dt.timedelta(minutes=4)
MINUTES = 15
NO_GRACE = dt.timedelta(0)


def minutes(count: float) -> dt.timedelta:
    return dt.timedelta(minutes=count)


# How the attempts of six people stand: at work, with a cut or a past deadline, paused, submitted.
CHANGES: list[dict[str, Any]] = [
    {},
    {"deadline_at": OPENS + minutes(5)},
    {"deadline_at": OPENS + minutes(13), "extra_us": 60_000_000, "paused_us": 30_000_000},
    {"paused_at": OPENS + minutes(7)},
    {"paused_at": OPENS + minutes(4), "deadline_at": OPENS + minutes(20), "paused_us": 5},
    {
        "state": AttemptState.SUBMITTED.value,
        "submitted_at": OPENS + minutes(9),
        "submitted_by": SubmittedBy.CONTESTANT.value,
    },
]

CASES: dict[str, tuple[Callable[[Connection], object], Callable[[Attempt], Attempt]]] = {
    "pause": (lambda c: pause_attempts(c, 1, NOW, ""), lambda a: a.pause(NOW)),
    "resume": (lambda c: resume_attempts(c, 1, NOW, ""), lambda a: a.resume(NOW)),
    "late": (lambda c: submit_late(c, 1, NOW), lambda a: a.end_if_over(NOW, NO_GRACE)),
    "all": (lambda c: submit_all(c, 1, NOW), lambda a: a.end_for_all(NOW)),
    "window": (
        lambda c: move_deadlines(c, 1, MINUTES, MOVED),
        lambda a: a.move_window(MINUTES, MOVED),
    ),
}


def read(day: ContestDay) -> list[AttemptRow]:
    with day.database.read() as connection:
        return [attempt for _, attempt in iter_attempts(connection, 1)]


@pytest.mark.parametrize("name", CASES)
def test_many_at_once_change_as_each_would(database_url: str, name: str) -> None:
    at_once, rule = CASES[name]
    with open_day(database_url, StandingClock(OPENS)) as day:
        create(day, entry=EntryMode.ROSTER)
        people = [Entrant(f"{n:06}", "Em", "6A", "THCS", "P1") for n in range(len(CHANGES))]
        for card in day.office.add_people(SLUG, people, who=WHO):
            day.begin(card.code)
        changed = zip(read(day), CHANGES, strict=True)
        before = [replace(row, **change) for row, change in changed]
        for each in before:
            day.database.write(partial(keep_attempt, attempt=each))
        assert read(day) == before
        day.database.write(at_once)
        assert read(day) == [rule(each) for each in before]


def test_a_locked_attempt_is_the_one_that_was_kept(database_url: str) -> None:
    with open_day(database_url, StandingClock(OPENS)) as day:
        create(day)
        day.begin()
        (begun,) = read(day)
        ended = begun.end(NOW)
        day.database.write(lambda c: keep_attempt(c, ended))
        assert day.database.write(lambda c: lock_attempt(c, begun.id)) == ended
