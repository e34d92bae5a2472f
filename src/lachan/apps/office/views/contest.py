"""A contest as lists and headings show it, and moments of it in words."""

from __future__ import annotations

import datetime as dt
from typing import TypedDict

from lachan.apps.office.views.privacy import PrivacyJson, privacy_json
from lachan.domain.contests.contest import ContestState, EntryMode
from lachan.text import VIETNAM, date_in_vietnam, format_date, format_moment
from lachan.workflows.contests.views import ContestView


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
    privacy: PrivacyJson


def spell_instant(moment: dt.datetime, contest: ContestView | None = None) -> str:
    """Return "08:14:03 05/12/2026"; the day is left out where the contest has only one."""
    local = moment.astimezone(VIETNAM)
    time = f"{local:%H:%M:%S}"
    return time if contest and _is_of_one_day(contest) else f"{time} {format_date(local)}"


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
        "privacy": privacy_json(contest),
    }


def _is_of_one_day(contest: ContestView) -> bool:
    return date_in_vietnam(contest.opens_at) == date_in_vietnam(contest.closes_at)
