"""The rooms of live classes, who sits in them under a random token, and what they answered."""

from __future__ import annotations

import datetime as dt
import json
import secrets
from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Connection, delete, exists, func, insert, literal, select, update

from lachan.domain.live.hands import Hands
from lachan.domain.live.live_class import Plan, Room, RoomItem, open_room
from lachan.domain.live.room_codes import make_code
from lachan.limits.live import MOST_PUPILS
from lachan.store.engine import Store
from lachan.store.faults import StoreError
from lachan.store.live.tables import (
    live_answers,
    live_hands,
    live_rooms,
    live_seats,
    to_hands,
    to_room,
    to_row,
)
from lachan.store.schema import insert_or_change

TOKEN_BYTES = 16

_HAS_ANSWERED = exists().where(live_answers.c.seat_id == live_seats.c.id)


class RoomGoneError(StoreError):
    """There is no room under this code, or no longer."""

    def __init__(self) -> None:
        super().__init__("Không có phòng nào mang mã này. Hãy xem lại mã trên màn hình của lớp.")


class RoomChangedError(StoreError):
    """The room went on while this browser showed an older state of it."""

    def __init__(self) -> None:
        super().__init__("Phòng vừa được điều khiển ở một cửa sổ khác; đây là trạng thái mới.")


class RoomFullError(StoreError):
    """More seats than a class can have."""

    def __init__(self) -> None:
        super().__init__("Phòng đã đủ chỗ. Hãy báo thầy cô mở một phòng mới.")


