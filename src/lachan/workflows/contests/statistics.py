"""How each item of a closed contest was answered, by the attempts that counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from lachan.domain.contests.item_shares import AnswerRow, GivenAnswer, ItemShare
from lachan.grading import MisconceptionShare, Response, count_misconceptions, grade
from lachan.markup import render_plain
from lachan.store import Connection
from lachan.store.contests import ContestRow
from lachan.workflows.contests.database import ContestDatabase
from lachan.workflows.contests.entry import get_contest
from lachan.workflows.contests.frozen import FrozenContest
from lachan.workflows.contests.outcome import Outcome, ScoredAttempt, iter_scored


def measure_items(database: ContestDatabase, outcome: Outcome) -> tuple[ItemShare, ...]:
    """Return each item's share of right answers, in the paper's order."""
    asked: Counter[str] = Counter()
    answered: Counter[str] = Counter()
    correct: Counter[str] = Counter()
    with database.read() as connection:
        row = get_contest(connection, outcome.contest.slug)
        frozen = database.get_frozen(connection, row.id)
        for scored in _iter_counted(connection, row, frozen, outcome):
            answers = _read_answers(frozen, scored)
            asked.update(answers.keys())
            answered.update(name for name, given in answers.items() if given)
            correct.update(name for name, given in answers.items() if given and given.correct)
    return tuple(
        ItemShare(name, render_plain(item.stem), asked[name], answered[name], correct[name])
        for name, item in frozen.paper.items.items()
    )


def list_answers(database: ContestDatabase, outcome: Outcome) -> tuple[AnswerRow, ...]:
    """Return what each person answered, in the order of the ranking."""
    with database.read() as connection:
        row = get_contest(connection, outcome.contest.slug)
        frozen = database.get_frozen(connection, row.id)
        found = {
            scored.entrant.pseudonym: _read_answers(frozen, scored)
            for scored in _iter_counted(connection, row, frozen, outcome)
        }
    ranked = (each.finished.pseudonym for each in outcome.ranking.rows)
    return tuple(AnswerRow(pseudonym, found[pseudonym]) for pseudonym in ranked)


def measure_misconceptions(
    database: ContestDatabase, outcome: Outcome
) -> tuple[MisconceptionShare, ...]:
    """Return the misconceptions that wrong answers stand for, the most widespread first."""
    with database.read() as connection:
        row = get_contest(connection, outcome.contest.slug)
        frozen = database.get_frozen(connection, row.id)
        return count_misconceptions(
            (
                (frozen.form_items[scored.attempt.form_code][name], response)
                for name, response in scored.responses.items()
            )
            for scored in _iter_counted(connection, row, frozen, outcome)
        )


def _iter_counted(
    connection: Connection, row: ContestRow, frozen: FrozenContest, outcome: Outcome
) -> Iterator[ScoredAttempt]:
    rows = outcome.ranking.rows
    counted = {(each.finished.pseudonym, each.finished.number) for each in rows}
    for scored in iter_scored(connection, row.id, frozen):
        if (scored.entrant.pseudonym, scored.attempt.number) in counted:
            yield scored


def _read_answers(frozen: FrozenContest, scored: ScoredAttempt) -> dict[str, GivenAnswer | None]:
    said = scored.responses
    return {
        name: GivenAnswer(_tell(said[name]), grade(item, said[name]).correct)
        if name in said
        else None
        for name, item in frozen.form_items[scored.attempt.form_code].items()
    }


def _tell(response: Response) -> str:
    """Return a response in a few letters: "b", "a, c", "b → a → c", "a) Đ, b) S", "1–b"."""
    match response:
        case str():
            return response
        case frozenset():
            return ", ".join(sorted(response))
        case tuple():
            return " → ".join(response)
        case Mapping():
            return ", ".join(_tell_part(part, said) for part, said in sorted(response.items()))


def _tell_part(part: str, said: bool | str) -> str:
    return f"{part}–{said}" if isinstance(said, str) else f"{part}) {'Đ' if said else 'S'}"
