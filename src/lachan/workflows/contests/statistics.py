"""How each item of a closed contest was answered, by the attempts that counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from lachan.domain.contests.item_shares import AnswerRow, GivenAnswer, ItemShare
from lachan.domain.contests.standings import Ranking
from lachan.grading import MisconceptionShare, Response, count_misconceptions, grade
from lachan.markup import render_plain
from lachan.workflows.contests.database import ContestDatabase
from lachan.workflows.contests.entry import get_contest
from lachan.workflows.contests.frozen import FrozenContest
from lachan.workflows.contests.outcome import Outcome, ScoredAttempt, iter_scored


@dataclass(frozen=True, slots=True)
class CountedAttempts:
    """What is frozen of a closed contest, with the attempts that counted, read and graded once.

    `answers` has, by pseudonym, what was answered to each item of the person's form.
    """

    frozen: FrozenContest
    attempts: tuple[ScoredAttempt, ...]
    answers: Mapping[str, Mapping[str, GivenAnswer | None]]


def read_counted(database: ContestDatabase, outcome: Outcome) -> CountedAttempts:
    """Read and grade the attempts that are in the ranking."""
    counted = {(each.finished.pseudonym, each.finished.number) for each in outcome.ranking.rows}
    with database.read() as connection:
        row = get_contest(connection, outcome.contest.slug)
        frozen = database.get_frozen(connection, row.id)
        attempts = tuple(
            scored
            for scored in iter_scored(connection, row.id, frozen)
            if (scored.entrant.pseudonym, scored.attempt.number) in counted
        )
    answers = {each.entrant.pseudonym: _read_answers(frozen, each) for each in attempts}
    return CountedAttempts(frozen, attempts, answers)


def measure_items(counted: CountedAttempts) -> tuple[ItemShare, ...]:
    """Return each item's share of right answers, in the paper's order."""
    asked: Counter[str] = Counter()
    answered: Counter[str] = Counter()
    correct: Counter[str] = Counter()
    for answers in counted.answers.values():
        asked.update(answers.keys())
        answered.update(name for name, given in answers.items() if given)
        correct.update(name for name, given in answers.items() if given and given.correct)
    return tuple(
        ItemShare(name, render_plain(item.stem), asked[name], answered[name], correct[name])
        for name, item in counted.frozen.paper.items.items()
    )


def list_answers(counted: CountedAttempts, ranking: Ranking) -> tuple[AnswerRow, ...]:
    """Return what each person answered, in the order of the ranking."""
    ranked = (each.finished.pseudonym for each in ranking.rows)
    return tuple(AnswerRow(pseudonym, counted.answers[pseudonym]) for pseudonym in ranked)


def measure_misconceptions(counted: CountedAttempts) -> tuple[MisconceptionShare, ...]:
    """Return the misconceptions that wrong answers stand for, the most widespread first."""
    return count_misconceptions(
        (
            (counted.frozen.form_items[scored.attempt.form_code][name], response)
            for name, response in scored.responses.items()
        )
        for scored in counted.attempts
    )


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
