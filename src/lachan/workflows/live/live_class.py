"""A live class: the rooms for the teacher's page, and what pupils' phones may ask."""

from __future__ import annotations

import hashlib
import secrets
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import Any, TypedDict

from lachan.content import Content
from lachan.domain.bodies import Essay
from lachan.domain.items import Item
from lachan.domain.kinds import Band
from lachan.domain.live.live_class import Asking, Plan, Room, Round, StopKind
from lachan.domain.live.room_codes import is_code, read_code
from lachan.errors import LachanError
from lachan.frontend import load_texts
from lachan.grading import grade, parse_response
from lachan.store import open_store
from lachan.store.live.rooms import LiveRooms, RoomFullError, RoomGoneError
from lachan.wire.feedback import AnswerJson, FeedbackJson, feedback_json
from lachan.wire.live_items import find_room_item
from lachan.wire.media import load_media
from lachan.wire.public_item import ItemJson, public_json
from lachan.workflows.clock import utc_now
from lachan.workflows.database import open_database
from lachan.workflows.live.quiet_seats import QuietSeats


class PhoneSeatJson(TypedDict):
    """A seat that a phone has taken: the room's code, and a token that only this phone has."""

    code: str
    seat: str


class OwnJson(TypedDict):
    """How often one phone was right; `before` and `after` are null where it was asked once."""

    total: int
    right: int
    before: int | None
    after: int | None


class PhoneJson(TypedDict):
    """What a phone shows; ``texts`` comes with the first look only."""

    title: str
    kind: StopKind
    state: Asking
    place: int
    ended: bool
    number: int
    total: int
    item: ItemJson | None
    media: dict[str, str]
    answer: AnswerJson | None
    feedback: FeedbackJson | None
    own: OwnJson | None
    texts: dict[str, str] | None


# A room is read anew after this time: a class that asks every second costs one query, not 45.
FRESH_S = 0.4


class SeatUnknownError(LachanError):
    """A phone shows a seat that the room does not have."""

    def __init__(self) -> None:
        super().__init__("Máy này chưa vào phòng. Hãy gõ lại mã phòng.")


class AnswerLateError(LachanError):
    """The question was closed before the answer came."""

    def __init__(self) -> None:
        super().__init__("Câu hỏi đã đóng trước khi câu trả lời tới nơi.")


def open_live_rooms(environment: Mapping[str, str]) -> LiveRooms:
    """Return the rooms of the database that the environment names (see `open_database`).

    Who opens them closes them.
    """
    return LiveRooms(open_database(environment), utc_now)


def make_desk(content: Content, url: str) -> PupilDesk:
    """Return what answers phones from the database at `url`, opened when the first one asks."""
    return PupilDesk(content, lambda: LiveRooms(open_store(url), utc_now), time.monotonic)


