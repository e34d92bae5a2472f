"""Attempts: begun once, paused, given more time, submitted by one of three."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    and_,
    bindparam,
    case,
    func,
    insert,
    or_,
    select,
    type_coerce,
    update,
)

from lachan.domain.contests.attempts import Attempt
from lachan.domain.contests.contest import AttemptState, SubmittedBy
from lachan.store.contests import tables as t
from lachan.store.contests.chain import link, start_record
from lachan.store.contests.rows import AttemptRow, EntrantRow, columns_of, to_value
from lachan.store.schema import to_microseconds

WORKING, SUBMITTED = AttemptState.WORKING.value, AttemptState.SUBMITTED.value

# What of an attempt its rules change.
_TIMES = [field.name for field in fields(Attempt)]

# Building a statement takes longer than running it, so what every start asks is built once.
_START = insert(t.attempts)
_COUNT = (
    update(t.entrants)
    .where(t.entrants.c.id == bindparam("entrant"))
    .values(attempt_count=bindparam("number"))
)
_NUMBERED = select(*columns_of(AttemptRow)).where(
    t.attempts.c.entrant_id == bindparam("entrant"), t.attempts.c.number == bindparam("number")
)


def start_attempt(
    connection: Connection,
    entrant: EntrantRow,
    form_code: str,
    *,
    now: datetime,
    deadline_at: datetime,
) -> AttemptRow:
    """Begin the next attempt of an entrant whose row is locked (`lock_entrant`)."""
    number = entrant.attempt_count + 1
    record = start_record(entrant.pseudonym, number, form_code, to_microseconds(now))
    values: dict[str, Any] = {
        "contest_id": entrant.contest_id,
        "entrant_id": entrant.id,
        "number": number,
        "form_code": form_code,
        "state": WORKING,
        "started_at": now,
        "deadline_at": deadline_at,
        "extra_us": 0,
        "paused_at": None,
        "paused_us": 0,
        "submitted_at": None,
        "submitted_by": None,
        "event_count": 0,
        "chain": link("", record),
        "last_seen_at": now,
    }
    made = connection.execute(_START, values)
    connection.execute(_COUNT, {"entrant": entrant.id, "number": number})
    assert made.inserted_primary_key is not None  # noqa: S101 - one row was added
    return AttemptRow(id=made.inserted_primary_key[0], **values)


def keep_attempt(connection: Connection, attempt: AttemptRow) -> None:
    """Keep where an attempt, whose row is locked, stands in time."""
    values = {name: getattr(attempt, name) for name in _TIMES}
    connection.execute(update(t.attempts).where(t.attempts.c.id == attempt.id).values(values))


def submit_late(connection: Connection, contest_id: int, before: datetime) -> int:
    """Submit at their deadline the attempts whose deadline lies before `before`; how many."""
    late = and_(_live(contest_id), t.attempts.c.paused_at.is_(None))
    change = update(t.attempts).where(late, t.attempts.c.deadline_at < before)
    done = connection.execute(
        change.values(
            state=SUBMITTED,
            submitted_at=t.attempts.c.deadline_at,
            submitted_by=SubmittedBy.DEADLINE.value,
        )
    )
    return done.rowcount


def submit_all(connection: Connection, contest_id: int, now: datetime) -> int:
    """Submit all attempts under way, for the organiser, each no later than its deadline.

    A paused attempt ends when it was paused.
    """
    live = _live(contest_id)
    paused = update(t.attempts).where(live, t.attempts.c.paused_at.is_not(None))
    late = update(t.attempts).where(live, t.attempts.c.deadline_at < now)
    by = {"state": SUBMITTED, "submitted_by": SubmittedBy.ORGANISER.value}
    count = connection.execute(
        paused.values(**by, submitted_at=t.attempts.c.paused_at, paused_at=None)
    ).rowcount
    count += connection.execute(late.values(**by, submitted_at=t.attempts.c.deadline_at)).rowcount
    rest = update(t.attempts).where(live).values(**by, submitted_at=_moment(now))
    return count + connection.execute(rest).rowcount


def pause_attempts(connection: Connection, contest_id: int, now: datetime, room: str) -> int:
    """Stop the time of attempts under way, in one room or (room "") in all; how many."""
    running = and_(_live(contest_id, room), t.attempts.c.paused_at.is_(None))
    change = update(t.attempts).where(running, t.attempts.c.deadline_at >= now)
    return connection.execute(change.values(paused_at=_moment(now))).rowcount


def resume_attempts(connection: Connection, contest_id: int, now: datetime, room: str) -> int:
    """Let the time of paused attempts run on; what they were paused for does not count.

    The pause must have been ended before (`end_pause`). Resuming all leaves those paused whose
    own room still is.
    """
    lasting = t.pauses.c.until_at.is_(None)
    still = select(t.entrants.c.id).where(
        t.entrants.c.contest_id == contest_id,
        t.pauses.c.contest_id == contest_id,
        lasting,
        or_(t.pauses.c.room == "", t.pauses.c.room == t.entrants.c.room),
    )
    waiting = and_(_live(contest_id, room), t.attempts.c.paused_at.is_not(None))
    change = update(t.attempts).where(waiting, t.attempts.c.entrant_id.not_in(still))
    passed = to_microseconds(now) - _number(t.attempts.c.paused_at)
    return connection.execute(
        change.values(
            deadline_at=_number(t.attempts.c.deadline_at) + passed,
            paused_us=t.attempts.c.paused_us + passed,
            paused_at=None,
        )
    ).rowcount


def move_deadlines(connection: Connection, contest_id: int, minutes: int, moved: timedelta) -> None:
    """Give attempts that the window's end cuts short what moving it by `moved` allows them."""
    own = (
        _number(t.attempts.c.started_at)
        + minutes * 60_000_000
        + t.attempts.c.extra_us
        + t.attempts.c.paused_us
    )
    later = _number(t.attempts.c.deadline_at) + moved // timedelta(microseconds=1)
    cut_short = and_(_live(contest_id), _number(t.attempts.c.deadline_at) < own)
    deadline = case((later < own, later), else_=own)
    connection.execute(update(t.attempts).where(cut_short).values(deadline_at=deadline))


