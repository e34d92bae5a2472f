"""What the server tells phones: nothing before its time, nothing about others."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from lachan.content import Content
from lachan.domain.bodies import SingleChoice
from lachan.domain.live.live_class import Plan, Room, RoomItem, advance, end
from lachan.grading import ResponseError
from lachan.limits.live import MOST_PUPILS, SILENT_SEAT
from lachan.store import Store
from lachan.store.live.rooms import LiveRooms, RoomFullError, RoomGoneError
from lachan.workflows.live.live_class import (
    FRESH_S,
    AnswerLateError,
    PupilDesk,
    SeatUnknownError,
    make_desk,
)
from support.open_files import find_open_files

NOON = dt.datetime(2026, 3, 2, 5, 0, tzinfo=dt.UTC)
TOPIC = "viec-nhe-luong-cao"


class Clock:
    now = 100.0

    def __call__(self) -> float:
        """Go on far enough for a room to be read anew."""
        self.now += FRESH_S
        return self.now


class StandingClock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def rooms(store: Store) -> LiveRooms:
    return LiveRooms(store, lambda: NOON)


@pytest.fixture
def desk(real_content: Content, rooms: LiveRooms) -> PupilDesk:
    return PupilDesk(real_content, lambda: rooms, Clock())


@pytest.fixture
def room(real_content: Content, rooms: LiveRooms) -> Room:
    return open_room(real_content, rooms)


def test_the_rooms_are_closed_with_the_desk(real_content: Content, tmp_path: Path) -> None:
    desk = make_desk(real_content, f"sqlite:///{tmp_path / 'lachan.db'}")
    desk.close()
    assert find_open_files(tmp_path) == []
    desk.purge()
    assert find_open_files(tmp_path)
    desk.close()
    assert find_open_files(tmp_path) == []


def open_room(content: Content, rooms: LiveRooms, plan: Plan = Plan.QUIZ) -> Room:
    items = [item for item in content.items if item.topic == TOPIC and item.band.value == "thcs"]
    chosen = [item for item in items if item.type.value == "single_choice"][:2]
    return rooms.open_room("Bài", plan, tuple(RoomItem(i.id, i.revision) for i in chosen))


def wrong_and_right(content: Content, room: Room, place: int) -> tuple[str, str]:
    body = content.get_item(room.route[place].item_id).body
    assert isinstance(body, SingleChoice)
    return next(choice.id for choice in body.choices if choice.id != body.key), body.key


def go(rooms: LiveRooms, room: Room, steps: int) -> Room:
    for _ in range(steps):
        room = rooms.save_room(advance(room))
    return room


@pytest.mark.parametrize("typed", ["ZZZZZZ", "", "ABC", None, 7, ["K7QF3M"], "'; --"])
def test_a_code_that_is_none_opens_nothing(desk: PupilDesk, typed: object) -> None:
    with pytest.raises(RoomGoneError):
        desk.join(typed)


def test_a_code_is_taken_as_people_type_it(desk: PupilDesk, room: Room) -> None:
    typed = f" {room.code[:3].lower()}-{room.code[3:].lower()} "
    joined = desk.join(typed)
    assert joined["code"] == room.code
    _, view = desk.look(room.code, joined["seat"], "")
    assert (view["kind"], view["item"], view["feedback"]) == ("cho", None, None)
    assert view["texts"]["live_waiting"] == "Em đã vào phòng"


def test_no_key_and_no_reason_leaves_before_the_teacher_tells(
    desk: PupilDesk, rooms: LiveRooms, room: Room, real_content: Content
) -> None:
    seat = desk.join(room.code)["seat"]
    wrong, key = wrong_and_right(real_content, room, 1)
    for steps in (1, 1):
        room = go(rooms, room, steps)
        _, view = desk.look(room.code, seat, "")
        assert view["feedback"] is None
        assert view["item"] is not None
        assert set(view["item"]) == {
            "id",
            "type",
            "stem",
            "options",
            "targets",
            "scenes",
            "chat",
            "unit",
            "words",
            "keyboard",
            "media",
        }
        assert {name for option in view["item"]["options"] for name in option} == {"id", "text"}
    go(rooms, room, 1)
    _, view = desk.look(room.code, seat, "")
    told = {option["id"]: option["key"] for option in view["feedback"]["explanation"]["options"]}
    assert (told[wrong], told[key]) == (False, True)


def test_what_has_not_changed_is_not_sent_again(
    desk: PupilDesk, rooms: LiveRooms, room: Room
) -> None:
    seat, other = desk.join(room.code)["seat"], desk.join(room.code)["seat"]
    mark, _ = desk.look(room.code, seat, "")
    assert desk.look(room.code, seat, mark) == (mark, None)
    assert desk.look(room.code, other, mark)[1] is not None
    go(rooms, room, 1)
    again, view = desk.look(room.code, seat, mark)
    assert (again != mark, view["state"], view["texts"]) == (True, "mo", None)


def test_a_phone_without_a_seat_learns_nothing(desk: PupilDesk, room: Room) -> None:
    mark, _ = desk.look(room.code, desk.join(room.code)["seat"], "")
    for seat, seen in (("x" * 22, ""), ("x" * 22, mark), ("", '"1"')):
        with pytest.raises(SeatUnknownError):
            desk.look(room.code, seat, seen)


def test_answers_are_kept_changed_and_refused(
    desk: PupilDesk, rooms: LiveRooms, room: Room, real_content: Content
) -> None:
    seat = desk.join(room.code)["seat"]
    wrong, key = wrong_and_right(real_content, room, 1)
    with pytest.raises(AnswerLateError):
        desk.answer(room.code, seat, 1, key)
    room = go(rooms, room, 1)
    for value in (wrong, key, key):
        desk.answer(room.code, seat, 1, value)
    assert rooms.count(room.code, 1) == (1, 1)
    with pytest.raises(ResponseError):
        desk.answer(room.code, seat, 1, "không có")
    with pytest.raises(SeatUnknownError):
        desk.answer(room.code, "x" * 22, 1, key)
    for stop in (0, 2, 99):
        with pytest.raises((AnswerLateError, ResponseError)):
            desk.answer(room.code, seat, stop, key)
    room = go(rooms, room, 2)
    with pytest.raises(AnswerLateError):
        desk.answer(room.code, seat, 1, wrong)
    _, view = desk.look(room.code, seat, "")
    assert (view["answer"], view["feedback"]["correct"]) == (key, True)


def test_each_phone_sees_its_own_answers_only(
    desk: PupilDesk, rooms: LiveRooms, room: Room, real_content: Content
) -> None:
    seats = [desk.join(room.code)["seat"] for _ in range(2)]
    room = go(rooms, room, 1)
    for seat, value in zip(seats, wrong_and_right(real_content, room, 1), strict=True):
        desk.answer(room.code, seat, 1, value)
    rooms.save_room(end(room, NOON))
    own = [desk.look(room.code, seat, "")[1]["own"] for seat in seats]
    assert own == [
        {"total": 1, "right": 0, "before": None, "after": None},
        {"total": 1, "right": 1, "before": None, "after": None},
    ]


def test_before_and_after_are_told_to_the_phone_that_answered(
    desk: PupilDesk, rooms: LiveRooms, real_content: Content
) -> None:
    room = open_room(real_content, rooms, Plan.BEFORE_AFTER)
    seat = desk.join(room.code)["seat"]
    room = go(rooms, room, 1)
    wrong, key = wrong_and_right(real_content, room, 1)
    desk.answer(room.code, seat, 1, wrong)
    room = go(rooms, room, 3)
    desk.answer(room.code, seat, 4, key)
    room = go(rooms, room, 6)
    _, view = desk.look(room.code, seat, "")
    assert view["own"] == {"total": 2, "right": 0, "before": 0, "after": 1}
    shown = json.dumps(view, ensure_ascii=False)
    assert room.salt not in shown


def test_a_corrected_item_is_withdrawn_from_open_rooms(
    desk: PupilDesk, rooms: LiveRooms, room: Room
) -> None:
    items = (RoomItem(room.items[0].id, "0" * 12), room.items[1])
    changed = rooms.open_room("Bài", Plan.QUIZ, items)
    seat = desk.join(changed.code)["seat"]
    go(rooms, changed, 1)
    _, view = desk.look(changed.code, seat, "")
    assert (view["state"], view["item"]) == ("mo", None)
    with pytest.raises(AnswerLateError):
        desk.answer(changed.code, seat, 1, "a")


def test_adults_are_not_called_em(desk: PupilDesk, rooms: LiveRooms, real_content: Content) -> None:
    item = next(each for each in real_content.items if each.band.value == "cong-dong")
    room = rooms.open_room("Bài", Plan.QUIZ, (RoomItem(item.id, item.revision),))
    _, view = desk.look(room.code, desk.join(room.code)["seat"], "")
    assert view["texts"]["live_waiting"] == "Đã vào phòng"


def test_a_full_room_takes_a_phone_in_place_of_a_silent_one(
    real_content: Content, rooms: LiveRooms, room: Room
) -> None:
    clock = StandingClock()
    desk = PupilDesk(real_content, lambda: rooms, clock)
    seats = [desk.join(room.code)["seat"] for _ in range(MOST_PUPILS.value)]
    with pytest.raises(RoomFullError):
        desk.join(room.code)
    clock.now += SILENT_SEAT.value
    watching = seats[0]
    mark, _ = desk.look(room.code, watching, "")
    clock.now += 1
    desk.look(room.code, watching, mark)
    assert desk.join(room.code)["code"] == room.code
    assert rooms.has_seat(room.code, watching)
    with pytest.raises(SeatUnknownError):
        desk.look(room.code, seats[1], "")
