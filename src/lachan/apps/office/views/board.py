"""How a contest goes while it runs: its numbers, its rooms and groups, each person."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Literal, TypedDict

from lachan.apps.office.views.contest import ContestJson, contest_json, spell_instant
from lachan.apps.office.views.people import NOBODY, PersonJson, person_json
from lachan.domain.contests.contest import Contest, GroupBy
from lachan.domain.papers.rosters import Entrant
from lachan.store.contests.attempts import SUBMITTED, WORKING
from lachan.store.contests.board import Count, Seat
from lachan.text import fold, strip_accents
from lachan.workflows.contests.office import Board
from lachan.workflows.contests.views import ContestView

SHOWN_SEATS = 200

SeatState = Literal["absent", "entered", "working", "paused", "submitted", "withdrawn"]


class CountsJson(TypedDict):
    listed: int
    entered: int
    working: int
    submitted: int


class RoomCountsJson(CountsJson):
    name: str
    paused: bool


class GroupCountsJson(CountsJson):
    name: str


class SeatJson(PersonJson):
    """One person on the board; times where an attempt is under way."""

    pseudonym: str
    room: str
    group: str
    state: SeatState
    attempt: int
    answered: int
    left_s: int | None
    seen_s: int | None
    submitted: str


class BoardJson(TypedDict):
    """How a contest goes; `hidden` seats were found and are not listed."""

    contest: ContestJson
    total: CountsJson
    rooms: list[RoomCountsJson]
    groups: list[GroupCountsJson]
    paused: bool
    seats: list[SeatJson]
    hidden: int


def board_json(
    board: Board, declared: Contest, *, room: str = "", state: str = "", query: str = ""
) -> BoardJson:
    """Return the board; seats are those that the filters leave, the first `SHOWN_SEATS`."""
    labels = board.group_labels
    seats = [
        seat_json(seat, board.people.get(seat.pseudonym, NOBODY), labels, board.contest)
        for seat in board.seats
    ]
    found = [seat for seat in seats if _matches(seat, room, state, query)]
    found.sort(key=lambda seat: (not seat["number"], seat["number"], seat["pseudonym"]))
    grouped = declared.group_by is not GroupBy.NONE
    return {
        "contest": contest_json(board.contest),
        "total": _add_up(board.counts),
        "rooms": [
            {"name": name, "paused": name in board.paused_rooms, **_add_up(counts)}
            for name, counts in _split(board.counts, lambda count: count.room).items()
            if name
        ],
        "groups": [
            {"name": labels.get(code, code), **_add_up(counts)}
            for code, counts in _split(board.counts, lambda count: count.group_code).items()
            if code and grouped
        ],
        "paused": "" in board.paused_rooms,
        "seats": found[:SHOWN_SEATS],
        "hidden": max(0, len(found) - SHOWN_SEATS),
    }


def seat_json(
    seat: Seat, person: Entrant, labels: Mapping[str, str], contest: ContestView
) -> SeatJson:
    """Return one person on the board."""
    now = contest.server_now
    at_work = seat.state == WORKING and seat.deadline_at is not None and not seat.withdrawn
    left = (seat.deadline_at - (seat.paused_at or now)) if at_work and seat.deadline_at else None
    return {
        "pseudonym": seat.pseudonym,
        **person_json(person),
        "room": seat.room,
        "group": labels.get(seat.group_code, ""),
        "state": _seat_state(seat),
        "attempt": seat.number,
        "answered": seat.answer_count,
        "left_s": None if left is None else max(0, round(left.total_seconds())),
        "seen_s": _age_s(seat.last_seen_at, now) if at_work else None,
        "submitted": spell_instant(seat.submitted_at, contest) if seat.submitted_at else "",
    }


def _seat_state(seat: Seat) -> SeatState:
    if seat.withdrawn:
        return "withdrawn"
    if seat.state == SUBMITTED:
        return "submitted"
    if seat.state == WORKING:
        return "paused" if seat.paused_at else "working"
    return "entered" if seat.entered else "absent"


def _age_s(moment: dt.datetime | None, now: dt.datetime) -> int | None:
    return None if moment is None else max(0, round((now - moment).total_seconds()))


def _matches(seat: SeatJson, room: str, state: str, query: str) -> bool:
    if (room and seat["room"] != room) or (state and seat["state"] != state):
        return False
    words = strip_accents(fold(query)).split()
    if not words:
        return True
    names = (seat["number"], seat["name"], seat["class"], seat["school"], seat["pseudonym"])
    told = strip_accents(fold(" ".join(names)))
    return all(word in told for word in words)


def _add_up(counts: Sequence[Count]) -> CountsJson:
    return {
        "listed": sum(count.listed for count in counts),
        "entered": sum(count.entered for count in counts),
        "working": sum(count.working for count in counts),
        "submitted": sum(count.submitted for count in counts),
    }


def _split(counts: Sequence[Count], name: Callable[[Count], str]) -> dict[str, list[Count]]:
    found: dict[str, list[Count]] = {}
    for count in counts:
        found.setdefault(name(count), []).append(count)
    return found
