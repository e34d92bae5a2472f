"""How many have entered, work, have submitted; for all, a room, a group; and one by one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, case, func, or_, select

from lachan.store.contests import tables as t
from lachan.store.contests.attempts import SUBMITTED, WORKING
from lachan.store.contests.rows import ENTERED, LATEST

# Who withdrew before any attempt has left nothing to be counted.
_TAKES_PART = or_(t.entrants.c.withdrawn_at.is_(None), t.entrants.c.attempt_count > 0)


@dataclass(frozen=True, slots=True)
class Count:
    """How many people of a room and group: on the list, entered, at work, done."""

    room: str
    group_code: str
    listed: int
    entered: int
    working: int
    submitted: int


@dataclass(frozen=True, slots=True)
class Seat:
    """One person on the organiser's board; nothing of their answers."""

    pseudonym: str
    room: str
    group_code: str
    entered: bool
    number: int
    state: str | None
    deadline_at: datetime | None
    paused_at: datetime | None
    submitted_at: datetime | None
    last_seen_at: datetime | None
    answer_count: int
    withdrawn: bool


def count_people(connection: Connection, contest_id: int) -> list[Count]:
    """Return the counts of each room and group, by their latest attempts."""
    query = (
        select(
            t.entrants.c.room,
            t.entrants.c.group_code,
            func.count(),
            _count_if(ENTERED),
            _count_if(t.attempts.c.state == WORKING),
            _count_if(t.attempts.c.state == SUBMITTED),
        )
        .select_from(t.entrants.outerjoin(t.attempts, LATEST))
        .where(t.entrants.c.contest_id == contest_id, _TAKES_PART)
        .group_by(t.entrants.c.room, t.entrants.c.group_code)
        .order_by(t.entrants.c.room, t.entrants.c.group_code)
    )
    return [Count(*row) for row in connection.execute(query)]


def list_seats(connection: Connection, contest_id: int, room: str = "") -> list[Seat]:
    """Return everyone of a contest, or of one room, by pseudonym."""
    answered = select(func.count()).where(
        t.answers.c.attempt_id == t.attempts.c.id, t.answers.c.value != "null"
    )
    query = (
        select(
            t.entrants.c.pseudonym,
            t.entrants.c.room,
            t.entrants.c.group_code,
            ENTERED,
            t.entrants.c.attempt_count,
            t.attempts.c.state,
            t.attempts.c.deadline_at,
            t.attempts.c.paused_at,
            t.attempts.c.submitted_at,
            t.attempts.c.last_seen_at,
            answered.scalar_subquery(),
            t.entrants.c.withdrawn_at.is_not(None),
        )
        .select_from(t.entrants.outerjoin(t.attempts, LATEST))
        .where(t.entrants.c.contest_id == contest_id, _TAKES_PART)
        .order_by(t.entrants.c.pseudonym)
    )
    if room:
        query = query.where(t.entrants.c.room == room)
    return [Seat(*row) for row in connection.execute(query)]


def _count_if(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)
