"""A live class: the way a room goes from its opening to what the class has learnt.

A room is a value. Each move returns the next room; the store keeps whichever came last, so a
server that restarts finds every class where it was.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from lachan.limits.live import LONGEST_ROOM_KEPT, ROOM_KEPT

KEPT = dt.timedelta(seconds=ROOM_KEPT.value)
# How long a teacher may have a room kept instead, from its opening, in days.
KEEP_DAYS = (2, 7, 30, LONGEST_ROOM_KEPT.value // 86400)


class Plan(StrEnum):
    """What a room is for."""

    QUIZ = "hoi-dap"
    BEFORE_AFTER = "truoc-sau"

    @property
    def most_items(self) -> int:
        """How many items a room of this plan takes at most."""
        return 5 if self is Plan.BEFORE_AFTER else 20


class StopKind(StrEnum):
    """What a class meets on the way."""

    LOBBY = "cho"
    QUESTION = "cau-hoi"
    LESSON = "hoc"
    RESULT = "ket-qua"


class Round(StrEnum):
    """Which time an item is asked."""

    ONCE = "mot-lan"
    BEFORE = "truoc"
    AFTER = "sau"


class Asking(StrEnum):
    """How far a question is; a stop that asks nothing stays at `NOT_YET`."""

    NOT_YET = "chua"
    OPEN = "mo"
    CLOSED = "dong"
    REVEALED = "dap-an"


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop on a room's way; `item_id` is empty where nothing is asked."""

    kind: StopKind
    round: Round = Round.ONCE
    item_id: str = ""


@dataclass(frozen=True, slots=True)
class RoomItem:
    """An item as it was when the room was opened."""

    id: str
    revision: str


@dataclass(frozen=True)
class Room:
    """A room of a live class.

    Attributes
    ----------
    code
        What pupils type; see `is_code`.
    salt
        Secret of the room: names steps and right sides, and mixes choices.
    states
        How far each stop of the route is, in its order.
    place
        Where on the route the class is.
    early_chart
        Whether the chart of an open question is on show.
    kept_until
        When the room and all its answers are deleted.
    version
        Grows with every change; a browser asks for what is newer than it has seen.
    """

    code: str
    title: str
    plan: Plan
    items: tuple[RoomItem, ...]
    salt: str
    opened_at: dt.datetime
    kept_until: dt.datetime
    states: tuple[Asking, ...]
    place: int = 0
    early_chart: bool = False
    ended_at: dt.datetime | None = None
    version: int = 1

    @cached_property
    def route(self) -> tuple[Stop, ...]:
        """All stops, from the lobby to the result."""
        return make_route(self.plan, [item.id for item in self.items])

    @property
    def stop(self) -> Stop:
        """Where the class is."""
        return self.route[self.place]

    @property
    def state(self) -> Asking:
        """How far the question on show is."""
        return self.states[self.place]

    @property
    def asking(self) -> int | None:
        """The stop whose answers are taken now; None where none are."""
        is_open = self.ended_at is None and self.state is Asking.OPEN
        return self.place if is_open else None

    def find_stops(self, item_id: str, asked: Round) -> list[int]:
        """Return where on the route the item is asked in that round."""
        return [
            place
            for place, stop in enumerate(self.route)
            if stop.item_id == item_id and stop.round is asked
        ]


def make_route(plan: Plan, item_ids: Sequence[str]) -> tuple[Stop, ...]:
    """Return the stops of a room: before and after a lesson, or once."""

    def ask(asked: Round) -> list[Stop]:
        return [Stop(StopKind.QUESTION, asked, item_id) for item_id in item_ids]

    lobby, result = Stop(StopKind.LOBBY), Stop(StopKind.RESULT)
    if plan is Plan.QUIZ:
        return (lobby, *ask(Round.ONCE), result)
    return (lobby, *ask(Round.BEFORE), Stop(StopKind.LESSON), *ask(Round.AFTER), result)


def open_room(
    code: str, title: str, plan: Plan, items: Sequence[RoomItem], salt: str, now: dt.datetime
) -> Room:
    """Return a new room, in its lobby."""
    stops = make_route(plan, [item.id for item in items])
    states = (Asking.NOT_YET,) * len(stops)
    return Room(code, title, plan, tuple(items), salt, now, now + KEPT, states)


def advance(room: Room) -> Room:
    """Do what comes next: close the question, tell its answer, or go on.

    What is asked before a lesson is told after it only: a chart or a key in between would
    be what the second round then measures.
    """
    if room.state is Asking.OPEN:
        closed = _put(room, Asking.CLOSED)
        return _go(closed, 1) if room.stop.round is Round.BEFORE else closed
    if room.state is Asking.CLOSED and room.stop.round is not Round.BEFORE:
        return _put(room, Asking.REVEALED)
    return _go(room, 1)


def go_back(room: Room) -> Room:
    """Go to the stop before; a question that was open there stays as it was left."""
    return _go(room, -1)


def reopen(room: Room) -> Room:
    """Take answers to a closed question again; once its answer is told, it stays closed."""
    return _put(room, Asking.OPEN) if room.state is Asking.CLOSED else room


def show_early(room: Room, shown: bool) -> Room:
    """Show or hide charts while a question is open."""
    return replace(room, early_chart=shown)


def end(room: Room, now: dt.datetime) -> Room:
    """End the room at its result: no answer is taken and its code opens nothing."""
    return room if room.ended_at else replace(room, ended_at=now, place=len(room.route) - 1)


def keep_for(room: Room, days: int) -> Room:
    """Keep the room for so many days from its opening; one of `KEEP_DAYS`."""
    return replace(room, kept_until=room.opened_at + dt.timedelta(days=days))


def _put(room: Room, state: Asking) -> Room:
    states = list(room.states)
    states[room.place] = state
    return replace(room, states=tuple(states))


def _go(room: Room, by: int) -> Room:
    place = min(max(room.place + by, 0), len(room.route) - 1)
    moved = replace(room, place=place)
    is_new = moved.stop.kind is StopKind.QUESTION and moved.state is Asking.NOT_YET
    return _put(moved, Asking.OPEN) if is_new else moved


@dataclass(frozen=True, slots=True)
class Gain:
    """What changed between two rounds, over answers given in both by the same seat."""

    answered: int
    before: int
    after: int

    def __add__(self, other: Gain) -> Gain:
        return Gain(
            self.answered + other.answered,
            self.before + other.before,
            self.after + other.after,
        )

    @property
    def normalised(self) -> Fraction | None:
        """What was learnt as a share of what there was to learn; None where nothing was.

        The normalised gain of R. R. Hake, American Journal of Physics 66 (1998) 64–74.
        """
        missing = self.answered - self.before
        return Fraction(self.after - self.before, missing) if missing else None
