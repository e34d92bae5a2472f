"""Which contests have a door on the home page: those that one can enter now, or very soon."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from lachan.domain.contests.contest import ContestState

# Whoever comes early waits in the room, where the clock and the rules are.
BEFORE_OPENING = dt.timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class ContestDoor:
    """A contest that is on."""

    slug: str
    title: str
    state: ContestState


def has_door(state: ContestState, opens_at: dt.datetime, now: dt.datetime) -> bool:
    """Tell whether a contest in this state has a door."""
    if state is ContestState.UPCOMING:
        return opens_at - now <= BEFORE_OPENING
    return state in (ContestState.OPEN, ContestState.PAUSED)
