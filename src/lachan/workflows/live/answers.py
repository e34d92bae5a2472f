"""How a class answered, question by question, for the teacher who held the lesson."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from lachan.analysis import MisconceptionResult, QuestionResult
from lachan.content import Content
from lachan.domain.items import Item
from lachan.domain.live.live_class import Asking, Round
from lachan.domain.live.privacy import holds_back
from lachan.domain.names import LEVEL_NAMES
from lachan.grading import Response, count_misconceptions, count_spread, parse_response
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
    return [_result(each) for each in _read_asked(rooms, code, content)]


def read_live_misconceptions(
    rooms: LiveRooms, code: str, content: Content
) -> list[MisconceptionResult]:
    """Return what a class's wrong answers stand for, each round by itself, most widespread first.

    What too few answered, and what `read_live_class` leaves out, does not count.

    Raises
    ------
    RoomGoneError
        Where no room with that code is kept.
    """
    known = {each.id: each for each in content.misconceptions}
    asked = [
        each
        for each in _read_asked(rooms, code, content)
        if not holds_back(each.item, len(each.responses))
    ]
    return [
        MisconceptionResult(round_, known[share.id], share.met, share.shown)
        for round_ in dict.fromkeys(each.round for each in asked)
        for share in count_misconceptions(_by_seat(each for each in asked if each.round is round_))
        if share.id in known
    ]


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question as it was asked once, with the answer of each seat."""

    round: Round
    item: Item
    responses: Mapping[int, Response]


def _read_asked(rooms: LiveRooms, code: str, content: Content) -> Iterator[_Asked]:
    room = rooms.find_room(code)
    if room is None:
        raise RoomGoneError
    answers = rooms.load_answers(code)
    for place, stop in enumerate(room.route):
        item = find_room_item(room, stop.item_id, content) if stop.item_id else None
        if item is None or room.states[place] is Asking.NOT_YET:
            continue
        given = answers.get(place, {})
        responses = {seat: parse_response(item, raw, room.salt) for seat, raw in given.items()}
        yield _Asked(stop.round, item, responses)


def _result(asked: _Asked) -> QuestionResult:
    item = asked.item
    spread = count_spread(item, list(asked.responses.values()))
    return QuestionResult(
        asked.round,
        item.id,
        LEVEL_NAMES[item.level],
        " ".join(render_plain(item.stem).split()),
        spread.answered,
        None if holds_back(item, spread.answered) else spread.right,
    )


def _by_seat(asked: Iterable[_Asked]) -> Collection[list[tuple[Item, Response]]]:
    seats: defaultdict[int, list[tuple[Item, Response]]] = defaultdict(list)
    for each in asked:
        for seat, response in each.responses.items():
            seats[seat].append((each.item, response))
    return seats.values()
