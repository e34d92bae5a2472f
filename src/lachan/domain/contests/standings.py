"""Finished attempts and where they stand; people appear under their pseudonyms only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from lachan.domain.contests.contest import RankKey


@dataclass(frozen=True, slots=True)
class Finished:
    """A submitted attempt with its score.

    Attributes
    ----------
    group
        Pseudonym of the class or school, "" for none.
    correct, total
        Items that were answered fully right, and all items of the form.
    score
        Points, in which a partly right answer counts in part.
    prediction
        How many entrants they thought would have everything correct; None if not said.
    time_used_us
        Microseconds from start to submission, pauses left out.
    """

    pseudonym: str
    number: int
    group: str
    correct: int
    total: int
    score: Decimal
    prediction: int | None
    time_used_us: int
    submitted_at: datetime

    @property
    def all_correct(self) -> bool:
        """Nothing missing and nothing wrong."""
        return self.correct == self.total


@dataclass(frozen=True, slots=True)
class RankedRow:
    """A place in the ranking, and what decided it.

    Attributes
    ----------
    place
        From 1; who is equal in every key shares the place, and the places after are skipped.
    distance
        How far the prediction was from the number of all-correct entrants; None if not said.
    decided_by
        The first key in which the row differs from the one above; None for the first row and
        for one that shares the place above.
    tied
        Whether others share the place.
    """

    place: int
    finished: Finished
    distance: int | None
    decided_by: RankKey | None
    tied: bool
    prize: str = ""


@dataclass(frozen=True, slots=True)
class Ranking:
    """The whole ranking; `all_correct` is what the prediction question asked for."""

    rows: tuple[RankedRow, ...]
    all_correct: int


@dataclass(frozen=True, slots=True)
class GroupRow:
    """What collective prizes are given for: how many took part, how many prizes of each kind.

    `prizes` follows the contest's list of prizes; `entrants` counts people, not attempts.
    """

    group: str
    entrants: int
    all_correct: int
    correct: int
    prizes: tuple[int, ...]
    size_place: int
    prize_place: int
