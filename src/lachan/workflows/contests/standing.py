"""Where a contestant stands, as values for the contest room."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping

from lachan.domain.contests.contest import (
    NO_LIMIT,
    PREDICTION,
    AttemptState,
    ContestState,
    EntryMode,
    Reveal,
    SubmittedBy,
)
from lachan.domain.contests.standings import RankedRow
from lachan.domain.law import Provision
from lachan.domain.papers.rosters import Entrant
from lachan.grading import Response
from lachan.grading.attempt import grade_attempt
from lachan.store.contests import AttemptRow, Place
from lachan.store.contests.answers import StoredAnswer
from lachan.text import format_decimal
from lachan.wire.feedback import FeedbackJson, feedback_json
from lachan.workflows.contests.database import contest_view, find_state
from lachan.workflows.contests.frozen import FrozenContest
from lachan.workflows.contests.views import (
    Ack,
    AttemptView,
    Receipt,
    ResultView,
    SavedAnswer,
    SaveResult,
)

Stored = Mapping[str, StoredAnswer]


def attempt_view(
    place: Place,
    frozen: FrozenContest,
    person: Entrant | None,
    answers: Stored,
    now: dt.datetime,
) -> AttemptView:
    """Return everything that a device needs; a replaced device gets no items, nobody in a pause."""
    attempt = place.attempt
    shown = None if place.ended else person
    paused = is_paused(place, place.room_paused)
    working = attempt is not None and attempt.is_working and not place.ended
    left = attempts_left(place, frozen)
    return AttemptView(
        contest=contest_view(place.contest, frozen, now),
        pseudonym=place.entrant.pseudonym,
        entrant_number=shown.number if shown else "",
        entrant_name=shown.name if shown else "",
        state=_state(attempt),
        number=place.entrant.attempt_count,
        attempts_left=left,
        can_start=not (working or place.ended or place.room_paused)
        and left != 0
        and find_state(place.contest, now) is ContestState.OPEN,
        form_code=attempt.form_code if attempt else "",
        items=frozen.public_items(attempt.form_code) if working and attempt and not paused else (),
        answers={
            item_id: SavedAnswer(stored.seq, json.loads(stored.value))
            for item_id, stored in answers.items()
            if not place.ended
        },
        started_at=attempt.started_at if attempt else None,
        deadline=attempt.deadline_at if attempt else None,
        submitted_at=attempt.submitted_at if attempt else None,
        time_left_s=time_left_s(attempt, now),
        paused=paused,
        current=not place.ended,
        message=place.contest.message,
        server_now=now,
    )


def save_result(
    place: Place, attempt: AttemptRow | None, acks: tuple[Ack, ...], now: dt.datetime
) -> SaveResult:
    """Return what a save tells the device."""
    return SaveResult(
        acks=acks,
        state=_state(attempt),
        deadline=attempt.deadline_at if attempt else None,
        time_left_s=time_left_s(attempt, now),
        paused=is_paused(place, room_paused=False),
        superseded=place.ended,
        message=place.contest.message,
        server_now=now,
    )


def attempts_left(place: Place, frozen: FrozenContest) -> int | None:
    """Return how many attempts may still be begun; None for no limit."""
    limit = frozen.contest.attempts
    return None if limit == NO_LIMIT else max(0, limit - place.entrant.attempt_count)


def is_paused(place: Place, room_paused: bool) -> bool:
    """Tell whether time stands still for this person."""
    attempt = place.attempt
    if attempt is not None and attempt.is_working:
        return attempt.paused_at is not None
    return room_paused or place.contest.paused_at is not None


def time_left_s(attempt: AttemptRow | None, now: dt.datetime) -> float:
    """Return the seconds that an attempt under way has left, 0 where there is none."""
    return attempt.time_left(now).total_seconds() if attempt else 0.0


def make_receipt(
    place: Place, attempt: AttemptRow, frozen: FrozenContest, answers: Stored
) -> Receipt:
    """Return the receipt of a submitted attempt."""
    prediction = answers.get(PREDICTION)
    return Receipt(
        pseudonym=place.entrant.pseudonym,
        number=attempt.number,
        submitted_at=attempt.ended_at,
        submitted_by=SubmittedBy(attempt.submitted_by or SubmittedBy.DEADLINE),
        time_used_s=attempt.used_us / 1_000_000,
        answered=sum(a.value != "null" for key, a in answers.items() if key != PREDICTION),
        item_count=len(frozen.form_items[attempt.form_code]),
        prediction=json.loads(prediction.value) if prediction else None,
        fingerprint=attempt.chain,
    )


def read_responses(
    frozen: FrozenContest, form_code: str, answers: Mapping[str, str]
) -> dict[str, Response]:
    """Return item id → checked response, from the JSON texts that count."""
    read: dict[str, Response] = {}
    for item_id, text in answers.items():
        response = frozen.parse(form_code, item_id, json.loads(text))
        if response is not None and not isinstance(response, int):
            read[item_id] = response
    return read


def result_view(
    receipt: Receipt,
    frozen: FrozenContest,
    attempt: AttemptRow,
    answers: Stored,
    *,
    standing: RankedRow | None,
    closed: bool,
    provisions: Mapping[str, Provision],
) -> ResultView:
    """Return what the reveal rule allows."""
    code, reveal = attempt.form_code, frozen.contest.reveal
    texts = {item_id: stored.value for item_id, stored in answers.items()}
    responses = read_responses(frozen, code, texts)
    grade = grade_attempt(frozen.paper, frozen.forms[code], responses)
    # Where anyone may come in again under a new name, a score told at once would be an oracle:
    # a stranger could try one answer after the other.
    told = reveal is not Reveal.NOTHING and (closed or frozen.contest.entry is not EntryMode.OPEN)
    explained = closed and reveal is Reveal.REASONS
    return ResultView(
        receipt=receipt,
        reveal=reveal,
        correct=grade.correct if told else None,
        score=format_decimal(grade.score) if told else None,
        maximum=format_decimal(grade.maximum) if told else None,
        place=standing.place if standing else None,
        tied=standing.tied if standing else False,
        prize=standing.prize if standing else "",
        distance=standing.distance if standing else None,
        items=frozen.public_items(code) if explained else (),
        feedback=_feedback(frozen, code, responses, provisions) if explained else (),
    )


def _feedback(
    frozen: FrozenContest,
    form_code: str,
    responses: Mapping[str, Response],
    provisions: Mapping[str, Provision],
) -> tuple[FeedbackJson, ...]:
    items = frozen.form_items[form_code]
    return tuple(
        feedback_json(item, responses.get(item_id), provisions, frozen.salt)
        for item_id, item in items.items()
    )


def _state(attempt: AttemptRow | None) -> AttemptState:
    return AttemptState.NOT_STARTED if attempt is None else AttemptState(attempt.state)
