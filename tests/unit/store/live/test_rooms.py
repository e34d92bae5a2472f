"""Rooms, seats and answers in the database: what is kept, what is refused, what is forgotten."""

from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import pytest

from lachan.domain.live.hands import Hands
from lachan.domain.live.live_class import (
    KEPT,
    Plan,
    Room,
    RoomItem,
    advance,
    end,
    keep_for,
    reopen,
    show_early,
)
from lachan.domain.live.room_codes import is_code
from lachan.store import Store
from lachan.store.live.rooms import LiveRooms, RoomChangedError, RoomGoneError
from lachan.store.live.tables import live_answers, live_seats

NOON = dt.datetime(2026, 3, 2, 5, 0, tzinfo=dt.UTC)
TABLES = ("live_rooms", "live_seats", "live_answers", "live_hands")
ITEMS = (RoomItem("cau-mot", "aaaaaaaaaaaa"), RoomItem("cau-hai", "bbbbbbbbbbbb"))

HANDS = Hands(25, 20, {("", "a"): 5, ("", "b"): 20})


class Clock:
    now = NOON

    def __call__(self) -> dt.datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def rooms(store: Store, clock: Clock) -> LiveRooms:
    return LiveRooms(store, clock)


def test_a_live_class_has_no_place_for_a_name() -> None:
    held = {column.name for table in (live_seats, live_answers) for column in table.c}
    assert held == {"id", "room_id", "token", "stop", "seat_id", "value"}


def open_room(rooms: LiveRooms, plan: Plan = Plan.QUIZ) -> Room:
    return rooms.open_room("Việc nhẹ, lương cao", plan, ITEMS)


def test_a_room_is_found_as_it_was_opened(rooms: LiveRooms) -> None:
    room = open_room(rooms)
    assert is_code(room.code)
    assert rooms.find_room(room.code) == room
    assert rooms.find_room("ZZZZZZ") is None


def test_each_move_is_kept_with_a_new_version(rooms: LiveRooms) -> None:
    room = rooms.save_room(show_early(advance(open_room(rooms)), True))
    assert (room.version, room.place, room.asking, room.early_chart) == (2, 1, 1, True)
    closed = rooms.save_room(advance(room))
    assert (closed.version, closed.asking) == (3, None)
    assert rooms.find_room(room.code) == closed


def test_a_move_from_an_older_state_changes_nothing(rooms: LiveRooms) -> None:
    first = open_room(rooms)
    current = rooms.save_room(advance(first))
    with pytest.raises(RoomChangedError):
        rooms.save_room(advance(first))
    assert rooms.find_room(first.code) == current


def test_answers_count_once_a_seat_and_may_change_until_closed(rooms: LiveRooms) -> None:
    room = open_room(rooms)
    seat, other = rooms.take_seat(room.code), rooms.take_seat(room.code)
    room = rooms.save_room(advance(room))
    assert rooms.save_answer(room.code, seat, 1, "a")
    assert rooms.save_answer(room.code, seat, 1, "a")
    assert rooms.save_answer(room.code, seat, 1, {"a": True})
    assert rooms.save_answer(room.code, other, 1, ["b", "c"])
    assert rooms.count(room.code, 1) == (2, 2)
    assert list(rooms.load_answers(room.code)[1].values()) == [{"a": True}, ["b", "c"]]

    room = rooms.save_room(advance(room))
    assert not rooms.save_answer(room.code, seat, 1, "b")
    assert rooms.load_own_answers(room.code, seat) == {1: {"a": True}}

    room = rooms.save_room(reopen(room))
    assert rooms.save_answer(room.code, seat, 1, "b")
    assert rooms.load_own_answers(room.code, seat) == {1: "b"}


def test_an_answer_needs_its_room_its_stop_and_its_seat(rooms: LiveRooms) -> None:
    room, other = open_room(rooms), open_room(rooms)
    seat = rooms.take_seat(room.code)
    assert not rooms.save_answer(room.code, seat, 0, "a")
    rooms.save_room(advance(room))
    rooms.save_room(advance(other))
    assert not rooms.save_answer(room.code, seat, 2, "a")
    assert not rooms.save_answer(room.code, "x" * 22, 1, "a")
    assert not rooms.save_answer(other.code, seat, 1, "a")
    assert rooms.load_answers(room.code) == rooms.load_answers(other.code) == {}


def test_an_ended_room_takes_nobody_and_no_answer(rooms: LiveRooms) -> None:
    room = open_room(rooms)
    seat = rooms.take_seat(room.code)
    room = rooms.save_room(advance(room))
    rooms.save_room(end(room, NOON))
    assert not rooms.save_answer(room.code, seat, 1, "a")
    with pytest.raises(RoomGoneError):
        rooms.take_seat(room.code)
    assert [each.ended_at for each, _ in rooms.list_rooms()] == [NOON]


