"""Rows as values, and the one query that finds where the holder of a token stands."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import datetime
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, Select, and_, bindparam, exists, or_, select
from sqlalchemy.sql import FromClause

from lachan.domain.contests.attempts import Attempt
from lachan.store.contests import tables as t

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class ContestRow:
    """What of a contest can change while it runs, and when its people are forgotten.

    `erase_at` is None for contests of before it was asked; `erased_at` until it has been done.
    """

    id: int
    slug: str
    opens_at: datetime
    closes_at: datetime
    status: str
    paused_at: datetime | None
    message: str
    erase_at: datetime | None
    erased_at: datetime | None


@dataclass(frozen=True, slots=True)
class FrozenRow:
    """What of a contest never changes."""

    definition: str
    salt: str
    code_key: str
    commitment: str
    nonce: str
    manifest: bytes
    items: bytes
    practice: bytes | None


@dataclass(frozen=True, slots=True)
class EntrantRow:
    """Someone under a pseudonym; `withdrawn_at` tells that they take part no more."""

    id: int
    contest_id: int
    pseudonym: str
    room: str
    group_code: str
    attempt_count: int
    withdrawn_at: datetime | None


@dataclass(frozen=True, slots=True)
class AttemptRow(Attempt):
    """An attempt as it is kept; `chain` is the head of its hash chain."""

    id: int
    contest_id: int
    entrant_id: int
    number: int
    form_code: str
    event_count: int
    chain: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where the holder of a token stands.

    Attributes
    ----------
    attempt
        The latest, or None before the first.
    ended
        The session is over, as where another device has come in.
    room_paused
        The entrant's room, or every room, is paused.
    """

    contest: ContestRow
    entrant: EntrantRow
    attempt: AttemptRow | None
    ended: bool
    room_paused: bool


# Joins entrants with the attempt that each began last.
LATEST = and_(
    t.attempts.c.entrant_id == t.entrants.c.id,
    t.attempts.c.number == t.entrants.c.attempt_count,
)

# Holds for entrants who have ever come in, also where their sessions have been erased since.
ENTERED = or_(
    t.entrants.c.attempt_count > 0, exists().where(t.sessions.c.entrant_id == t.entrants.c.id)
)

# Holds for entrants whose room, or every room, is paused.
_ROOM_PAUSED = (
    exists()
    .where(
        t.pauses.c.contest_id == t.entrants.c.contest_id,
        t.pauses.c.until_at.is_(None),
        or_(t.pauses.c.room == "", t.pauses.c.room == t.entrants.c.room),
    )
    .label("room_paused")
)

_TABLES: dict[type, FromClause] = {
    ContestRow: t.contests,
    EntrantRow: t.entrants,
    AttemptRow: t.attempts,
}
_COLUMNS = {
    kind: [table.c[field.name] for field in fields(kind)] for kind, table in _TABLES.items()
}


def columns_of(kind: type) -> list[Any]:
    """Return the table's columns that a row value holds."""
    return _COLUMNS[kind]


def to_value(kind: type[R], row: Row[Any]) -> R:
    """Return the part of a row that belongs to `kind`'s table."""
    mapping = row._mapping
    return kind(*(mapping[column] for column in columns_of(kind)))


def find_place(connection: Connection, token_hash: str) -> Place | None:
    """Return where the token's holder stands, or None for a token that was never given."""
    row = connection.execute(_place_query(), {"token": token_hash}).first()
    return None if row is None else _to_place(row)


# Building a statement takes longer than running it, so what every save asks is built once.
@cache
def _place_query() -> Select[Any]:
    return _select_places(must_have_begun=False)


@cache
def _locked_place_query() -> Select[Any]:
    query = _select_places(must_have_begun=True)
    return query.with_for_update(key_share=True, of=t.attempts)


@cache
def _held_place_query() -> Select[Any]:
    query = _select_places(must_have_begun=False)
    return query.with_for_update(read=True, of=t.contests)


@cache
def _held_entrant_query() -> Select[Any]:
    query = select(*columns_of(EntrantRow), _ROOM_PAUSED)
    alone = query.where(t.entrants.c.id == bindparam("id"))
    return alone.with_for_update(key_share=True, of=t.entrants)


