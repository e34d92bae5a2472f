"""What the office's screens are told, as JSON; times are those of clocks in Vietnam."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Literal, TypedDict

from lachan.domain.contests.contest import Contest, ContestState, EntryMode, GroupBy
from lachan.domain.contests.item_shares import ItemShare
from lachan.domain.contests.standings import RankedRow
from lachan.domain.names import RANK_KEY_NAMES
from lachan.domain.papers.rosters import Entrant
from lachan.exchange.contests.lists import format_duration
from lachan.store.contests.acts import StoredAct
from lachan.store.contests.attempts import SUBMITTED, WORKING
from lachan.store.contests.board import Count, Seat
from lachan.text import (
    VIETNAM,
    date_in_vietnam,
    fold,
    format_date,
    format_decimal,
    format_moment,
    strip_accents,
)
from lachan.workflows.contests.office import Board
from lachan.workflows.contests.outcome import Outcome
from lachan.workflows.contests.views import ContestView

SHOWN_SEATS = 200
SHOWN_ROWS = 100
NOBODY = Entrant("")

SeatState = Literal["absent", "entered", "working", "paused", "submitted"]


class ContestJson(TypedDict):
    """A contest as lists and headings show it; `left_s` until it opens or, then, closes."""

    slug: str
    title: str
    state: ContestState
    window: str
    opens: str
    closes: str
    closes_local: str
    left_s: int
    minutes: int
    attempts: int
    entry: EntryMode
    item_count: int
    commitment: str
    message: str


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


# A class is named by a word of Python's.
PersonJson = TypedDict("PersonJson", {"number": str, "name": str, "class": str, "school": str})


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


class RankedJson(PersonJson):
    """A row of the ranking."""

    place: int
    tied: bool
    pseudonym: str
    correct: str
    score: str
    prediction: int | None
    distance: int | None
    time: str
    submitted: str
    decided_by: str
    prize: str


class GroupJson(TypedDict):
    name: str
    entrants: int
    prizes: list[int]
    all_correct: int
    size_place: int
    prize_place: int


class OutcomeJson(TypedDict):
    """A page of the ranking from row `start` on, and all groups."""

    contest: ContestJson
    entrants: int
    all_correct: int
    prediction: bool
    keys: list[str]
    prizes: list[str]
    named: bool
    start: int
    rows: list[RankedJson]
    groups: list[GroupJson]


class ShareJson(TypedDict):
    """How an item was answered."""

    stem: str
    asked: int
    answered: int
    correct: int
    percent: int | None


class ActJson(TypedDict):
    number: int
    at: str
    act: str
    subject: str
    amount: int
    who: str
    reason: str


def spell_instant(moment: dt.datetime, contest: ContestView | None = None) -> str:
    """Return "08:14:03 05/12/2026"; the day is left out where the contest has only one."""
    local = moment.astimezone(VIETNAM)
    time = f"{local:%H:%M:%S}"
    return time if contest and _is_of_one_day(contest) else f"{time} {format_date(local)}"


def _is_of_one_day(contest: ContestView) -> bool:
    return date_in_vietnam(contest.opens_at) == date_in_vietnam(contest.closes_at)


def spell_window(contest: ContestView) -> str:
    """Return when a contest is open and how long an attempt may take."""
    opens = contest.opens_at
    one_day = _is_of_one_day(contest)
    begin = f"{opens.astimezone(VIETNAM):%H:%M}" if one_day else format_moment(opens)
    return f"{begin} đến {format_moment(contest.closes_at)} · {contest.minutes} phút"


def contest_json(contest: ContestView) -> ContestJson:
    """Return a contest as lists and headings show it."""
    now, state = contest.server_now, contest.state
    until = contest.opens_at if state is ContestState.UPCOMING else contest.closes_at
    return {
        "slug": contest.slug,
        "title": contest.title,
        "state": state,
        "window": spell_window(contest),
        "opens": format_moment(contest.opens_at),
        "closes": format_moment(contest.closes_at),
        "closes_local": f"{contest.closes_at.astimezone(VIETNAM):%Y-%m-%dT%H:%M}",
        "left_s": max(0, round((until - now).total_seconds())),
        "minutes": contest.minutes,
        "attempts": contest.attempts,
        "entry": contest.entry,
        "item_count": contest.item_count,
        "commitment": contest.key_commitment,
        "message": contest.message,
    }


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
    at_work = seat.state == WORKING and seat.deadline_at is not None
    left = (seat.deadline_at - (seat.paused_at or now)) if at_work and seat.deadline_at else None
    return {
        "pseudonym": seat.pseudonym,
        **_person(person),
        "room": seat.room,
        "group": labels.get(seat.group_code, ""),
        "state": _seat_state(seat),
        "attempt": seat.number,
        "answered": seat.answer_count,
        "left_s": None if left is None else max(0, round(left.total_seconds())),
        "seen_s": _age_s(seat.last_seen_at, now) if at_work else None,
        "submitted": spell_instant(seat.submitted_at, contest) if seat.submitted_at else "",
    }


def outcome_json(outcome: Outcome, declared: Contest, start: int = 0) -> OutcomeJson:
    """Return a page of the ranking, and all groups."""
    rows = outcome.ranking.rows[start : start + SHOWN_ROWS]
    return {
        "contest": contest_json(outcome.contest),
        "entrants": len(outcome.ranking.rows),
        "all_correct": outcome.ranking.all_correct,
        "prediction": declared.prediction,
        "keys": [RANK_KEY_NAMES[key] for key in declared.keys],
        "prizes": [prize.title for prize in declared.prizes],
        "named": bool(outcome.people),
        "start": start,
        "rows": [_row(row, outcome) for row in rows],
        "groups": [
            {
                "name": outcome.group_labels.get(group.group, group.group),
                "entrants": group.entrants,
                "prizes": list(group.prizes),
                "all_correct": group.all_correct,
                "size_place": group.size_place,
                "prize_place": group.prize_place,
            }
            for group in outcome.groups
        ],
    }


def shares_json(shares: Sequence[ItemShare]) -> list[ShareJson]:
    """Return how each item was answered."""
    return [
        {
            "stem": share.stem,
            "asked": share.asked,
            "answered": share.answered,
            "correct": share.correct,
            "percent": share.percent,
        }
        for share in shares
    ]


def log_json(acts: Sequence[StoredAct], people: Mapping[str, Entrant]) -> list[ActJson]:
    """Return the audit log, the latest act first."""
    return [
        {
            "number": act.number,
            "at": spell_instant(act.at),
            "act": act.act,
            "subject": _name_subject(act, people),
            "amount": act.amount,
            "who": act.who,
            "reason": act.reason,
        }
        for act in reversed(acts)
    ]


def _name_subject(act: StoredAct, people: Mapping[str, Entrant]) -> str:
    # What closing is about is the root of all answers' hashes, which says nothing to people.
    if act.act == "close":
        return ""
    person = people.get(act.subject, NOBODY)
    return " – ".join(filter(None, (person.number, person.name))) or act.subject


def _person(person: Entrant) -> PersonJson:
    return {
        "number": person.number,
        "name": person.name,
        "class": person.class_name,
        "school": person.school,
    }


def _row(row: RankedRow, outcome: Outcome) -> RankedJson:
    done = row.finished
    person = outcome.people.get(done.pseudonym, NOBODY)
    return {
        "place": row.place,
        "tied": row.tied,
        **_person(person),
        "pseudonym": done.pseudonym,
        "correct": f"{done.correct}/{done.total}",
        "score": format_decimal(done.score),
        "prediction": done.prediction,
        "distance": row.distance,
        "time": format_duration(done.time_used_us),
        "submitted": spell_instant(done.submitted_at, outcome.contest),
        "decided_by": RANK_KEY_NAMES[row.decided_by] if row.decided_by else "",
        "prize": row.prize,
    }


def _seat_state(seat: Seat) -> SeatState:
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
