"""How a class answered, question by question, for the teacher who held the lesson."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lachan.content import Content
from lachan.domain.items import Item
from lachan.domain.live.hands import Hands, list_persons
from lachan.domain.live.live_class import Asking, Round
from lachan.domain.live.privacy import holds_back
from lachan.domain.live.results import AnswerCount, MisconceptionResult, QuestionResult
from lachan.domain.names import LEVEL_NAMES
from lachan.domain.rich.text import RichText
from lachan.grading import BarGroup, Response, count_misconceptions, parse_response
from lachan.markup import render_plain
from lachan.store.live.rooms import LiveRooms, RoomGoneError
from lachan.wire.chart import count_class, name_bar, name_part
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

    What too few answered, and what `read_live_class` leaves out, does not count. A raised hand
    counts as a child of its own in every question: nobody knows whose hands they were.

    Raises
    ------
    RoomGoneError
        Where no room with that code is kept.
    """
    known = {each.id: each for each in content.misconceptions}
    asked = [
        each
        for each in _read_asked(rooms, code, content)
        if not holds_back(each.item, each.answered)
    ]
    return [
        MisconceptionResult(round_, known[share.id], share.met, share.shown)
        for round_ in dict.fromkeys(each.round for each in asked)
        for share in count_misconceptions(_by_person(asked, round_))
        if share.id in known
    ]


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question as it was asked once, with the answer of each seat and the hands raised."""

    round: Round
    item: Item
    responses: Mapping[int, Response]
    hands: Hands | None

    @property
    def answered(self) -> int:
        return len(self.responses) + (self.hands.answered if self.hands else 0)


def _read_asked(rooms: LiveRooms, code: str, content: Content) -> Iterator[_Asked]:
    room = rooms.find_room(code)
    if room is None:
        raise RoomGoneError
    answers = rooms.load_answers(code)
    hands = rooms.load_hands(code)
    for place, stop in enumerate(room.route):
        item = find_room_item(room, stop.item_id, content) if stop.item_id else None
        if item is None or room.states[place] is Asking.NOT_YET:
            continue
        given = answers.get(place, {})
        responses = {seat: parse_response(item, raw, room.salt) for seat, raw in given.items()}
        yield _Asked(stop.round, item, responses, hands.get(place))


def _result(asked: _Asked) -> QuestionResult:
    item = asked.item
    spread = count_class(item, list(asked.responses.values()), asked.hands)
    held = holds_back(item, spread.answered)
    return QuestionResult(
        asked.round,
        item.id,
        LEVEL_NAMES[item.level],
        _plain(item.stem),
        spread.answered,
        None if held else spread.right,
        asked.hands.answered if asked.hands else 0,
        () if held else tuple(_count_answers(item, spread.groups)),
    )


def _count_answers(item: Item, groups: tuple[BarGroup, ...]) -> Iterator[AnswerCount]:
    for group in groups:
        part = " ".join(filter(None, _words(*name_part(item, group))))
        for bar in group.bars:
            answer = " ".join(filter(None, _words(*name_bar(item, group, bar))))
            yield AnswerCount(part, answer, bar.count, bar.key)


def _by_person(asked: Iterable[_Asked], round_: Round) -> list[list[tuple[Item, Response]]]:
    seats: defaultdict[int, list[tuple[Item, Response]]] = defaultdict(list)
    raised: list[list[tuple[Item, Response]]] = []
    for each in asked:
        if each.round is not round_:
            continue
        for seat, response in each.responses.items():
            seats[seat].append((each.item, response))
        if each.hands:
            raised += [[(each.item, choice)] for choice in list_persons(each.item, each.hands)]
    return [*seats.values(), *raised]


def _words(label: str, text: RichText) -> tuple[str, str]:
    return label, _plain(text)


def _plain(text: RichText) -> str:
    return " ".join(render_plain(text).split())
