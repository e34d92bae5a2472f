"""How a class answered, question by question, for the teacher who held the lesson."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lachan.analysis import QuestionResult
from lachan.content import Content
from lachan.domain.live.live_class import Asking, Room
from lachan.domain.live.privacy import holds_back
from lachan.domain.names import LEVEL_NAMES
from lachan.grading import count_spread, parse_response
from lachan.markup import render_plain
from lachan.store.live.rooms import LiveRooms, RoomGoneError
from lachan.wire.live_items import find_room_item


def read_live_class(rooms: LiveRooms, code: str, content: Content) -> list[QuestionResult]:
    """Return the result of every question that was asked, in the order of the room.

    Questions that have been corrected since are left out: answers to them could not be judged.

    Raises
    ------
    RoomGoneError
        Where no room with that code is kept.
    """
    room = rooms.find_room(code)
    if room is None:
        raise RoomGoneError
    return list(_results(room, rooms.load_answers(code), content))


def _results(
    room: Room, answers: Mapping[int, Mapping[int, object]], content: Content
) -> Iterator[QuestionResult]:
    for place, stop in enumerate(room.route):
        item = find_room_item(room, stop.item_id, content) if stop.item_id else None
        if item is None or room.states[place] is Asking.NOT_YET:
            continue
        given = answers.get(place, {}).values()
        spread = count_spread(item, [parse_response(item, raw, room.salt) for raw in given])
        yield QuestionResult(
            stop.round,
            item.id,
            LEVEL_NAMES[item.level],
            " ".join(render_plain(item.stem).split()),
            spread.answered,
            None if holds_back(item, spread.answered) else spread.right,
        )
