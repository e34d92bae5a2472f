"""How each item of a closed contest was answered, by the attempts that counted."""

from __future__ import annotations

from collections import Counter

from lachan.domain.contests.item_shares import ItemShare
from lachan.grading import grade
from lachan.markup import render_plain
from lachan.workflows.contests.database import ContestDatabase
from lachan.workflows.contests.entry import get_contest
from lachan.workflows.contests.outcome import Outcome, iter_scored


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
            items = frozen.form_items[scored.attempt.form_code]
            said = scored.responses
            asked.update(items.keys())
            answered.update(said.keys())
            correct.update(name for name in said if grade(items[name], said[name]).correct)
    return tuple(
        ItemShare(name, render_plain(item.stem), asked[name], answered[name], correct[name])
        for name, item in frozen.paper.items.items()
    )
