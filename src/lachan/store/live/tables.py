"""The tables of live rooms, and a room as a row of them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ForeignKey,
    Integer,
    Row,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from lachan.domain.live.hands import Hands
from lachan.domain.live.live_class import Asking, Plan, Room, RoomItem
from lachan.domain.live.room_codes import CODE_LENGTH
from lachan.store.schema import METADATA, Instant

# Sixteen random bytes in the alphabet of URLs.
TOKEN_LENGTH = 22

live_rooms = Table(
    "live_rooms",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("code", String(CODE_LENGTH), nullable=False, unique=True),
    Column("title", Text, nullable=False),
    Column("plan", String(16), nullable=False),
    Column("items", JSON, nullable=False),
    Column("salt", String(TOKEN_LENGTH), nullable=False),
    Column("states", JSON, nullable=False),
    Column("place", Integer, nullable=False),
    # The stop whose answers are taken now; what saves an answer asks the room in one statement.
    Column("asking", Integer),
    Column("early_chart", Boolean, nullable=False),
    Column("version", Integer, nullable=False),
    Column("opened_at", Instant, nullable=False),
    Column("kept_until", Instant, nullable=False, index=True),
    Column("ended_at", Instant),
)

live_seats = Table(
    "live_seats",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("room_id", ForeignKey("live_rooms.id", ondelete="CASCADE"), nullable=False),
    Column("token", String(TOKEN_LENGTH), nullable=False),
    UniqueConstraint("room_id", "token"),
)

live_answers = Table(
    "live_answers",
    METADATA,
    Column("room_id", ForeignKey("live_rooms.id", ondelete="CASCADE"), primary_key=True),
    Column("stop", Integer, primary_key=True, autoincrement=False),
    Column(
        "seat_id", ForeignKey("live_seats.id", ondelete="CASCADE"), primary_key=True, index=True
    ),
    Column("value", Text, nullable=False),
)

# Hands that were raised and counted: nobody knows whose they were, so they belong to no seat.
live_hands = Table(
    "live_hands",
    METADATA,
    Column("room_id", ForeignKey("live_rooms.id", ondelete="CASCADE"), primary_key=True),
    Column("stop", Integer, primary_key=True, autoincrement=False),
    Column("answered", Integer, nullable=False),
    Column("right", Integer),
    Column("counts", JSON, nullable=False),
)


def to_row(room: Room) -> dict[str, Any]:
    """Return what the table keeps of a room."""
    return {
        "code": room.code,
        "title": room.title,
        "plan": room.plan.value,
        "items": [[item.id, item.revision] for item in room.items],
        "salt": room.salt,
        "states": [state.value for state in room.states],
        "place": room.place,
        "asking": room.asking,
        "early_chart": room.early_chart,
        "version": room.version,
        "opened_at": room.opened_at,
        "kept_until": room.kept_until,
        "ended_at": room.ended_at,
    }


def to_room(row: Row[Any]) -> Room:
    """Return the room that a row of the table holds."""
    return Room(
        code=row.code,
        title=row.title,
        plan=Plan(row.plan),
        items=tuple(RoomItem(item_id, revision) for item_id, revision in row.items),
        salt=row.salt,
        opened_at=row.opened_at,
        kept_until=row.kept_until,
        states=tuple(map(Asking, row.states)),
        place=row.place,
        early_chart=row.early_chart,
        ended_at=row.ended_at,
        version=row.version,
    )


def to_hands(row: Row[Any]) -> Hands:
    """Return the counted hands that a row of the table holds."""
    counts = {(part, choice): count for part, choice, count in row.counts}
    return Hands(row.answered, row.right, counts)
