"""What the office's screens say of names: what for, and until when."""

from __future__ import annotations

import datetime as dt
from typing import TypedDict

from lachan.text import date_in_vietnam, format_date
from lachan.workflows.contests.views import ContestView


class NamesJson(TypedDict):
    """Why names are asked for, who sees them, whom to tell to withdraw."""

    purposes: list[str]
    seen_by: str
    withdraw: str


class PrivacyJson(TypedDict):
    """`names` is None where none are asked for; the days are "" where there is none (yet)."""

    names: NamesJson | None
    erases: str
    erased: str


def privacy_json(contest: ContestView) -> PrivacyJson:
    """Return what a contest keeps of people, and until when."""
    names = contest.names
    told: NamesJson | None = None
    if names is not None:
        told = {
            "purposes": list(names.purposes),
            "seen_by": names.seen_by,
            "withdraw": names.withdraw,
        }
    return {
        "names": told,
        "erases": spell_day(contest.erase_at),
        "erased": spell_day(contest.erased_at),
    }


def spell_day(moment: dt.datetime | None) -> str:
    """Return the day that an aware time has in Vietnam, "" for none."""
    return format_date(date_in_vietnam(moment)) if moment else ""