class LiveRooms:
    """The rooms of one database; safe to share between threads.

    Parameters
    ----------
    clock
        Gives the time in UTC.
    """

    def __init__(self, store: Store, clock: Callable[[], dt.datetime]) -> None:
        self._store = store
        self._clock = clock

    def close(self) -> None:
        """Close the database; who opened the rooms does."""
        self._store.close()

    def open_room(self, title: str, plan: Plan, items: tuple[RoomItem, ...]) -> Room:
        """Open a room under a new code."""
        self.purge()
        with self._store.write() as connection:
            taken = set(connection.scalars(select(live_rooms.c.code)))
            code = make_code(secrets.choice, taken)
            salt = secrets.token_urlsafe(TOKEN_BYTES)
            room = open_room(code, title, plan, items, salt, self._clock())
            connection.execute(insert(live_rooms).values(to_row(room)))
        return room

    def find_room(self, code: str) -> Room | None:
        """Return the room with this code, ended or not; None where there is none."""
        query = select(live_rooms).where(live_rooms.c.code == code)
        with self._store.read() as connection:
            row = connection.execute(query).one_or_none()
        return to_room(row) if row and self._is_kept(row.kept_until) else None

    def list_rooms(self) -> list[tuple[Room, int]]:
        """Return the rooms that are kept, the latest first, each with its number of seats."""
        seats = select(func.count()).where(live_seats.c.room_id == live_rooms.c.id)
        query = (
            select(live_rooms, seats.scalar_subquery().label("seats"))
            .where(live_rooms.c.kept_until > self._clock())
            .order_by(live_rooms.c.opened_at.desc(), live_rooms.c.id.desc())
        )
        with self._store.read() as connection:
            return [(to_room(row), row.seats) for row in connection.execute(query)]

    def save_room(self, room: Room) -> Room:
        """Keep a room's next state and return it with its new version.

        Raises
        ------
        RoomChangedError
            Where the stored room is no longer the one that `room` was made from.
        """
        row = {**to_row(room), "version": room.version + 1}
        change = (
            update(live_rooms)
            .where(live_rooms.c.code == room.code, live_rooms.c.version == room.version)
            .values(row)
            .returning(live_rooms)
        )
        with self._store.write() as connection:
            saved = connection.execute(change).one_or_none()
        if saved is None:
            raise RoomChangedError
        return to_room(saved)

    def delete_room(self, code: str) -> None:
        """Delete a room with its seats and answers; one that is gone is no fault."""
        with self._store.write() as connection:
            connection.execute(delete(live_rooms).where(live_rooms.c.code == code))

    def purge(self) -> int:
        """Delete the rooms that have been kept long enough and return how many there were."""
        old = delete(live_rooms).where(live_rooms.c.kept_until <= self._clock())
        with self._store.write() as connection:
            return connection.execute(old).rowcount

    def take_seat(self, code: str) -> str:
        """Give a new seat in an open room and return its token.

        Raises
        ------
        RoomGoneError, RoomFullError
        """
        token = secrets.token_urlsafe(TOKEN_BYTES)
        with self._store.write() as connection:
            room_id = self._find_open(connection, code)
            taken = select(func.count()).where(live_seats.c.room_id == room_id)
            if connection.execute(taken).scalar_one() >= MOST_PUPILS.value:
                raise RoomFullError
            connection.execute(insert(live_seats).values(room_id=room_id, token=token))
        return token

    def list_seats_without_answer(self, code: str) -> list[str]:
        """Return the tokens of the seats of a room that have answered nothing, oldest first."""
        query = (
            select(live_seats.c.token)
            .join(live_rooms, live_rooms.c.id == live_seats.c.room_id)
            .where(live_rooms.c.code == code, ~_HAS_ANSWERED)
            .order_by(live_seats.c.id)
        )
        with self._store.read() as connection:
            return list(connection.scalars(query))

    def take_seats_back(self, code: str, tokens: Sequence[str]) -> int:
        """Remove seats that have answered nothing until now; returns how many."""
        room_id = select(live_rooms.c.id).where(live_rooms.c.code == code).scalar_subquery()
        removing = delete(live_seats).where(
            live_seats.c.room_id == room_id, live_seats.c.token.in_(tokens), ~_HAS_ANSWERED
        )
        with self._store.write() as connection:
            return connection.execute(removing).rowcount

    def has_seat(self, code: str, token: str) -> bool:
        """Tell whether `token` is a seat of the room."""
        query = (
            select(live_seats.c.id)
            .join(live_rooms, live_rooms.c.id == live_seats.c.room_id)
            .where(live_rooms.c.code == code, live_seats.c.token == token)
        )
        with self._store.read() as connection:
            return connection.execute(query).one_or_none() is not None

    def save_answer(self, code: str, token: str, stop: int, value: object) -> bool:
        """Keep a seat's answer to the question that is open, in place of an earlier one.

        Returns whether it was taken: not where the question has been closed, the room has
        ended or the seat is unknown. One statement decides and writes, so no answer slips in
        behind a question that is being closed.
        """
        source = (
            select(
                live_rooms.c.id,
                literal(stop),
                live_seats.c.id,
                literal(json.dumps(value, ensure_ascii=False)),
            )
            .join(live_seats, live_seats.c.room_id == live_rooms.c.id)
            .where(
                live_rooms.c.code == code,
                live_rooms.c.asking == stop,
                live_seats.c.token == token,
            )
            .with_for_update(read=True, of=live_rooms)
        )
        names = ["room_id", "stop", "seat_id", "value"]
        saving = insert_or_change(self._store.engine.dialect.name, live_answers)
        saving = saving.from_select(names, source)
        saving = saving.on_conflict_do_update(
            index_elements=["room_id", "stop", "seat_id"], set_={"value": saving.excluded.value}
        ).returning(live_answers.c.stop)
        with self._store.write() as connection:
            return connection.execute(saving).one_or_none() is not None

    def load_own_answers(self, code: str, token: str) -> dict[int, Any]:
        """Return what one seat answered, by stop."""
        query = (
            select(live_answers.c.stop, live_answers.c.value)
            .join(live_seats, live_seats.c.id == live_answers.c.seat_id)
            .join(live_rooms, live_rooms.c.id == live_answers.c.room_id)
            .where(live_rooms.c.code == code, live_seats.c.token == token)
        )
        with self._store.read() as connection:
            return {row.stop: json.loads(row.value) for row in connection.execute(query)}

    def load_answers(self, code: str) -> dict[int, dict[int, Any]]:
        """Return all answers of a room: stop → seat's number → answer."""
        query = (
            select(live_answers.c.stop, live_answers.c.seat_id, live_answers.c.value)
            .join(live_rooms, live_rooms.c.id == live_answers.c.room_id)
            .where(live_rooms.c.code == code)
            .order_by(live_answers.c.stop, live_answers.c.seat_id)
        )
        found: dict[int, dict[int, Any]] = {}
        with self._store.read() as connection:
            for row in connection.execute(query):
                found.setdefault(row.stop, {})[row.seat_id] = json.loads(row.value)
        return found

    def save_hands(self, code: str, stop: int, hands: Hands) -> None:
        """Keep the hands that were counted at `stop`, in place of an earlier count.

        Raises
        ------
        RoomGoneError
            Where the room has ended or is gone.
        """
        counts = [[*choice, count] for choice, count in hands.counts.items()]
        values = {"answered": hands.answered, "right": hands.right, "counts": counts}
        saving = insert_or_change(self._store.engine.dialect.name, live_hands)
        with self._store.write() as connection:
            room_id = self._find_open(connection, code)
            row = saving.values(room_id=room_id, stop=stop, **values)
            connection.execute(
                row.on_conflict_do_update(index_elements=["room_id", "stop"], set_=values)
            )

    def load_hands(self, code: str) -> dict[int, Hands]:
        """Return the hands that were counted in a room, by stop."""
        query = (
            select(live_hands)
            .join(live_rooms, live_rooms.c.id == live_hands.c.room_id)
            .where(live_rooms.c.code == code)
            .order_by(live_hands.c.stop)
        )
        with self._store.read() as connection:
            return {row.stop: to_hands(row) for row in connection.execute(query)}

    def count(self, code: str, stop: int) -> tuple[int, int]:
        """Return how many seats the room has, and how many of them answered at `stop`."""
        room_id = select(live_rooms.c.id).where(live_rooms.c.code == code).scalar_subquery()
        seats = select(func.count()).where(live_seats.c.room_id == room_id)
        answers = select(func.count()).where(
            live_answers.c.room_id == room_id, live_answers.c.stop == stop
        )
        query = select(seats.scalar_subquery(), answers.scalar_subquery())
        with self._store.read() as connection:
            taken, answered = connection.execute(query).one()
        return taken, answered

    def _find_open(self, connection: Connection, code: str) -> int:
        query = select(live_rooms.c.id, live_rooms.c.kept_until).where(
            live_rooms.c.code == code, live_rooms.c.ended_at.is_(None)
        )
        row = connection.execute(query).one_or_none()
        if row is None or not self._is_kept(row.kept_until):
            raise RoomGoneError
        room_id: int = row.id
        return room_id

    def _is_kept(self, kept_until: dt.datetime) -> bool:
        return kept_until > self._clock()
