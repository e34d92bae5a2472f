"""Pauses of a room, or of a whole contest (room "")."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, bindparam, insert, select, update

from lachan.store.contests import tables as t

# Every start asks it.
_LASTING = select(t.pauses.c.room, t.pauses.c.since_at).where(
    t.pauses.c.contest_id == bindparam("contest"), t.pauses.c.until_at.is_(None)
)


def list_pauses(connection: Connection, contest_id: int) -> dict[str, datetime]:
    """Return room → since when it is paused, "" for all rooms, of the pauses that last."""
    found = connection.execute(_LASTING, {"contest": contest_id})
    return {row.room: row.since_at for row in found}


def begin_pause(connection: Connection, contest_id: int, room: str, now: datetime) -> None:
    """Note that a pause has begun; the table refuses a second one of the same room."""
    connection.execute(insert(t.pauses).values(contest_id=contest_id, room=room, since_at=now))


def end_pause(connection: Connection, contest_id: int, room: str, now: datetime) -> None:
    """Note that a pause is over."""
    lasting = (t.pauses.c.contest_id == contest_id) & (t.pauses.c.room == room)
    change = update(t.pauses).where(lasting, t.pauses.c.until_at.is_(None))
    connection.execute(change.values(until_at=now))