def test_a_seat_belongs_to_its_room(rooms: LiveRooms) -> None:
    room, other = open_room(rooms), open_room(rooms)
    seat = rooms.take_seat(room.code)
    assert (rooms.has_seat(room.code, seat), rooms.has_seat(other.code, seat)) == (True, False)


def test_rooms_are_listed_latest_first_with_their_seats(rooms: LiveRooms, clock: Clock) -> None:
    older = open_room(rooms)
    clock.now += dt.timedelta(hours=1)
    newer = open_room(rooms, Plan.BEFORE_AFTER)
    for _ in range(3):
        rooms.take_seat(older.code)
    assert rooms.list_rooms() == [(newer, 0), (older, 3)]


def test_after_two_days_nothing_is_left(rooms: LiveRooms, clock: Clock, store: Store) -> None:
    room = open_room(rooms)
    seat = rooms.take_seat(room.code)
    rooms.save_room(advance(room))
    rooms.save_answer(room.code, seat, 1, "a")
    rooms.save_hands(room.code, 1, HANDS)
    clock.now += KEPT
    assert rooms.find_room(room.code) is None
    assert rooms.list_rooms() == []
    with pytest.raises(RoomGoneError):
        rooms.take_seat(room.code)
    assert rooms.purge() == 1
    assert count_rows(store) == dict.fromkeys(TABLES, 0)


def test_a_deleted_room_takes_its_answers_with_it(rooms: LiveRooms, store: Store) -> None:
    room, kept = open_room(rooms), open_room(rooms)
    for each in (room, kept):
        seat = rooms.take_seat(each.code)
        rooms.save_room(advance(each))
        rooms.save_answer(each.code, seat, 1, "a")
        rooms.save_hands(each.code, 1, HANDS)
    rooms.delete_room(room.code)
    rooms.delete_room(room.code)
    assert count_rows(store) == dict.fromkeys(TABLES, 1)


def test_a_whole_class_answers_at_once(rooms: LiveRooms) -> None:
    room = rooms.save_room(advance(open_room(rooms)))
    with ThreadPoolExecutor(8) as pool:
        seats = list(pool.map(lambda _: rooms.take_seat(room.code), range(45)))
        saved = list(pool.map(lambda seat: rooms.save_answer(room.code, seat, 1, "a"), seats))
    assert saved == [True] * 45
    assert rooms.count(room.code, 1) == (45, 45)


def test_only_seats_without_an_answer_are_taken_back(rooms: LiveRooms) -> None:
    room, other = open_room(rooms), open_room(rooms)
    silent, busy = rooms.take_seat(room.code), rooms.take_seat(room.code)
    elsewhere = rooms.take_seat(other.code)
    rooms.save_room(advance(room))
    assert rooms.save_answer(room.code, busy, 1, "a")
    assert rooms.list_seats_without_answer(room.code) == [silent]
    assert rooms.take_seats_back(room.code, [silent, busy, elsewhere]) == 1
    found = [rooms.has_seat(room.code, seat) for seat in (silent, busy)]
    assert (found, rooms.has_seat(other.code, elsewhere)) == ([False, True], True)


def test_counted_hands_come_back_and_make_way_for_a_new_count(rooms: LiveRooms) -> None:
    room, other = open_room(rooms), open_room(rooms)
    unknown = Hands(9, None, {})
    rooms.save_hands(room.code, 1, unknown)
    rooms.save_hands(room.code, 2, unknown)
    rooms.save_hands(room.code, 1, HANDS)
    rooms.save_hands(other.code, 1, unknown)
    assert rooms.load_hands(room.code) == {1: HANDS, 2: unknown}
    assert rooms.load_hands("ZZZZZZ") == {}


def test_no_hands_are_counted_in_a_room_that_has_ended(rooms: LiveRooms, clock: Clock) -> None:
    room = open_room(rooms)
    rooms.save_room(end(room, clock.now))
    for code in (room.code, "ZZZZZZ"):
        with pytest.raises(RoomGoneError):
            rooms.save_hands(code, 1, HANDS)


def test_a_room_that_is_kept_longer_outlives_the_others(rooms: LiveRooms, clock: Clock) -> None:
    room = open_room(rooms)
    kept = rooms.save_room(keep_for(room, 30))
    open_room(rooms)
    clock.now += KEPT
    assert rooms.purge() == 1
    assert rooms.find_room(room.code) == kept
    clock.now = NOON + dt.timedelta(days=30)
    assert (rooms.purge(), rooms.list_rooms()) == (1, [])


def count_rows(store: Store) -> dict[str, int]:
    with store.read() as connection:
        return {
            name: connection.exec_driver_sql(f"SELECT count(*) FROM {name}").scalar_one()
            for name in TABLES
        }
