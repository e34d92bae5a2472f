"""What a teacher reads afterwards: counts of the class, nobody's own answers."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import load_workbook

from lachan.analysis import misconceptions_table, questions_table, rooms_table
from lachan.content import Content
from lachan.domain.bodies import SingleChoice
from lachan.domain.items import Item
from lachan.domain.kinds import ItemType, Sensitivity
from lachan.domain.live.hands import count_hands
from lachan.domain.live.live_class import Plan, Room, RoomItem, Round, advance
from lachan.exchange.live.results import QUESTION_SHEET
from lachan.store import Store
from lachan.store.live.rooms import LiveRooms, RoomGoneError
from lachan.workflows.live.answers import read_live_class, read_live_misconceptions
from lachan.workflows.live.workbook import make_live_workbook

# Already the next day in Vietnam.
EVENING = dt.datetime(2026, 3, 1, 18, 0, tzinfo=dt.UTC)


@pytest.fixture
def rooms(store: Store) -> LiveRooms:
    return LiveRooms(store, lambda: EVENING)


def find_item(content: Content, *, guarded: bool) -> Item:
    return next(
        item
        for item in content.items
        if item.type is ItemType.SINGLE_CHOICE
        and (item.sensitivity is not Sensitivity.LOW) is guarded
    )


def ask(rooms: LiveRooms, item: Item, *right: bool) -> Room:
    """Hold a class of one question and one answer a seat."""
    room = rooms.open_room("8A", Plan.QUIZ, (RoomItem(item.id, item.revision),))
    room = rooms.save_room(advance(room))
    key = item.body.key
    wrong = next(choice.id for choice in item.body.choices if choice.id != key)
    for each in right:
        seat = rooms.take_seat(room.code)
        rooms.save_answer(room.code, seat, room.place, key if each else wrong)
    return room


def test_each_question_is_counted(rooms: LiveRooms, real_content: Content) -> None:
    item = find_item(real_content, guarded=False)
    room = ask(rooms, item, True, False, True)
    [result] = read_live_class(rooms, room.code, real_content)
    assert (Round.ONCE, item.id, 3, 2) == (
        result.round,
        result.item_id,
        result.answered,
        result.right,
    )
    [row] = questions_table([result]).to_dict("records")
    assert (2, 67) == (row["đúng"], row["đúng (%)"])


def test_two_answers_to_what_asks_for_care_stay_untold(
    rooms: LiveRooms, real_content: Content
) -> None:
    room = ask(rooms, find_item(real_content, guarded=True), True, False)
    [result] = read_live_class(rooms, room.code, real_content)
    assert (2, None) == (result.answered, result.right)
    assert questions_table([result])["đúng"].isna().all()


def test_a_corrected_question_is_left_out(rooms: LiveRooms, real_content: Content) -> None:
    item = find_item(real_content, guarded=False)
    room = ask(rooms, replace(item, stem=()), True)
    assert [] == read_live_class(rooms, room.code, real_content)


def test_a_room_that_is_gone_is_told(rooms: LiveRooms, real_content: Content) -> None:
    with pytest.raises(RoomGoneError):
        read_live_class(rooms, "ABC234", real_content)


def test_rooms_bear_the_date_in_vietnam(rooms: LiveRooms, real_content: Content) -> None:
    room = ask(rooms, find_item(real_content, guarded=False), True)
    [row] = rooms_table(rooms.list_rooms()).values.tolist()
    assert [room.code, "8A", "02/3/2026", 1, 1] == row
    assert [] == rooms_table([]).values.tolist()


def name_wrong_choice(content: Content, item: Item) -> tuple[Content, Item]:
    """Let every wrong choice of an item stand for the first misconception of the catalogue."""
    assert isinstance(item.body, SingleChoice)
    key = item.body.key
    name = content.misconceptions[0].id
    choices = tuple(
        choice if choice.id == key else replace(choice, misconception=name)
        for choice in item.body.choices
    )
    named = replace(item, body=replace(item.body, choices=choices))
    others = [named if each.id == item.id else each for each in content.items]
    return replace(content, items=tuple(others)), named


def test_wrong_answers_are_told_by_what_they_stand_for(
    rooms: LiveRooms, real_content: Content
) -> None:
    content, item = name_wrong_choice(real_content, find_item(real_content, guarded=False))
    room = ask(rooms, item, True, False, False)
    [result] = read_live_misconceptions(rooms, room.code, content)
    assert (Round.ONCE, content.misconceptions[0], 3, 2) == (
        result.round,
        result.misconception,
        result.met,
        result.shown,
    )
    [row] = misconceptions_table([result]).to_dict("records")
    assert (content.misconceptions[0].belief, 67) == (row["điều hay hiểu lầm"], row["tỉ lệ (%)"])


def test_a_hand_for_a_wrong_choice_counts_as_a_child(
    rooms: LiveRooms, real_content: Content
) -> None:
    content, item = name_wrong_choice(real_content, find_item(real_content, guarded=False))
    room = ask(rooms, item, False)
    assert isinstance(item.body, SingleChoice)
    key = item.body.key
    wrong = next(choice.id for choice in item.body.choices if choice.id != key)
    raised = {("", key): 5, ("", wrong): 2}
    rooms.save_hands(room.code, room.place, count_hands(item, raised, None, None))
    [result] = read_live_misconceptions(rooms, room.code, content)
    assert (8, 3) == (result.met, result.shown)


def test_what_too_few_answered_stands_for_nothing(rooms: LiveRooms, real_content: Content) -> None:
    content, item = name_wrong_choice(real_content, find_item(real_content, guarded=True))
    room = ask(rooms, item, False)
    assert read_live_misconceptions(rooms, room.code, content) == []
    with pytest.raises(RoomGoneError):
        read_live_misconceptions(rooms, "ABC234", content)


def test_hands_are_counted_with_the_devices(rooms: LiveRooms, real_content: Content) -> None:
    item = find_item(real_content, guarded=False)
    room = ask(rooms, item, True)
    assert isinstance(item.body, SingleChoice)
    raised = {("", item.body.key): 9}
    rooms.save_hands(room.code, room.place, count_hands(item, raised, None, None))
    [result] = read_live_class(rooms, room.code, real_content)
    assert (10, 10, 9) == (result.answered, result.right, result.by_hand)
    assert [10] == [each.count for each in result.answers if each.key]
    [row] = questions_table([result]).to_dict("records")
    assert (9, 100) == (row["giơ tay"], row["đúng (%)"])


def test_what_a_class_answered_is_a_workbook(rooms: LiveRooms, real_content: Content) -> None:
    room = ask(rooms, find_item(real_content, guarded=False), True, False, True)
    workbook = load_workbook(BytesIO(make_live_workbook(rooms, room.code, real_content)))
    [row] = workbook[QUESTION_SHEET].iter_rows(min_row=4, max_col=6, values_only=True)
    assert (3, 0, 2) == row[3:]
    with pytest.raises(RoomGoneError):
        make_live_workbook(rooms, "ABC234", real_content)
