"""The integer programme: what it finds, proves, and cannot do within its limit of nodes."""

from __future__ import annotations

import random

import pytest

from lachan.assembly.faults import SolverLimitError
from lachan.assembly.programme import Programme, Solution


def knapsack() -> Programme:
    """At least seven out of 3 + 5 + 6, for as little as can be: 3 + 5."""
    programme = Programme()
    columns = [programme.add_column(cost=weight) for weight in (3, 5, 6)]
    programme.add_row(zip(columns, (3, 5, 6), strict=True), low=7)
    return programme


def split(count: int = 20) -> Programme:
    """Three sums to be halved at once: takes a long search."""
    rng = random.Random(1)
    programme = Programme()
    columns = [programme.add_column() for _ in range(count)]
    for _ in range(3):
        weights = [rng.randrange(1, 100) for _ in columns]
        half = sum(weights) // 2
        programme.add_row(zip(columns, weights, strict=True), half, half)
    return programme


def contradiction() -> Programme:
    programme = Programme()
    column = programme.add_column()
    programme.add_row([(column, 1)], low=1)
    programme.add_row([(column, 1)], high=0)
    return programme


def test_the_cheapest_is_found_and_proved() -> None:
    solution = knapsack().solve()
    assert solution is not None
    assert (solution.values, solution.objective, solution.bound) == ((1, 1, 0), 8, 8)


@pytest.mark.parametrize(("low", "expected"), [(0, Solution((), 0, 0, 0)), (1, None)])
def test_rows_without_columns_hold_where_they_ask_for_nothing(
    low: int, expected: Solution | None
) -> None:
    programme = Programme()
    programme.add_row([], low=low)
    assert programme.solve() == expected


def test_rows_that_contradict_each_other_have_no_solution() -> None:
    assert contradiction().solve() is None


def test_no_start_can_be_one_where_rows_contradict_each_other() -> None:
    with pytest.raises(ValueError, match="contradict"):
        contradiction().improve([1], nodes=1)


def test_a_start_is_never_made_worse() -> None:
    assert knapsack().improve([0, 1, 1], nodes=100).objective == 8


def test_a_search_that_ends_at_its_limit_with_nothing_says_what_to_do() -> None:
    with pytest.raises(SolverLimitError, match="enemies"):
        split().solve(nodes=1)


def test_a_search_that_ends_before_anything_is_proved_bounds_by_the_columns_alone() -> None:
    programme = Programme()
    columns = [programme.add_column() for _ in range(20)]
    rng, missing = random.Random(1), []
    for _ in range(3):
        weights = [rng.randrange(1, 100) for _ in columns]
        missing.append(sum(weights) // 2)
        short = programme.add_column(cost=1, upper=missing[-1])
        terms = [*zip(columns, weights, strict=True), (short, 1)]
        programme.add_row(terms, missing[-1], missing[-1])
    solution = programme.improve([0] * len(columns) + missing, nodes=0)
    assert 0 == solution.bound < solution.objective <= sum(missing)
