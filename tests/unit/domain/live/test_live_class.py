"""A room's way: what each move leads to, and what no order of moves can bring about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lachan.domain.live.live_class import (
    KEEP_DAYS,
    Asking,
    Gain,
    Plan,
    Room,
    RoomItem,
    Round,
    StopKind,
    advance,
    end,
    go_back,
    keep_for,
    make_route,
    open_room,
    reopen,
    show_early,
)

NOON = dt.datetime(2026, 3, 2, 5, 0, tzinfo=dt.UTC)
ITEMS = (RoomItem("cau-mot", "aaaaaaaaaaaa"), RoomItem("cau-hai", "bbbbbbbbbbbb"))


def make_room(plan: Plan = Plan.QUIZ) -> Room:
    return open_room("K7QF3M", "Bài thử", plan, ITEMS, "muối", NOON)


def go_through(room: Room) -> list[tuple[StopKind, Round, str, Asking]]:
    seen = []
    while True:
        seen.append((room.stop.kind, room.stop.round, room.stop.item_id, room.state))
        moved = advance(room)
        if moved == room:
            return seen
        room = moved


def test_questions_are_opened_closed_and_told_one_by_one() -> None:
    asked = [
        (StopKind.QUESTION, Round.ONCE, item.id, state)
        for item in ITEMS
        for state in (Asking.OPEN, Asking.CLOSED, Asking.REVEALED)
    ]
    assert go_through(make_room()) == [
        (StopKind.LOBBY, Round.ONCE, "", Asking.NOT_YET),
        *asked,
        (StopKind.RESULT, Round.ONCE, "", Asking.NOT_YET),
    ]


def test_before_the_lesson_nothing_is_told() -> None:
    seen = go_through(make_room(Plan.BEFORE_AFTER))
    before = [(item_id, state) for _, asked, item_id, state in seen if asked is Round.BEFORE]
    after = [state for _, asked, _, state in seen if asked is Round.AFTER]
    assert before == [("cau-mot", Asking.OPEN), ("cau-hai", Asking.OPEN)]
    assert after == [Asking.OPEN, Asking.CLOSED, Asking.REVEALED] * 2
    assert [kind for kind, *_ in seen].count(StopKind.LESSON) == 1


def test_both_rounds_ask_the_same_items() -> None:
    room = make_room(Plan.BEFORE_AFTER)
    assert room.find_stops("cau-hai", Round.BEFORE) == [2]
    assert room.find_stops("cau-hai", Round.AFTER) == [5]
    assert room.find_stops("cau-hai", Round.ONCE) == []


def test_going_back_leaves_a_question_as_it_was() -> None:
    room = make_room()
    for _ in range(4):
        room = advance(room)
    assert (room.place, room.state) == (2, Asking.OPEN)
    back = go_back(room)
    assert (back.place, back.state, back.asking) == (1, Asking.REVEALED, None)
    again = advance(back)
    assert (again.place, again.asking) == (2, 2)
    first = make_room()
    assert go_back(first) == first


def test_only_a_closed_question_can_be_opened_again() -> None:
    open_ = advance(make_room())
    closed = advance(open_)
    revealed = advance(closed)
    assert reopen(closed) == open_
    assert (reopen(open_), reopen(revealed)) == (open_, revealed)


def test_an_ended_room_takes_no_answer() -> None:
    room = advance(make_room())
    ended = end(room, NOON)
    assert (room.asking, ended.asking, ended.ended_at) == (1, None, NOON)
    assert (ended.stop.kind, ended.states) == (StopKind.RESULT, room.states)
    assert end(ended, NOON + dt.timedelta(hours=1)) == ended


MOVES: dict[str, Callable[[Room], Room]] = {
    "advance": advance,
    "back": go_back,
    "reopen": reopen,
    "early": lambda room: show_early(room, not room.early_chart),
}


@given(st.sampled_from(Plan), st.lists(st.sampled_from(sorted(MOVES)), max_size=40))
def test_no_order_of_moves_tells_an_answer_too_early(plan: Plan, moves: list[str]) -> None:
    room = make_room(plan)
    for name in moves:
        before = room
        room = MOVES[name](room)
        told = {
            place
            for place, (old, new) in enumerate(zip(before.states, room.states, strict=True))
            if new is Asking.REVEALED and old is not Asking.REVEALED
        }
        for place in told:
            assert before.states[place] is Asking.CLOSED
        for stop, state in zip(room.route, room.states, strict=True):
            asks = stop.kind is StopKind.QUESTION
            assert asks or state is Asking.NOT_YET
            assert not (stop.round is Round.BEFORE and state is Asking.REVEALED)
        assert 0 <= room.place < len(room.route)


@pytest.mark.parametrize(("plan", "most"), [(Plan.QUIZ, 20), (Plan.BEFORE_AFTER, 5)])
def test_a_plan_says_how_many_items_it_takes(plan: Plan, most: int) -> None:
    assert plan.most_items == most
    assert len(make_route(plan, ["x"] * most)) == (most + 2 if plan is Plan.QUIZ else 2 * most + 3)


def test_gain_is_a_share_of_what_there_was_to_learn() -> None:
    one, other = Gain(10, 4, 7), Gain(10, 6, 9)
    assert one.normalised == Fraction(1, 2)
    assert one + other == Gain(20, 10, 16)
    assert (one + other).normalised == Fraction(3, 5)
    assert Gain(10, 6, 3).normalised == Fraction(-3, 4)
    assert Gain(4, 4, 4).normalised is None
    assert Gain(0, 0, 0).normalised is None


def test_rooms_are_values() -> None:
    room = make_room()
    assert replace(room) == room
    assert room.route is room.route


def test_a_room_is_kept_for_so_many_days_from_its_opening() -> None:
    room = make_room()
    assert {(keep_for(room, days).kept_until - room.opened_at).days for days in KEEP_DAYS} == {
        *KEEP_DAYS
    }