def _select_places(*, must_have_begun: bool) -> Select[Any]:
    query = select(
        t.sessions.c.ended_at,
        _ROOM_PAUSED,
        *columns_of(ContestRow),
        *columns_of(EntrantRow),
        *columns_of(AttemptRow),
    ).select_from(
        t.sessions.join(t.entrants, t.entrants.c.id == t.sessions.c.entrant_id)
        .join(t.contests, t.contests.c.id == t.entrants.c.contest_id)
        .join(t.attempts, LATEST, isouter=not must_have_begun)
    )
    return query.where(t.sessions.c.token_hash == bindparam("token"))


def _to_place(row: Row[Any]) -> Place:
    begun = row._mapping[t.attempts.c.id] is not None
    return Place(
        contest=to_value(ContestRow, row),
        entrant=to_value(EntrantRow, row),
        attempt=to_value(AttemptRow, row) if begun else None,
        ended=row._mapping[t.sessions.c.ended_at] is not None,
        room_paused=row._mapping[_ROOM_PAUSED],
    )


def lock_place(connection: Connection, token_hash: str) -> Place | None:
    """Return where the holder stands, with the attempt under way locked till the commit.

    Nobody else can change that attempt's state or deadline meanwhile, on any server; where no
    attempt is under way nothing is locked.
    """
    row = connection.execute(_locked_place_query(), {"token": token_hash}).first()
    if row is not None:
        return _to_place(row)
    place = find_place(connection, token_hash)
    if place is None or place.attempt is None:
        return place
    # It began between the two questions.
    return replace(place, attempt=lock_attempt(connection, place.attempt.id))


def hold_place(connection: Connection, token_hash: str) -> Place | None:
    """Return where the holder stands, so that an attempt can be begun before the commit.

    An act of the organisers, as a pause or the closing, waits till then and finds that attempt;
    nobody else begins or changes an attempt of this person meanwhile, on any server.
    """
    row = connection.execute(_held_place_query(), {"token": token_hash}).first()
    if row is None:
        return None
    # What was asked before the contest was held may be older than an act that ended just now.
    place = _to_place(row)
    held = connection.execute(_held_entrant_query(), {"id": place.entrant.id}).one()
    entrant = to_value(EntrantRow, held)
    latest = {"entrant": entrant.id, "number": entrant.attempt_count}
    found = connection.execute(_LATEST_ALONE, latest).one() if entrant.attempt_count else None
    return replace(
        place,
        entrant=entrant,
        attempt=None if found is None else to_value(AttemptRow, found),
        room_paused=held._mapping[_ROOM_PAUSED],
    )


def lock_attempt(connection: Connection, attempt_id: int) -> AttemptRow:
    """Return an attempt as it is now, locked till the commit."""
    row = connection.execute(_ATTEMPT_ALONE, {"id": attempt_id}).one()
    return to_value(AttemptRow, row)


def lock_entrant(connection: Connection, entrant_id: int) -> EntrantRow:
    """Return an entrant as it is now, locked till the commit."""
    row = connection.execute(_ENTRANT_ALONE, {"id": entrant_id}).one()
    return to_value(EntrantRow, row)


def lock_contest(connection: Connection, contest_id: int) -> ContestRow:
    """Return a contest as it is now, locked till the commit: acts come one after the other."""
    row = connection.execute(_CONTEST_ALONE, {"id": contest_id}).one()
    return to_value(ContestRow, row)


def _row_of(kind: type) -> Select[Any]:
    return select(*columns_of(kind)).where(_TABLES[kind].c.id == bindparam("id"))


_ATTEMPT_ALONE = _row_of(AttemptRow).with_for_update(key_share=True)
_ENTRANT_ALONE = _row_of(EntrantRow).with_for_update(key_share=True)
_CONTEST_ALONE = _row_of(ContestRow).with_for_update(key_share=True)
_LATEST_ALONE = (
    select(*columns_of(AttemptRow))
    .where(t.attempts.c.entrant_id == bindparam("entrant"))
    .where(t.attempts.c.number == bindparam("number"))
    .with_for_update(key_share=True)
)
