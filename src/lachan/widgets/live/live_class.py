"""The live class on the teacher's screen: open a room, ask, close, show, tell why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any, Literal, Protocol, TypedDict

import traitlets as t

from lachan.content import Content
from lachan.domain.items import Item
from lachan.domain.kinds import Band
from lachan.domain.live.hands import Hands
from lachan.domain.live.live_class import (
    KEEP_DAYS,
    Asking,
    Plan,
    Room,
    RoomItem,
    StopKind,
    advance,
    end,
    go_back,
    keep_for,
    reopen,
    show_early,
)
from lachan.errors import LachanError
from lachan.frontend import load_module, load_styles
from lachan.widgets.answering import Answering, Handler, Message, MessageError
from lachan.widgets.invitation import InvitationJson, invitation_json, is_page_address
from lachan.widgets.live.hands import read_hands
from lachan.widgets.live.menu import OpenRoomJson, PoolJson, pool_json, rooms_json
from lachan.wire import NothingJson
from lachan.wire.chart import SpreadJson, spread_json
from lachan.wire.help import HelpJson, help_json
from lachan.wire.live import RoomJson, room_json, shows_chart
from lachan.wire.live_items import find_room_item, name_items
from lachan.wire.media import load_media
from lachan.wire.practice_topics import (
    BandJson,
    Topic,
    find_lesson,
    find_topic,
    group_by_topic,
    menu_json,
)

TICK = {"type": "tick"}


class Rooms(Protocol):
    """Where rooms are kept; `lachan.store.live.rooms.LiveRooms` is one."""

    def open_room(self, title: str, plan: Plan, items: tuple[RoomItem, ...]) -> Room: ...
    def find_room(self, code: str) -> Room | None: ...
    def list_rooms(self) -> list[tuple[Room, int]]: ...
    def save_room(self, room: Room) -> Room: ...
    def delete_room(self, code: str) -> None: ...
    def load_answers(self, code: str) -> Mapping[int, Mapping[int, Any]]: ...
    def count(self, code: str, stop: int) -> tuple[int, int]: ...
    def save_hands(self, code: str, stop: int, hands: Hands) -> None: ...
    def load_hands(self, code: str) -> Mapping[int, Hands]: ...


class SeatCountsJson(TypedDict):
    """How many phones are in the room, and how many have answered what is on show.

    ``hands`` is how many raised a hand for it; null where none have been counted.
    """

    seats: int
    answered: int
    hands: int | None


class LiveClass(Answering):
    """A live class as its teacher leads it.

    All state of a room is with `rooms`: another window, or the same page after a restart of
    the server, goes on where the class is. The browser asks every second by a message.

    Parameters
    ----------
    content
        Loaded content.
    rooms
        Where rooms are kept.
    clock
        Gives the time in UTC.
    hosts
        Tells under which addresses other machines come in now (see `invitation_json`).
    lesson_href
        Address of a lesson, in which ``{slug}`` stands for its slug.
    results_href
        Address of a class's results as a workbook, in which ``{code}`` stands for its room.

    Attributes
    ----------
    stage
        ``choose`` or ``room``.
    pool
        The items of the topic that is being looked at.
    open_rooms
        The rooms that are kept, the latest first.
    room
        Where the class is and what is asked; changes with each move only.
    counts, spread
        How many are there and have answered, and the chart; they change as answers come in.
    """

    _esm = load_module("live/class")
    _css = load_styles("live/class")

    stage = t.Unicode("choose").tag(sync=True, wire=Literal["choose", "room"])
    menu: t.List[BandJson] = t.List().tag(sync=True, wire=list[BandJson])
    pool = t.Dict().tag(sync=True, wire=PoolJson | NothingJson)
    open_rooms: t.List[OpenRoomJson] = t.List().tag(sync=True, wire=list[OpenRoomJson])
    invitation = t.Dict().tag(sync=True, wire=InvitationJson)
    counts = t.Dict().tag(sync=True, wire=SeatCountsJson)
    spread = t.Dict().tag(sync=True, wire=SpreadJson | NothingJson)
    room = t.Dict().tag(sync=True, wire=RoomJson)
    help = t.Dict().tag(sync=True, wire=HelpJson)
    results_href = t.Unicode().tag(sync=True)
    keep_days: t.List[int] = t.List().tag(sync=True, wire=list[int])

    def __init__(
        self,
        content: Content,
        rooms: Rooms,
        clock: Callable[[], dt.datetime],
        *,
        hosts: Callable[[], tuple[str, ...]] = tuple,
        lesson_href: str = "",
        results_href: str = "",
    ) -> None:
        self._content = content
        self._rooms = rooms
        self._clock = clock
        self._find_hosts = hosts
        self._invited: tuple[str, ...] = ()
        self._lesson_href = lesson_href
        self._pools = group_by_topic(content.items)
        self._address = ""
        self._shown: Room | None = None
        super().__init__(
            content.provisions,
            help=help_json(content),
            menu=menu_json(self._pools, content.lessons),
            results_href=results_href,
            keep_days=list(KEEP_DAYS),
        )
        self._list_rooms()

    def handlers(self) -> dict[str, Handler]:
        """Return what a teacher can do; nobody answers here."""
        return {
            "here": self._here,
            "pool": self._show_pool,
            "open": self._open,
            "resume": self._resume,
            "move": self._move,
            "hands": self._count_hands,
            "keep": self._keep,
            "leave": self._leave,
            "delete": self._delete,
        }

    def receive(self, message: object) -> None:
        """Act on one message; the clock's own leaves what was last told on the screen."""
        if message != TICK:
            super().receive(message)
            return
        try:
            self._tick()
        except LachanError as error:
            self.notice = str(error)

    def _here(self, message: Message) -> None:
        address = message.get("address")
        if not is_page_address(address):
            self._refuse()
        self._address = str(address)

    def _show_pool(self, message: Message) -> None:
        topic = self._get_topic(message)
        lesson = find_lesson(self._content.lessons, topic)
        before_after = lesson.before_after if lesson else ()
        self.pool = dict(pool_json(topic, self._pools[topic], before_after))

    def _open(self, message: Message) -> None:
        topic = self._get_topic(message)
        plan = next((plan for plan in Plan if plan.value == message.get("plan")), None)
        names = message.get("items")
        known = {item.id: item for item in self._pools[topic]}
        if plan is None or not isinstance(names, list) or not names:
            self._refuse()
        if len(names) > plan.most_items or len({str(name) for name in names}) != len(names):
            raise MessageError(self.texts["live_too_many"].format(most=plan.most_items))
        items = [known[name] for name in names if isinstance(name, str) and name in known]
        if len(items) != len(names):
            self._refuse()
        lesson = find_lesson(self._content.lessons, topic)
        title = lesson.title if lesson else topic[1]
        self._enter(self._rooms.open_room(title, plan, name_items(items)))

    def _resume(self, message: Message) -> None:
        room = self._rooms.find_room(str(message.get("code")))
        if room is None:
            self._list_rooms()
            raise MessageError(self.texts["live_gone"])
        self._enter(room)

    def _enter(self, room: Room) -> None:
        self.speak_to(self._find_band(room))
        self._invite(room.code)
        self._show(room)
        self.stage = "room"

    def _invite(self, code: str) -> None:
        """Tell how phones come in; a teacher may let them in while the lobby is on the wall."""
        hosts = self._find_hosts()
        invited = (self._address, code, *hosts)
        if invited != self._invited:
            self._invited = invited
            self.invitation = dict(invitation_json(self._address, code, hosts))

    def _move(self, message: Message) -> None:
        moves: dict[str, Callable[[Room], Room]] = {
            "advance": advance,
            "back": go_back,
            "reopen": reopen,
            "early": lambda room: show_early(room, True),
            "late": lambda room: show_early(room, False),
            "end": lambda room: end(room, self._clock()),
        }
        move = moves.get(str(message.get("move")))
        if move is None or self._shown is None:
            self._refuse()
        # A key pressed twice must not skip what nobody has seen.
        if message.get("version") != self._shown.version or self._shown.ended_at:
            return
        moved = move(self._shown)
        if moved != self._shown:
            self._show(self._rooms.save_room(moved))

    def _count_hands(self, message: Message) -> None:
        """Keep what the teacher counted of the question on show."""
        room = self._shown
        item = self._find_item(room) if room else None
        if room is None or item is None or room.state is Asking.NOT_YET:
            self._refuse()
        # Counted for a question that another window has left meanwhile.
        if message.get("stop") != room.place:
            return
        self._rooms.save_hands(room.code, room.place, read_hands(item, message, self.texts))
        self._show(room)

    def _keep(self, message: Message) -> None:
        days = message.get("days")
        room = self._rooms.find_room(str(message.get("code")))
        if not isinstance(days, int) or days not in KEEP_DAYS:
            self._refuse()
        if room is None:
            raise MessageError(self.texts["live_gone"])
        kept = self._rooms.save_room(keep_for(room, days))
        if self._shown is not None and self._shown.code == kept.code:
            self._show(kept)
        self._list_rooms()

    def _leave(self, _message: Message) -> None:
        self._shown = None
        self.speak_to(None)
        self._list_rooms()
        self.stage = "choose"

    def _delete(self, message: Message) -> None:
        self._rooms.delete_room(str(message.get("code")))
        self._list_rooms()

    def _tick(self) -> None:
        if self._shown is None:
            self._list_rooms()
            return
        self._invite(self._shown.code)
        room = self._rooms.find_room(self._shown.code)
        if room is None:
            self._leave({})
            self.notice = self.texts["live_gone"]
        elif room.version != self._shown.version:
            self._show(room)
        else:
            self._show_numbers(room, self._find_item(room))

    def _show(self, room: Room) -> None:
        self._shown = room
        item = self._find_item(room)
        is_result = room.stop.kind is StopKind.RESULT
        answers = self._rooms.load_answers(room.code) if is_result else {}
        # In one message: a chart must not reach the screen before the state that it belongs to.
        with self.hold_sync():
            self.media = load_media(self._content.folders, [item] if item else [])
            self._show_numbers(room, item)
            hands = self._rooms.load_hands(room.code)
            told = room_json(room, item, answers, self._content, self._lesson_href, hands)
            self.room = dict(told)

    def _show_numbers(self, room: Room, item: Item | None) -> None:
        seats, answered = self._rooms.count(room.code, room.place)
        hands = self._rooms.load_hands(room.code).get(room.place)
        if item and (revealed := shows_chart(room, item)) is not None:
            answers = self._rooms.load_answers(room.code).get(room.place, {})
            told = spread_json(
                item,
                answers,
                room.salt,
                self._content.misconceptions,
                revealed=revealed,
                hands=hands,
            )
            self.spread = dict(told)
        else:
            self.spread = {}
        counts: SeatCountsJson = {
            "seats": seats,
            "answered": answered,
            "hands": hands.answered if hands else None,
        }
        self.counts = dict(counts)

    def _list_rooms(self) -> None:
        self.open_rooms = rooms_json(self._rooms.list_rooms())

    def _get_topic(self, message: Message) -> Topic:
        return find_topic(self._pools, message) or self._refuse()

    def _find_item(self, room: Room) -> Item | None:
        name = room.stop.item_id
        return find_room_item(room, name, self._content) if name else None

    def _find_band(self, room: Room) -> Band | None:
        items = (find_room_item(room, item.id, self._content) for item in room.items)
        return next((item.band for item in items if item), None)