def count_live(connection: Connection, contest_id: int) -> int:
    """Return how many attempts are under way."""
    return connection.execute(select(func.count()).where(_live(contest_id))).scalar_one()


def find_attempt(connection: Connection, entrant_id: int, number: int) -> AttemptRow | None:
    """Return an entrant's attempt of this number, or None."""
    row = connection.execute(_NUMBERED, {"entrant": entrant_id, "number": number}).first()
    return None if row is None else to_value(AttemptRow, row)


def iter_attempts(
    connection: Connection, contest_id: int
) -> Iterator[tuple[EntrantRow, AttemptRow]]:
    """Yield all attempts of a contest with their entrants, in a fixed order."""
    query = (
        select(*columns_of(EntrantRow), *columns_of(AttemptRow))
        .join_from(t.attempts, t.entrants, t.attempts.c.entrant_id == t.entrants.c.id)
        .where(t.attempts.c.contest_id == contest_id)
        .order_by(t.entrants.c.pseudonym, t.attempts.c.number)
    )
    for row in connection.execute(query.execution_options(yield_per=1000)):
        yield to_value(EntrantRow, row), to_value(AttemptRow, row)


def _number(column: ColumnElement[datetime]) -> ColumnElement[int]:
    """An instant as the number of microseconds that it is stored as."""
    return type_coerce(column, BigInteger)


def _moment(now: datetime) -> ColumnElement[int]:
    """The moment of an act in an attempt that has not run out: not before what was saved last.

    A save may have been stored while the act, whose moment is `now`, waited for its turn.
    """
    seen, deadline = _number(t.attempts.c.last_seen_at), _number(t.attempts.c.deadline_at)
    now_us = to_microseconds(now)
    return case((seen > deadline, deadline), (seen > now_us, seen), else_=now_us)


def _live(contest_id: int, room: str = "") -> ColumnElement[bool]:
    live = and_(t.attempts.c.contest_id == contest_id, t.attempts.c.state == WORKING)
    if not room:
        return live
    there = select(t.entrants.c.id).where(
        t.entrants.c.contest_id == contest_id, t.entrants.c.room == room
    )
    return and_(live, t.attempts.c.entrant_id.in_(there))
