"""How each item of a closed contest was answered, by the attempts that counted."""

from __future__ import annotations

from collections import Counter

from lachan.domain.contests import PREDICTION
from lachan.domain.item_shares import ItemShare
from lachan.grading import grade
from lachan.markup import render_plain
from lachan.store.contests.answers import StoredEvent
from lachan.workflows.contest_database import ContestDatabase
from lachan.workflows.contest_entering import get_contest
from lachan.workflows.contest_outcome import Outcome, iter_scored
from lachan.workflows.contest_paper import FrozenContest
from lachan.workflows.contest_reading import read_responses


def measure_items(database: ContestDatabase, outcome: Outcome) -> tuple[ItemShare, ...]:
    """Return each item's share of right answers, in the paper's order."""
    rows = outcome.ranking.rows
    counted = {(row.finished.pseudonym, row.finished.number) for row in rows}
    asked: Counter[str] = Counter()
    answered: Counter[str] = Counter()
    correct: Counter[str] = Counter()
    with database.read() as connection:
        row = get_contest(connection, outcome.contest.slug)
        frozen = database.get_frozen(connection, row.id)
        for scored in iter_scored(connection, row.id, frozen):
            if (scored.entrant.pseudonym, scored.attempt.number) not in counted:
                continue
            code = scored.attempt.form_code
            asked.update(frozen.form_items[code].keys())
            right, said = _mark(frozen, code, scored.events)
            answered.update(said)
            correct.update(right)
    return tuple(
        ItemShare(name, render_plain(item.stem), asked[name], answered[name], correct[name])
        for name, item in frozen.paper.items.items()
    )


def _mark(
    frozen: FrozenContest, code: str, events: tuple[StoredEvent, ...]
) -> tuple[set[str], set[str]]:
    """Return the items that were answered fully right, and those that were answered."""
    ordered = sorted(events, key=lambda event: event.seq)
    current = {each.item_id: each.value for each in ordered if each.item_id != PREDICTION}
    responses = read_responses(frozen, code, current)
    items = frozen.form_items[code]
    right = {name for name, said in responses.items() if grade(items[name], said).correct}
    return right, set(responses)
