"""The teacher's side of a live class, on a real database."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace

import pytest

from lachan.content import Content
from lachan.domain.live.hands import Hands
from lachan.domain.live.live_class import KEPT, Asking, StopKind
from lachan.limits.live import MOST_HANDS
from lachan.store import Store
from lachan.store.live.rooms import LiveRooms
from lachan.widgets.live.live_class import TICK, LiveClass

TOPIC = {"band": "thcs", "topic": "thu"}
QUIZ = {"type": "open", "plan": "hoi-dap", **TOPIC}
HERE = {"type": "here", "address": "http://localhost:8866/lop"}


class Clock:
    now = dt.datetime(2026, 3, 2, 5, 0, tzinfo=dt.UTC)

    def __call__(self) -> dt.datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def rooms(store: Store, clock: Clock) -> LiveRooms:
    return LiveRooms(store, clock)


@pytest.fixture
def teacher(content: Content, rooms: LiveRooms, clock: Clock) -> LiveClass:
    return make_teacher(content, rooms, clock)


def make_teacher(content: Content, rooms: LiveRooms, clock: Clock) -> LiveClass:
    href = "bai_hoc.ipynb?bai={slug}"
    teacher = LiveClass(content, rooms, clock, hosts=lambda: ("192.0.2.7",), lesson_href=href)
    teacher.receive(HERE)
    return teacher


def open_room(teacher: LiveClass, *items: str, plan: str = "hoi-dap") -> str:
    teacher.receive({**QUIZ, "plan": plan, "items": list(items)})
    assert (teacher.notice, teacher.stage) == ("", "room")
    return str(teacher.room["code"])


def move(teacher: LiveClass, *moves: str) -> None:
    for each in moves:
        teacher.receive({"type": "move", "move": each, "version": teacher.room["version"]})
        assert teacher.notice == ""


def answer(rooms: LiveRooms, code: str, stop: int, *values: object) -> list[str]:
    seats = [rooms.take_seat(code) for _ in values]
    for seat, value in zip(seats, values, strict=True):
        assert rooms.save_answer(code, seat, stop, value)
    return seats


def test_a_topic_shows_what_can_be_asked_and_picks_five(teacher: LiveClass) -> None:
    teacher.receive({"type": "pool", **TOPIC})
    rows = {row["id"]: row for row in teacher.pool["items"]}
    assert set(rows) == {"thu-mot", "thu-nhieu", "thu-nhom", "thu-ngan", "thu-am"}
    assert [row["picked"] for row in rows.values()] == [True] * 5
    assert (rows["thu-mot"]["type"], rows["thu-mot"]["guarded"]) == (
        "nhiều phương án lựa chọn",
        False,
    )


def test_a_lessons_own_questions_are_marked_and_its_room_waits_for_after(
    content: Content, rooms: LiveRooms, clock: Clock
) -> None:
    lesson = replace(content.lessons[0], before_after=("thu-ngan", "thu-nhieu"))
    teacher = make_teacher(replace(content, lessons=(lesson, *content.lessons[1:])), rooms, clock)
    teacher.receive({"type": "pool", **TOPIC})
    marked = [row["id"] for row in teacher.pool["items"] if row["before_after"]]
    assert ["thu-nhieu", "thu-ngan"] == marked

    open_room(teacher, "thu-nhieu", plan="truoc-sau")
    teacher.receive({"type": "leave"})
    assert [False] == [room["at_lesson"] for room in teacher.open_rooms]
    teacher.receive({"type": "resume", "code": teacher.open_rooms[0]["code"]})
    move(teacher, "advance", "advance")
    teacher.receive({"type": "leave"})
    assert [True] == [room["at_lesson"] for room in teacher.open_rooms]


def test_a_room_invites_under_an_address_that_others_can_reach(teacher: LiveClass) -> None:
    code = open_room(teacher, "thu-mot")
    assert teacher.invitation["shown"] == "192.0.2.7:8866/lop"
    assert teacher.invitation["code"] == code
    assert teacher.room["title"] == "Bài thử"
    assert teacher.counts == {"seats": 0, "answered": 0, "hands": None}


def test_a_lobby_tells_at_once_that_phones_may_come_in(
    content: Content, rooms: LiveRooms, clock: Clock
) -> None:
    hosts: tuple[str, ...] = ()
    teacher = LiveClass(content, rooms, clock, hosts=lambda: hosts)
    teacher.receive({"type": "here", "address": "http://localhost:8866/lop"})
    code = open_room(teacher, "thu-mot")
    assert teacher.invitation == {"code": code, "shown": "", "qr": ""}
    hosts = ("192.0.2.7",)
    teacher.receive({"type": "tick"})
    assert teacher.invitation["shown"] == "192.0.2.7:8866/lop"
    hosts = ()
    teacher.receive({"type": "tick"})
    assert teacher.invitation["shown"] == ""


def test_no_key_is_on_the_screen_before_it_is_told(teacher: LiveClass, rooms: LiveRooms) -> None:
    code = open_room(teacher, "thu-mot")
    move(teacher, "advance")
    answer(rooms, code, 1, "a", "b", "b")
    move(teacher, "advance")
    assert teacher.room["state"] == Asking.CLOSED
    shown = json.dumps([teacher.room, teacher.spread], ensure_ascii=False)
    assert "Có thêm người cùng xem" not in shown
    keys = {bar["key"] for group in teacher.spread["groups"] for bar in group["bars"]}
    assert (teacher.spread["right"], keys) == (None, {None})

    move(teacher, "advance")
    assert teacher.spread["right"] == 2
    assert "Có thêm người cùng xem" in json.dumps(teacher.room, ensure_ascii=False)
    (group,) = teacher.spread["groups"]
    assert [bar["count"] for bar in group["bars"] if bar["key"]] == [2]


def test_while_a_question_is_open_only_counts_are_shown_unless_asked(
    teacher: LiveClass, rooms: LiveRooms
) -> None:
    code = open_room(teacher, "thu-mot")
    move(teacher, "advance")
    answer(rooms, code, 1, "a", "b")
    teacher.receive(TICK)
    assert (teacher.counts, teacher.spread) == ({"seats": 2, "answered": 2, "hands": None}, {})
    move(teacher, "early")
    assert teacher.spread["answered"] == 2
    move(teacher, "late")
    assert teacher.spread == {}


def test_the_choices_stand_as_pupils_see_them(teacher: LiveClass, rooms: LiveRooms) -> None:
    code = open_room(teacher, "thu-mot")
    move(teacher, "advance")
    order = [option["id"] for option in teacher.room["item"]["options"]]
    assert sorted(order) == ["a", "b", "c", "d"]
    assert order[3] == "d"
    answer(rooms, code, 1, order[0])
    move(teacher, "advance")
    (group,) = teacher.spread["groups"]
    assert [(bar["label"], bar["count"]) for bar in group["bars"]] == [
        ("A.", 1),
        ("B.", 0),
        ("C.", 0),
        ("D.", 0),
    ]


def test_a_press_too_many_skips_nothing(teacher: LiveClass) -> None:
    open_room(teacher, "thu-mot", "thu-ngan")
    first = teacher.room["version"]
    for _ in range(2):
        teacher.receive({"type": "move", "move": "advance", "version": first})
    assert (teacher.room["place"], teacher.room["state"]) == (1, Asking.OPEN)


def test_another_window_goes_on_where_the_class_is(
    content: Content, rooms: LiveRooms, clock: Clock, teacher: LiveClass
) -> None:
    code = open_room(teacher, "thu-mot", "thu-ngan")
    move(teacher, "advance")

    other = make_teacher(content, rooms, clock)
    assert [(each["code"], each["ended"]) for each in other.open_rooms] == [(code, False)]
    other.receive({"type": "resume", "code": code})
    assert other.room == teacher.room
    move(other, "advance")
    teacher.receive(TICK)
    assert teacher.room == other.room


def test_a_move_that_lost_the_race_is_told_and_the_screen_catches_up(
    content: Content, rooms: LiveRooms, clock: Clock, teacher: LiveClass
) -> None:
    code = open_room(teacher, "thu-mot")
    other = make_teacher(content, rooms, clock)
    other.receive({"type": "resume", "code": code})
    move(other, "advance")
    teacher.receive({"type": "move", "move": "advance", "version": teacher.room["version"]})
    assert "cửa sổ khác" in teacher.notice
    teacher.receive(TICK)
    assert "cửa sổ khác" in teacher.notice
    assert teacher.room == other.room


def test_before_and_after_give_the_class_its_gain(teacher: LiveClass, rooms: LiveRooms) -> None:
    code = open_room(teacher, "thu-ngan", "thu-am", plan="truoc-sau")
    move(teacher, "advance")
    seats = answer(rooms, code, 1, "111", "113", "113", "113")
    move(teacher, "advance")
    assert teacher.spread == {}
    for seat in seats:
        rooms.save_answer(code, seat, 2, "1")
    move(teacher, "advance")
    assert teacher.room["kind"] == StopKind.LESSON
    assert teacher.room["lesson"] == {"title": "Bài thử", "href": "bai_hoc.ipynb?bai=thu"}

    move(teacher, "advance")
    for seat, value in zip(seats, ("111", "111", "111", "113"), strict=True):
        rooms.save_answer(code, seat, 4, value)
    # Who comes late has nothing to be compared with.
    answer(rooms, code, 4, "113")
    move(teacher, "advance", "advance", "advance")
    for seat in seats[:2]:
        rooms.save_answer(code, seat, 5, "-0,5")
    move(teacher, "advance", "advance", "advance")

    assert teacher.room["kind"] == StopKind.RESULT
    result = teacher.room["result"]
    rows = [{name: row[name] for name in ("answered", "before", "after")} for row in result["rows"]]
    assert rows == [
        {"answered": 4, "before": 25, "after": 75},
        {"answered": 2, "before": 0, "after": 100},
    ]
    assert [row["gain"] for row in result["rows"]] == [67, 100]
    expected = {"answered": 6, "by_hand": 0, "held": False, "before": 17, "after": 83, "gain": 80}
    assert result["total"] == expected


def test_a_quiz_ends_with_each_question_that_was_asked(
    teacher: LiveClass, rooms: LiveRooms
) -> None:
    code = open_room(teacher, "thu-ngan", "thu-am")
    move(teacher, "advance")
    answer(rooms, code, 1, "111", "111", "113")
    move(teacher, "end")
    assert (teacher.room["ended"], teacher.room["kind"]) == (True, StopKind.RESULT)
    (row,) = teacher.room["result"]["rows"]
    assert (row["answered"], row["right"], row["percent"]) == (3, 2, 67)
    before = teacher.room
    move(teacher, "advance", "back")
    assert teacher.room == before
    teacher.receive({"type": "leave"})
    assert [(each["code"], each["ended"]) for each in teacher.open_rooms] == [(code, True)]


def test_a_room_that_is_gone_leads_back_to_the_list(
    teacher: LiveClass, clock: Clock, rooms: LiveRooms
) -> None:
    open_room(teacher, "thu-mot")
    clock.now += KEPT
    teacher.receive(TICK)
    assert (teacher.stage, teacher.open_rooms) == ("choose", [])
    assert teacher.notice
    teacher.receive({"type": "resume", "code": "K7QF3M"})
    assert (teacher.stage, bool(teacher.notice)) == ("choose", True)


def test_deleting_takes_the_room_off_the_list(teacher: LiveClass) -> None:
    code = open_room(teacher, "thu-mot")
    teacher.receive({"type": "leave"})
    teacher.receive({"type": "delete", "code": code})
    assert teacher.open_rooms == []


@pytest.mark.parametrize(
    "message",
    [
        {**QUIZ, "items": []},
        {**QUIZ, "items": ["thu-mot", "thu-mot"]},
        {**QUIZ, "items": ["thu-thi"]},
        {**QUIZ, "items": ["thu-nhap"]},
        {**QUIZ, "items": [["thu-mot"]]},
        {**QUIZ, "items": "thu-mot"},
        {**QUIZ, "topic": "khác", "items": ["thu-mot"]},
        {**QUIZ, "plan": "cham-diem", "items": ["thu-mot"]},
        {"type": "pool", "band": "thcs", "topic": ["thu"]},
        {"type": "here", "address": "javascript:alert(1)"},
        {"type": "here", "address": "http://localhost:8866/lop?x=1"},
        {"type": "here", "address": "http://localhost:cổng/lop"},
        {"type": "move", "move": "advance", "version": 1},
        {"type": "answer", "item": "thu-mot", "response": "b"},
        "tick",
    ],
)
def test_what_cannot_be_done_gets_a_notice(teacher: LiveClass, message: object) -> None:
    teacher.receive(message)
    assert teacher.notice
    assert (teacher.stage, teacher.open_rooms) == ("choose", [])


def count(teacher: LiveClass, *counts: list[object], **besides: object) -> None:
    message = {
        "type": "hands",
        "stop": teacher.room.get("place"),
        "counts": list(counts),
        **besides,
    }
    teacher.receive(message)


def test_a_class_without_devices_is_counted_and_charted(teacher: LiveClass) -> None:
    open_room(teacher, "thu-mot")
    move(teacher, "advance")
    parts = teacher.room["hands"]["parts"]
    assert [each["label"] for each in parts[0]["fields"]] == ["A.", "B.", "C.", "D."]
    count(teacher, ["", "a", 5], ["", "b", 20])
    assert (teacher.notice, teacher.counts) == ("", {"seats": 0, "answered": 0, "hands": 25})
    move(teacher, "advance", "advance")
    assert (teacher.spread["by_hand"], teacher.spread["right"]) == (25, 20)
    move(teacher, "advance")
    (row,) = teacher.room["result"]["rows"]
    assert (row["answered"], row["by_hand"], row["right"]) == (25, 25, 20)


def test_a_second_count_takes_the_place_of_the_first(teacher: LiveClass, rooms: LiveRooms) -> None:
    code = open_room(teacher, "thu-ngan")
    move(teacher, "advance")
    count(teacher, answered=30, right=40)
    assert "lớn hơn số người đã trả lời" in teacher.notice
    assert rooms.load_hands(code) == {}
    count(teacher, answered=30, right=12)
    count(teacher, answered=31, right=13)
    assert {1: Hands(31, 13, {})} == rooms.load_hands(code)


def test_a_count_for_a_question_that_was_left_is_not_kept(
    teacher: LiveClass, rooms: LiveRooms
) -> None:
    code = open_room(teacher, "thu-mot", "thu-ngan")
    move(teacher, "advance")
    teacher.receive({"type": "hands", "stop": 2, "counts": [["", "a", 5]]})
    assert ("", {}) == (teacher.notice, rooms.load_hands(code))


@pytest.mark.parametrize(
    "counts",
    [
        None,
        "aaa",
        [["", "a"]],
        [["", "a", 1.5]],
        [["", "a", True]],
        [["", "a", "5"]],
        [["", "a", -1]],
        [["", "a", MOST_HANDS.value + 1]],
        [["", ["a"], 1]],
        [["", "e", 1]],
    ],
)
def test_what_is_no_count_gets_a_notice(
    teacher: LiveClass, rooms: LiveRooms, counts: object
) -> None:
    code = open_room(teacher, "thu-mot")
    move(teacher, "advance")
    teacher.receive({"type": "hands", "stop": 1, "counts": counts})
    assert teacher.notice
    assert rooms.load_hands(code) == {}


def test_nothing_is_counted_where_nothing_is_asked_or_any_more(teacher: LiveClass) -> None:
    count(teacher, ["", "a", 5])
    assert teacher.notice
    open_room(teacher, "thu-mot")
    count(teacher, ["", "a", 5])
    assert teacher.notice
    assert teacher.room["hands"] is None
    move(teacher, "advance", "end")
    count(teacher, ["", "a", 5])
    assert teacher.notice
    assert teacher.room["hands"] is None


def test_a_room_is_kept_for_as_long_as_its_teacher_says(teacher: LiveClass, clock: Clock) -> None:
    code = open_room(teacher, "thu-mot")
    opened = clock.now
    assert teacher.keep_days == [2, 7, 30, 300]
    teacher.receive({"type": "keep", "code": code, "days": 30})
    until = opened + dt.timedelta(days=30)
    assert (until.isoformat(), "") == (teacher.room["kept_until"], teacher.notice)
    clock.now = until - dt.timedelta(seconds=1)
    teacher.receive({"type": "leave"})
    assert [(each["code"], each["keep_days"]) for each in teacher.open_rooms] == [(code, 30)]
    clock.now = until
    teacher.receive(TICK)
    assert teacher.open_rooms == []


@pytest.mark.parametrize("days", [0, 3, 1000, "7", None, True, [7]])
def test_a_room_is_kept_for_no_other_time(teacher: LiveClass, days: object) -> None:
    code = open_room(teacher, "thu-mot")
    before = teacher.room["kept_until"]
    teacher.receive({"type": "keep", "code": code, "days": days})
    assert (before, True) == (teacher.room["kept_until"], bool(teacher.notice))


def test_a_room_that_is_gone_cannot_be_kept(teacher: LiveClass) -> None:
    teacher.receive({"type": "keep", "code": "K7QF3M", "days": 7})
    assert "không còn" in teacher.notice
