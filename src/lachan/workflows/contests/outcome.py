"""The end of a contest: every attempt scored from its events, the ranking, the prizes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from lachan.domain.contests.contest import PREDICTION, ContestState
from lachan.domain.contests.standings import Finished, GroupRow, Ranking
from lachan.domain.papers.rosters import Entrant
from lachan.grading import Response
from lachan.grading.attempt import grade_attempt
from lachan.grading.ranking import rank, rank_groups
from lachan.store import Connection
from lachan.store.contests import AttemptRow, EntrantRow, lock_contest
from lachan.store.contests.answers import StoredEvent, iter_events
from lachan.store.contests.attempts import (
    SUBMITTED,
    count_live,
    iter_attempts,
    submit_all,
    submit_late,
)
from lachan.store.contests.chain import attempt_record, link
from lachan.store.contests.contests import CLOSED, change_contest
from lachan.store.contests.entrants import list_people
from lachan.store.contests.results import list_results, replace_results
from lachan.store.schema import to_microseconds
from lachan.workflows.contests.acts import Acting, check_running
from lachan.workflows.contests.database import ContestDatabase, contest_view, find_state
from lachan.workflows.contests.enrolment import find_group_labels
from lachan.workflows.contests.entry import get_contest
from lachan.workflows.contests.frozen import FrozenContest
from lachan.workflows.contests.saves import grace
from lachan.workflows.contests.standing import read_responses
from lachan.workflows.contests.views import ContestError, ContestView, Refusal


@dataclass(frozen=True, slots=True)
class ScoredAttempt:
    """A submitted attempt with all that was saved in it, what counts of it, and its worth."""

    entrant: EntrantRow
    attempt: AttemptRow
    events: tuple[StoredEvent, ...]
    responses: Mapping[str, Response]
    finished: Finished


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of a closed contest.

    `people` and `group_labels` hold the names that have not been erased, by pseudonym and by
    group; public lists leave them out.
    """

    contest: ContestView
    ranking: Ranking
    groups: tuple[GroupRow, ...]
    group_labels: Mapping[str, str]
    people: Mapping[str, Entrant]


def close_contest(
    database: ContestDatabase, slug: str, *, who: str, reason: str = "", at_once: bool = False
) -> Outcome:
    """Close a contest: submit what ran out, score everything, compute and keep the ranking.

    Parameters
    ----------
    at_once
        Close though the window is open or people are at work; their attempts are submitted.

    Raises
    ------
    ContestError
        Where the window is open or people are at work, and always where it has been closed.
    """
    now = database.now()
    # Not through the shared writer: scoring a large contest takes longer than anyone waits.
    with database.store.write() as connection:
        row = lock_contest(connection, get_contest(connection, slug).id)
        check_running(row)
        frozen = database.get_frozen(connection, row.id)
        submit_late(connection, row.id, now - grace(frozen))
        if at_once:
            submit_all(connection, row.id, now)
        elif find_state(row, now) is not ContestState.OVER:
            raise ContestError(Refusal.NOT_CLOSED, "Cuộc thi chưa hết giờ nên chưa kết thúc được.")
        working = count_live(connection, row.id)
        if working:
            words = f"Còn {working} bài đang làm; hãy chờ hết giờ hoặc kết thúc ngay."
            raise ContestError(Refusal.NOT_CLOSED, words)
        root, scored = _score(connection, row.id, frozen)
        ranking = rank(frozen.contest, scored)
        replace_results(connection, row.id, ranking.rows)
        change_contest(connection, row.id, status=CLOSED, closed_at=now, paused_at=None)
        Acting(connection, row, frozen, now, who, reason).log("close", root, len(scored))
    return read_outcome(database, slug)


def read_outcome(database: ContestDatabase, slug: str) -> Outcome:
    """Return the result of a closed contest; raises `ContestError` before."""
    now = database.now()
    with database.read() as connection:
        row = get_contest(connection, slug)
        if row.status != CLOSED:
            raise ContestError(
                Refusal.NOT_CLOSED, "Cuộc thi chưa kết thúc và chấm nên chưa có kết quả."
            )
        frozen = database.get_frozen(connection, row.id)
        rows = tuple(list_results(connection, row.id))
        ranking = Ranking(rows, sum(each.finished.all_correct for each in rows))
        return Outcome(
            contest=contest_view(row, frozen, now),
            ranking=ranking,
            groups=rank_groups(ranking, frozen.contest.prizes),
            group_labels=find_group_labels(connection, row.id, frozen.contest.group_by),
            people=list_people(connection, row.id),
        )


def _score(
    connection: Connection, contest_id: int, frozen: FrozenContest
) -> tuple[str, list[Finished]]:
    """Return the root of all attempts' chains, and every attempt with its score."""
    root, finished = "", []
    for scored in iter_scored(connection, contest_id, frozen):
        root = link_attempt(root, scored)
        finished.append(scored.finished)
    return root, finished


def link_attempt(root: str, scored: ScoredAttempt) -> str:
    """Return the root after one more attempt."""
    attempt = scored.attempt
    record = attempt_record(
        scored.entrant.pseudonym,
        attempt.number,
        group=scored.entrant.group_code,
        chain=attempt.chain,
        deadline_us=to_microseconds(attempt.deadline_at),
        submitted_us=to_microseconds(scored.finished.submitted_at),
        paused_us=attempt.paused_us,
    )
    return link(root, record)


def iter_scored(
    connection: Connection, contest_id: int, frozen: FrozenContest
) -> Iterator[ScoredAttempt]:
    """Yield every submitted attempt, by pseudonym and number, scored from its events alone."""
    by_attempt = groupby(iter_events(connection, contest_id), key=lambda pair: pair[0])
    waiting = next(by_attempt, None)
    for entrant, attempt in iter_attempts(connection, contest_id):
        events: tuple[StoredEvent, ...] = ()
        if waiting is not None and waiting[0] == attempt.id:
            events = tuple(event for _, event in waiting[1])
            waiting = next(by_attempt, None)
        if attempt.state == SUBMITTED:
            yield _score_one(entrant, attempt, frozen, events)


def _score_one(
    entrant: EntrantRow,
    attempt: AttemptRow,
    frozen: FrozenContest,
    events: tuple[StoredEvent, ...],
) -> ScoredAttempt:
    """Let the highest sequence number of each item count, and score it."""
    current = {event.item_id: event.value for event in sorted(events, key=lambda e: e.seq)}
    prediction = json.loads(current.pop(PREDICTION, "null"))
    responses = read_responses(frozen, attempt.form_code, current)
    grade = grade_attempt(frozen.paper, frozen.forms[attempt.form_code], responses)
    finished = Finished(
        pseudonym=entrant.pseudonym,
        number=attempt.number,
        group=entrant.group_code,
        correct=grade.correct,
        total=grade.total,
        score=grade.score,
        prediction=prediction,
        time_used_us=attempt.used_us,
        submitted_at=attempt.ended_at,
    )
    return ScoredAttempt(entrant, attempt, events, responses, finished)