@dataclass(slots=True)
class PupilDesk:
    """Answers phones; its methods block and may be called from any thread.

    Parameters
    ----------
    open_rooms
        Opens the rooms; called by the first phone, so that lessons need no database.
    clock
        Seconds that only grow, such as ``time.monotonic``.
    """

    content: Content
    open_rooms: Callable[[], LiveRooms]
    clock: Callable[[], float]
    _rooms: LiveRooms | None = None
    _lock: Lock = field(default_factory=Lock)
    _secret: bytes = field(default_factory=lambda: secrets.token_bytes(16))
    _read: dict[str, tuple[float, Room]] = field(default_factory=dict)
    _quiet: QuietSeats = field(init=False)

    def __post_init__(self) -> None:
        self._quiet = QuietSeats(self.clock)

    @property
    def rooms(self) -> LiveRooms:
        """The rooms, opened once."""
        with self._lock:
            if self._rooms is None:
                self._rooms = self.open_rooms()
            return self._rooms

    def close(self) -> None:
        """Close the rooms, if they were opened; another phone would open them again."""
        with self._lock:
            rooms, self._rooms = self._rooms, None
        if rooms is not None:
            rooms.close()

    def join(self, typed: object) -> PhoneSeatJson:
        """Give a seat in the room whose code was typed: ``{code, seat}``.

        Raises
        ------
        RoomGoneError
            Where no open room has that code.
        RoomFullError
            Where all its seats are in use.
        """
        code = read_code(typed) if isinstance(typed, str) else ""
        if not is_code(code):
            raise RoomGoneError
        seat = self._take_seat(code)
        self._quiet.note(code, seat)
        return {"code": code, "seat": seat}

    def look(self, code: str, seat: str, seen: str) -> tuple[str, PhoneJson | None]:
        """Return the mark of the room's state and what a phone shows then.

        Only a phone that has a seat can have a mark, so asking again costs no query and tells
        a guesser nothing.

        Parameters
        ----------
        seen
            The mark that the phone has already; what it shows is None where that is current.

        Raises
        ------
        RoomGoneError, SeatUnknownError
        """
        room = self._get_room(code)
        mark = self._mark(room, seat)
        if mark == seen:
            self._quiet.note(code, seat)
            return mark, None
        if not self.rooms.has_seat(code, seat):
            raise SeatUnknownError
        self._quiet.note(code, seat)
        return mark, self._view(room, self.rooms.load_own_answers(code, seat), not seen)

    def answer(self, code: str, seat: str, stop: int, raw: object) -> None:
        """Keep an answer; giving the same again changes nothing.

        Raises
        ------
        RoomGoneError, SeatUnknownError, AnswerLateError
        ResponseError
            Where the answer does not fit the question.
        """
        room = self._get_room(code)
        place = room.route[stop] if 0 <= stop < len(room.route) else None
        item = find_room_item(room, place.item_id, self.content) if place else None
        if item is None:
            raise AnswerLateError
        parse_response(item, raw, room.salt)
        if self.rooms.save_answer(code, seat, stop, raw):
            return
        if not self.rooms.has_seat(code, seat):
            raise SeatUnknownError
        raise AnswerLateError

    def purge(self) -> None:
        """Delete what has been kept long enough."""
        self.rooms.purge()
        self._read.clear()
        self._quiet.forget_all()

    def _take_seat(self, code: str) -> str:
        try:
            return self.rooms.take_seat(code)
        except RoomFullError:
            quiet = self._quiet.list_quiet(code, self.rooms.list_seats_without_answer(code))
            if not quiet or not self.rooms.take_seats_back(code, quiet):
                raise
        return self.rooms.take_seat(code)

    def _get_room(self, code: str) -> Room:
        now = self.clock()
        read_at, room = self._read.get(code, (now - FRESH_S, None))
        if room is None or now - read_at >= FRESH_S:
            room = self.rooms.find_room(code) if is_code(code) else None
            if room is None:
                self._read.pop(code, None)
                raise RoomGoneError
            self._read[code] = (now, room)
        return room

    def _mark(self, room: Room, seat: str) -> str:
        told = f"{room.code}|{room.version}|{seat}".encode()
        return f'"{hashlib.blake2b(told, key=self._secret, digest_size=8).hexdigest()}"'

    def _view(self, room: Room, answers: Mapping[int, Any], is_first: bool) -> PhoneJson:
        stop = room.stop
        item = find_room_item(room, stop.item_id, self.content) if stop.item_id else None
        numbered = [each for each in room.route if each.item_id and each.round is stop.round]
        given = answers.get(room.place)
        return {
            "title": room.title,
            "kind": stop.kind,
            "state": room.state,
            "place": room.place,
            "ended": room.ended_at is not None,
            "number": numbered.index(stop) + 1 if stop.item_id else 0,
            "total": len(numbered),
            "item": public_json(item, room.salt) if item else None,
            "media": load_media(self.content.folders, [item] if item else []),
            "answer": given,
            "feedback": self._feedback(room, item, given),
            "own": self._own(room, answers) if stop.kind is StopKind.RESULT else None,
            "texts": self._texts(room) if is_first else None,
        }

    def _feedback(self, room: Room, item: Item | None, given: object) -> FeedbackJson | None:
        if item is None or room.state is not Asking.REVEALED:
            return None
        response = None if given is None else parse_response(item, given, room.salt)
        return feedback_json(item, response, self.content.provisions, room.salt)

    def _own(self, room: Room, answers: Mapping[int, Any]) -> OwnJson:
        """Return how often this one phone was right; nobody else is shown it."""
        if room.plan is Plan.QUIZ:
            total, right = self._count(room, answers, Round.ONCE)
            return {"total": total, "right": right, "before": None, "after": None}
        total, before = self._count(room, answers, Round.BEFORE)
        _, after = self._count(room, answers, Round.AFTER)
        return {"total": total, "right": before, "before": before, "after": after}

    def _count(self, room: Room, answers: Mapping[int, Any], asked: Round) -> tuple[int, int]:
        told = [
            (place, find_room_item(room, stop.item_id, self.content))
            for place, stop in enumerate(room.route)
            if stop.round is asked and stop.item_id and room.states[place] is not Asking.NOT_YET
        ]
        # An essay is read by people.
        told = [
            (place, item) for place, item in told if not item or not isinstance(item.body, Essay)
        ]
        right = sum(
            grade(item, parse_response(item, answers[place], room.salt)).correct
            for place, item in told
            if item and place in answers
        )
        return len(told), right

    def _texts(self, room: Room) -> dict[str, str]:
        items = (find_room_item(room, each.id, self.content) for each in room.items)
        band = next((item.band for item in items if item), None)
        return load_texts(band or Band.COMMUNITY)
