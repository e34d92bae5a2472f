"""The audit log of a contest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypedDict

from lachan.apps.office.views.contest import spell_instant
from lachan.apps.office.views.people import NOBODY
from lachan.domain.papers.rosters import Entrant
from lachan.store.contests.acts import StoredAct


class ActJson(TypedDict):
    number: int
    at: str
    act: str
    subject: str
    amount: int
    who: str
    reason: str


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
