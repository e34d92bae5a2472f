"""Contests: what an organiser declares before anyone enters, and the states a contest has."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from lachan.domain.consent import NameUse
from lachan.domain.rich.text import RichText

NO_LIMIT = 0
DEFAULT_GRACE_S = 5
# No paper is worth more.
HIGHEST_SCORE = 1000

# The name under which the predicted number of all-correct entrants is saved like an answer.
PREDICTION = "du-doan"


class EntryMode(StrEnum):
    """Who may enter: anyone, holders of a code, or those on a class list."""

    OPEN = "open"
    CODES = "codes"
    ROSTER = "roster"


class Counted(StrEnum):
    """Which of a person's attempts counts."""

    BEST = "best"
    FIRST = "first"
    LAST = "last"


class GroupBy(StrEnum):
    """What makes a group that can win a collective prize."""

    NONE = "none"
    CLASS = "class"
    SCHOOL = "school"


class Reveal(StrEnum):
    """What a contestant sees after submitting; reasons never before the contest is closed."""

    NOTHING = "nothing"
    SCORE = "score"
    REASONS = "reasons"


class RankKey(StrEnum):
    """What one can be ranked by: more correct, more points, closer, faster, earlier."""

    CORRECT = "correct"
    SCORE = "score"
    PREDICTION = "prediction"
    TIME = "time"
    SUBMITTED = "submitted"


class ContestState(StrEnum):
    """Where a contest stands; `OVER` is past its window and not yet computed."""

    UPCOMING = "upcoming"
    OPEN = "open"
    PAUSED = "paused"
    OVER = "over"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class AttemptState(StrEnum):
    """Where an attempt stands."""

    NOT_STARTED = "not_started"
    WORKING = "working"
    SUBMITTED = "submitted"


class SubmittedBy(StrEnum):
    """Who ended an attempt."""

    CONTESTANT = "contestant"
    DEADLINE = "deadline"
    ORGANISER = "organiser"


# Số câu đúng → sai lệch câu dự đoán → thời gian làm bài → nộp sớm hơn: the order most contests
# use. Where the prediction stands is for the organiser to say.
DEFAULT_RANKING = (RankKey.CORRECT, RankKey.PREDICTION, RankKey.TIME, RankKey.SUBMITTED)


@dataclass(frozen=True, slots=True)
class Prize:
    """A kind of prize and how many there are; those who share its last place all get it."""

    title: str
    count: int


@dataclass(frozen=True, slots=True)
class Contest:
    """What is declared, and frozen, before a contest opens.

    Attributes
    ----------
    rules
        Thể lệ, as the contestants read it.
    opens_at, closes_at
        The window, aware times. Nobody begins outside it, and its end cuts attempts short.
    minutes
        Time for one attempt.
    attempts
        How many a person has; `NO_LIMIT` for as many as the window allows.
    prediction
        Whether to ask how many entrants will have everything correct.
    ranking
        From the first key to the last; who is equal in all of them shares a place.
    prizes
        From the highest down.
    prize_minimum
        The score that a prize needs at least, on the paper's own scale; 0 for none.
    grace_s
        How long after the deadline the server still takes what was on its way.
    names
        What names are asked for; None asks for none, and whatever a list holds of them is dropped.
    """

    slug: str
    title: str
    rules: RichText
    opens_at: datetime
    closes_at: datetime
    minutes: int
    attempts: int = 1
    counted: Counted = Counted.BEST
    entry: EntryMode = EntryMode.OPEN
    group_by: GroupBy = GroupBy.NONE
    prediction: bool = False
    ranking: tuple[RankKey, ...] = DEFAULT_RANKING
    reveal: Reveal = Reveal.SCORE
    prizes: tuple[Prize, ...] = ()
    prize_minimum: Decimal = Decimal(0)
    grace_s: int = DEFAULT_GRACE_S
    names: NameUse | None = None

    @property
    def keys(self) -> tuple[RankKey, ...]:
        """The ranking without the prediction where none is asked for."""
        return tuple(key for key in self.ranking if self.prediction or key != RankKey.PREDICTION)


@dataclass(frozen=True, slots=True)
class ContestPlan:
    """A contest as its file plans it, before a paper is made for it.

    Attributes
    ----------
    blueprint
        Name of a blueprint of the content, or the path of a blueprint's file.
    form_count
        How many forms to shuffle; None leaves it to the blueprint.
    seed
        Decides the items and the forms; "" draws one that nobody knows.
    practice
        Id of the trial question, a practice item; "" for none.
    """

    contest: Contest
    blueprint: str
    form_count: int | None
    seed: str
    practice: str
