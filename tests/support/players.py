"""Players who know no law: what each habit answers on a printed form, and what chance scores.

Nothing is simulated. A player who wavers between answers gives each with its chance, and the mean
of their scores is exact. All scores come from `lachan.grading`, by the points of the paper's parts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import combinations, product
from math import factorial

from lachan.domain.bodies import (
    Choice,
    Matching,
    MultipleChoice,
    Ordering,
    Scenario,
    SingleChoice,
    Statement,
    TrueFalseGroup,
)
from lachan.domain.items import Item
from lachan.domain.papers.habits import ABSOLUTE, CAREFUL
from lachan.domain.papers.paper import Form, FormItem, Paper, Part
from lachan.grading import Response, count_right, grade
from lachan.markup import render_plain

HALF = Fraction(1, 2)
_NUMBER = re.compile(r"\D*(\d+)\D*")

# What a player answers: responses with their chances; None where the habit says nothing, and the
# player guesses.
Answer = list[tuple[Fraction, Response]] | None
Player = Callable[[Item, FormItem], Answer]


def score(player: Player, paper: Paper, form: Form) -> Fraction:
    """Return the mean points of a player on a form."""
    return _total(paper, form, player)


def chance(paper: Paper, form: Form) -> Fraction:
    """Return the mean points of someone who guesses everywhere."""
    return _total(paper, form, lambda item, printed: None)


def _total(paper: Paper, form: Form, player: Player) -> Fraction:
    total = Fraction()
    for part, entries in zip(paper.blueprint.parts, form.parts, strict=True):
        for printed in entries:
            item = paper.items[printed.item_id]
            answer = player(item, printed)
            total += guess(item, part) if answer is None else _mean(item, part, answer)
    return total


def _mean(item: Item, part: Part, answer: Sequence[tuple[Fraction, Response]]) -> Fraction:
    assert sum(share for share, _ in answer) == 1
    return sum((share * _points(item, part, given) for share, given in answer), Fraction())


def _points(item: Item, part: Part, given: Response) -> Fraction:
    if isinstance(item.body, TrueFalseGroup):
        assert isinstance(given, dict)
        return Fraction(part.points_for_statements(count_right(item.body, given)))
    return Fraction(part.points * grade(item, given).score)


def guess(item: Item, part: Part) -> Fraction:
    """Return the mean points of a guess: every answer that the sheet takes is equally likely.

    Typed answers and essays are not guessed.
    """
    points = Fraction(part.points)
    match item.body:
        case SingleChoice(choices):
            return points / len(choices)
        case MultipleChoice(choices):
            return points / ((1 << len(choices)) - 1)
        case TrueFalseGroup(statements):
            names = [statement.id for statement in statements]
            return _mean(item, part, _coins(names, [HALF] * len(names)))
        case Matching(pairs, extra):
            # Each left side has its own right side with this chance, whatever the others have.
            return points / (len(pairs) + len(extra))
        case Ordering(steps):
            return points / factorial(len(steps))
        case Scenario() as body:
            return points * _walk(body, body.scenes[0].id, Fraction(), 0)
        case _:
            return Fraction()


def _walk(body: Scenario, scene_id: str, right: Fraction, made: int) -> Fraction:
    """Return the mean share of best choices over all ways through a case, taken by lot."""
    ways = body.get_scene(scene_id).choices
    if not ways:
        return Fraction(right, made) if made else Fraction()
    means = [_walk(body, way.next, right + way.best, made + 1) for way in ways]
    return sum(means, Fraction()) / len(ways)


def _coins(names: Sequence[str], chances: Sequence[Fraction]) -> list[tuple[Fraction, Response]]:
    """Return every way to call statements Đúng or Sai, each Đúng with its own chance."""
    answers: list[tuple[Fraction, Response]] = []
    for told in product((True, False), repeat=len(names)):
        share = Fraction(1)
        for each, likely in zip(told, chances, strict=True):
            share *= likely if each else 1 - likely
        if share:
            answers.append((share, dict(zip(names, told, strict=True))))
    return answers


def _text(option: Choice | Statement) -> str:
    return render_plain(option.text)


def _take_best(item: Item, ranks: Sequence[int]) -> Answer:
    assert isinstance(item.body, SingleChoice)
    pairs = zip(item.body.choices, ranks, strict=True)
    best = [choice.id for choice, rank in pairs if rank == max(ranks)]
    return [(Fraction(1, len(best)), each) for each in best]


def _by_text(rank: Callable[[str], int]) -> Player:
    def play(item: Item, printed: FormItem) -> Answer:
        if not isinstance(item.body, SingleChoice):
            return None
        return _take_best(item, [rank(_text(choice)) for choice in item.body.choices])

    return play


def middle_number(item: Item, printed: FormItem) -> Answer:
    """Take a number that is neither the least nor the greatest, where all choices are numbers."""
    if not isinstance(item.body, SingleChoice):
        return None
    found = [_NUMBER.fullmatch(_text(choice)) for choice in item.body.choices]
    numbers = [int(each[1]) for each in found if each]
    if len(numbers) < len(found):
        return None
    return _take_best(item, [min(numbers) < each < max(numbers) for each in numbers])


def absolute_is_wrong(item: Item, printed: FormItem) -> Answer:
    """Hold whatever has chỉ, mọi, không thể, phải … mới for wrong; guess the rest."""
    match item.body:
        case SingleChoice(choices):
            return _take_best(item, [ABSOLUTE.rank(_text(choice)) for choice in choices])
        case TrueFalseGroup(statements):
            chances = [ABSOLUTE.believe(_text(statement)) for statement in statements]
            return _coins([statement.id for statement in statements], chances)
        case _:
            return None


def first_choice(item: Item, printed: FormItem) -> Answer:
    """Take A."""
    return [(Fraction(1), printed.options[0])] if isinstance(item.body, SingleChoice) else None


def _alternating(first: bool) -> Player:
    def play(item: Item, printed: FormItem) -> Answer:
        if not isinstance(item.body, TrueFalseGroup):
            return None
        told = {name: first ^ bool(n % 2) for n, name in enumerate(printed.options)}
        return [(Fraction(1), told)]

    return play


def two_right(item: Item, printed: FormItem) -> Answer:
    """Call two of four statements Đúng, whichever."""
    if not isinstance(item.body, TrueFalseGroup):
        return None
    pairs = list(combinations(printed.options, 2))
    return [
        (Fraction(1, len(pairs)), {name: name in pair for name in printed.options})
        for pair in pairs
    ]


PLAYERS: dict[str, Player] = {
    "the longest choice": _by_text(len),
    "the shortest choice": _by_text(lambda text: -len(text)),
    "the most protective choice": _by_text(CAREFUL.rank),
    "the first choice": first_choice,
    "the middle number": middle_number,
    "absolute words are wrong": absolute_is_wrong,
    "ĐSĐS": _alternating(True),
    "SĐSĐ": _alternating(False),
    "two of four are right": two_right,
}


def advantages(paper: Paper) -> Iterator[tuple[str, Decimal]]:
    """Yield for each player the mean score above chance, in hundredths of a form's points."""
    for name, player in PLAYERS.items():
        gains = [score(player, paper, form) - chance(paper, form) for form in paper.forms]
        mean = sum(gains, Fraction()) / len(gains) / Fraction(paper.blueprint.worth) * 100
        yield name, Decimal(mean.numerator) / mean.denominator
