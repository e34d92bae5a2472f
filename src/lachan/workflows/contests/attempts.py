"""An attempt from its beginning to its end, within one transaction of the caller's."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from lachan.domain.contests.contest import PREDICTION, ContestState
from lachan.store import Connection
from lachan.store.contests import AttemptRow, Place
from lachan.store.contests.answers import read_answers
from lachan.store.contests.attempts import SUBMITTED, keep_attempt, start_attempt
from lachan.store.contests.entrants import find_person
from lachan.workflows.contests.database import find_state
from lachan.workflows.contests.frozen import FrozenContest
from lachan.workflows.contests.saves import find_fault, grace, refuse, take_answers
from lachan.workflows.contests.standing import attempt_view, attempts_left
from lachan.workflows.contests.views import Answer, AttemptView, ContestError, Refusal

_NOT_NOW = {
    ContestState.UPCOMING: (Refusal.NOT_OPEN, "Chưa đến giờ thi; hãy chờ trong trang này."),
    ContestState.PAUSED: (Refusal.PAUSED, "Cuộc thi đang tạm dừng; hãy chờ ban tổ chức."),
    ContestState.OVER: (Refusal.OVER, "Cuộc thi đã hết giờ nên không bắt đầu bài được nữa."),
    ContestState.CLOSED: (Refusal.OVER, "Cuộc thi đã kết thúc."),
    ContestState.CANCELLED: (Refusal.CANCELLED, "Ban tổ chức đã hủy cuộc thi."),
}


def begin(connection: Connection, place: Place, frozen: FrozenContest, now: dt.datetime) -> Place:
    """Begin an attempt, or find the one under way; returns where the person stands then.

    Parameters
    ----------
    place
        As `hold_place` gives it.

    Raises
    ------
    ContestError
        Where none may be begun.
    """
    if place.attempt is not None:
        latest = end_if_over(connection, place.attempt, frozen, now)
        place = replace(place, attempt=latest)
        if latest.state != SUBMITTED and not place.ended:
            return place
    _check_start(place, frozen, now)
    entrant = place.entrant
    number = entrant.attempt_count + 1
    form_code = frozen.choose_form(entrant.pseudonym, number)
    deadline = min(now + dt.timedelta(minutes=frozen.contest.minutes), place.contest.closes_at)
    made = start_attempt(connection, entrant, form_code, now=now, deadline_at=deadline)
    return replace(place, entrant=replace(entrant, attempt_count=number), attempt=made)


def _check_start(place: Place, frozen: FrozenContest, now: dt.datetime) -> None:
    if place.ended:
        raise refuse(Refusal.SUPERSEDED)
    state = find_state(place.contest, now)
    if state is not ContestState.OPEN:
        raise ContestError(*_NOT_NOW[state])
    if place.room_paused:
        raise ContestError(*_NOT_NOW[ContestState.PAUSED])
    if attempts_left(place, frozen) == 0:
        words = f"Mỗi người có {frozen.contest.attempts} lượt thi, các lượt ấy đã dùng hết."
        raise ContestError(Refusal.NO_MORE_ATTEMPTS, words)


def end(
    connection: Connection,
    place: Place,
    frozen: FrozenContest,
    prediction: int | None,
    now: dt.datetime,
) -> AttemptRow:
    """End the attempt of a place that is locked; one that has ended stays as it is.

    It ends at `now`, or when its time stood still or ran out if that was before.

    Raises
    ------
    ContestError
        Where the person may not, or the prediction is no number.
    """
    attempt, fault = place.attempt, find_fault(place)
    if attempt is None or fault not in (None, Refusal.SUBMITTED):
        raise refuse(fault or Refusal.NO_ATTEMPT)
    attempt = end_if_over(connection, attempt, frozen, now)
    if attempt.state == SUBMITTED:
        return attempt
    attempt = _predict(connection, replace(place, attempt=attempt), frozen, prediction, now)
    ended = attempt.end(now)
    keep_attempt(connection, ended)
    return ended


def end_if_over(
    connection: Connection, attempt: AttemptRow, frozen: FrozenContest, now: dt.datetime
) -> AttemptRow:
    """Submit a locked attempt at its deadline if that, and the grace, have passed."""
    ended = attempt.end_if_over(now, grace(frozen))
    if ended is not attempt:
        keep_attempt(connection, ended)
    return ended


def _predict(
    connection: Connection,
    place: Place,
    frozen: FrozenContest,
    prediction: int | None,
    now: dt.datetime,
) -> AttemptRow:
    """Save the prediction that comes with the submission, unless it is saved already."""
    attempt = place.attempt
    assert attempt is not None  # noqa: S101 - `end` has looked
    if prediction is None or not frozen.contest.prediction:
        return attempt
    saved = read_answers(connection, attempt.id).get(PREDICTION)
    if saved is not None and saved.value == str(prediction):
        return attempt
    answer = Answer(PREDICTION, saved.seq + 1 if saved else 1, prediction)
    taken, [ack] = take_answers(connection, place, frozen, [answer], now)
    if ack.reason is not None or taken is None:
        raise ContestError(ack.reason or Refusal.NO_ATTEMPT, ack.message)
    return taken


def read_view(
    connection: Connection, place: Place, frozen: FrozenContest, now: dt.datetime
) -> AttemptView:
    """Return everything that a device needs."""
    begun = place.attempt
    answers = read_answers(connection, begun.id) if begun and begun.event_count else {}
    person = find_person(connection, place.entrant.id)
    return attempt_view(place, frozen, person, answers, now)
