"""How a contest ended: a page of the ranking, the groups, and how each item was answered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from lachan.apps.office.views.contest import ContestJson, contest_json, spell_instant
from lachan.apps.office.views.people import NOBODY, PersonJson, person_json
from lachan.domain.contests.contest import Contest
from lachan.domain.contests.item_shares import ItemShare
from lachan.domain.contests.standings import RankedRow
from lachan.domain.names import RANK_KEY_NAMES
from lachan.exchange.contests.lists import format_duration
from lachan.text import format_decimal
from lachan.workflows.contests.outcome import Outcome

SHOWN_ROWS = 100


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
    """A page of the ranking from row `start` on, and all groups.

    ``minimum`` is the score that a prize needs, "" for none.
    """

    contest: ContestJson
    entrants: int
    all_correct: int
    prediction: bool
    keys: list[str]
    prizes: list[str]
    minimum: str
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
        "minimum": format_decimal(declared.prize_minimum) if declared.prize_minimum else "",
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


def _row(row: RankedRow, outcome: Outcome) -> RankedJson:
    done = row.finished
    person = outcome.people.get(done.pseudonym, NOBODY)
    return {
        "place": row.place,
        "tied": row.tied,
        **person_json(person),
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
