"""What the contest room and the organisers' screens are told; all times are aware, in UTC.

Nothing here holds a key, a reason or a name, except
`ResultView.feedback`, which is empty until the contest is closed, and the board's people.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from lachan.domain.consent import NameUse
from lachan.domain.contests.contest import (
    AttemptState,
    ContestState,
    EntryMode,
    Reveal,
    SubmittedBy,
)
from lachan.domain.kinds import Band
from lachan.domain.rich.nodes import BlockNode
from lachan.errors import LachanError
from lachan.wire.feedback import FeedbackJson
from lachan.wire.public_item import FormItemJson, ItemJson


class Refusal(StrEnum):
    """Why something was not done; stable names for programs, beside the words for people."""

    UNKNOWN_CONTEST = "unknown_contest"
    UNKNOWN_CODE = "unknown_code"
    BAD_CODE = "bad_code"
    SIGNED_OUT = "signed_out"
    SUPERSEDED = "superseded"
    NOT_OPEN = "not_open"
    OVER = "over"
    PAUSED = "paused"
    CANCELLED = "cancelled"
    NO_ATTEMPT = "no_attempt"
    NO_MORE_ATTEMPTS = "no_more_attempts"
    SUBMITTED = "submitted"
    LATE = "late"
    UNKNOWN_ITEM = "unknown_item"
    BAD_SEQUENCE = "bad_sequence"
    BAD_VALUE = "bad_value"
    TOO_OFTEN = "too_often"
    NOT_CLOSED = "not_closed"


class ContestError(LachanError):
    """Something was not done; the text says why to the person, `reason` to the program."""

    def __init__(self, reason: Refusal, message: str) -> None:
        self.reason = reason
        super().__init__(message)


class EntryError(ContestError):
    """Nobody enters like this; who guesses codes gets only this."""


@dataclass(frozen=True, slots=True)
class ContestView:
    """A contest as anyone may see it before entering.

    Attributes
    ----------
    short
        The short path that leads to its room, a number: few enough letters to be typed from a
        card.
    band
        Who its paper is for: pupils are spoken to as pupils.
    rules
        Rich text as JSON nodes.
    attempts
        How many a person has, 0 for no limit.
    practice
        The trial question without its key, in the shape of `AttemptView.items`; None where
        there is none.
    key_commitment
        SHA-256 in hex of the nonce and the whole key; both are revealed after closing.
    message
        What the organisers tell everyone now; empty where nothing.
    names
        What names are asked for, and why; None where none are.
    erase_at
        When what is known of people goes; None for contests of before it was asked.
    erased_at
        When it went.
    """

    slug: str
    short: str
    title: str
    band: Band
    rules: tuple[BlockNode, ...]
    state: ContestState
    opens_at: datetime
    closes_at: datetime
    minutes: int
    attempts: int
    entry: EntryMode
    prediction: bool
    reveal: Reveal
    item_count: int
    practice: ItemJson | None
    key_commitment: str
    message: str
    names: NameUse | None
    erase_at: datetime | None
    erased_at: datetime | None
    server_now: datetime


@dataclass(frozen=True, slots=True)
class Session:
    """A way into a contest for one device.

    Attributes
    ----------
    token
        For the cookie; the store keeps only its hash.
    code
        A new personal code in open mode, to come again with from another device; else "".
    pseudonym
        The entrant's name in all public lists.
    replaced
        Another device was in and is now told so.
    """

    token: str = field(repr=False)
    code: str = field(repr=False)
    pseudonym: str
    replaced: bool


@dataclass(frozen=True, slots=True)
class SavedAnswer:
    """The answer that counts now: the one with the highest sequence number; None if cleared."""

    seq: int
    value: object


@dataclass(frozen=True, slots=True)
class AttemptView:
    """Everything a device needs after a reload.

    Attributes
    ----------
    entrant_number, entrant_name
        As the class list has them, to find oneself by; empty where nothing is known, and on a
        device that another one has replaced.
    number, attempts_left
        The latest attempt, 0 before the first; how many more may be begun, None for no limit.
    can_start
        A (further) attempt may be begun now.
    items
        The form's items in order, without keys; empty before the start and in a pause.
    answers
        Item id → what counts now; the prediction under ``du-doan``.
    deadline
        None before the start. While paused it stands still and is given anew after resuming.
    time_left_s
        By the server's clock; stands still while paused.
    current
        False on a device that another one has replaced.
    """

    contest: ContestView
    pseudonym: str
    entrant_number: str
    entrant_name: str
    state: AttemptState
    number: int
    attempts_left: int | None
    can_start: bool
    form_code: str
    items: tuple[FormItemJson, ...]
    answers: Mapping[str, SavedAnswer]
    started_at: datetime | None
    deadline: datetime | None
    submitted_at: datetime | None
    time_left_s: float
    paused: bool
    current: bool
    message: str
    server_now: datetime


@dataclass(frozen=True, slots=True)
class Answer:
    """What a device sends: `seq` counts a device's changes of one item from 1 up."""

    item_id: str
    seq: int
    value: object


@dataclass(frozen=True, slots=True)
class Ack:
    """What became of one answer.

    Attributes
    ----------
    saved
        It is durable, now or already before. If False, `reason` says why; only ``paused`` is
        worth sending again.
    current_seq
        The highest sequence number that the store has of this item.
    """

    item_id: str
    seq: int
    saved: bool
    current_seq: int
    reason: Refusal | None = None
    message: str = ""


@dataclass(frozen=True, slots=True)
class SaveResult:
    """What every save and every sign of life tells the device."""

    acks: tuple[Ack, ...]
    state: AttemptState
    deadline: datetime | None
    time_left_s: float
    paused: bool
    superseded: bool
    message: str
    server_now: datetime


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a contestant may keep.

    `fingerprint` is the head of the hash chain over all that was saved: the public bundle must
    show the same one for this pseudonym and attempt.
    """

    pseudonym: str
    number: int
    submitted_at: datetime
    submitted_by: SubmittedBy
    time_used_s: float
    answered: int
    item_count: int
    prediction: int | None
    fingerprint: str


@dataclass(frozen=True, slots=True)
class ResultView:
    """What the contest's reveal rule lets a contestant see.

    `correct` and `score` are None where nothing is revealed; `place` and `distance` before the
    ranking is computed. `feedback` is `feedback_json` of every item, after closing only.
    """

    receipt: Receipt
    reveal: Reveal
    correct: int | None
    score: str | None
    maximum: str | None
    place: int | None
    tied: bool
    prize: str
    distance: int | None
    items: tuple[FormItemJson, ...]
    feedback: tuple[FeedbackJson, ...]
