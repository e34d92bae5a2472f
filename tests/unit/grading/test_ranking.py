"""The declared rule: every order of its keys, ties, prizes, and nothing from the input's order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import permutations
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lachan.domain.contests.contest import (
    DEFAULT_RANKING,
    Contest,
    Counted,
    Prize,
    RankKey,
)
from lachan.domain.contests.standings import Finished, RankedRow
from lachan.grading.ranking import rank, rank_groups

START = dt.datetime(2026, 12, 5, 1, 0, tzinfo=dt.UTC)
SECOND_US = 1_000_000


def _contest(
    *keys: RankKey, counted: Counted = Counted.BEST, prizes: tuple[Prize, ...] = ()
) -> Contest:
    return Contest(
        slug="thi",
        title="Thi",
        rules=(),
        opens_at=START,
        closes_at=START + dt.timedelta(hours=1),
        minutes=15,
        attempts=0,
        counted=counted,
        prediction=True,
        ranking=keys or DEFAULT_RANKING,
        prizes=prizes,
    )


def _finished(
    name: str,
    *,
    number: int = 1,
    group: str = "",
    correct: int = 10,
    score: str = "10",
    prediction: int | None = 1,
    time_s: int = 600,
    submitted_s: int = 900,
) -> Finished:
    return Finished(
        pseudonym=name,
        number=number,
        group=group,
        correct=correct,
        total=20,
        score=Decimal(score),
        prediction=prediction,
        time_used_us=time_s * SECOND_US,
        submitted_at=START + dt.timedelta(seconds=submitted_s),
    )


def _names(contest: Contest, attempts: Sequence[Finished]) -> list[str]:
    return [row.finished.pseudonym for row in rank(contest, attempts).rows]


# Each better than the others in one thing, and alike in all else. Nobody has everything
# correct, so the prediction asked for is 0.
BEST_IN = {
    RankKey.CORRECT: _finished("đúng", correct=11),
    RankKey.SCORE: _finished("điểm", score="10.5"),
    RankKey.PREDICTION: _finished("đoán", prediction=0),
    RankKey.TIME: _finished("nhanh", time_s=599),
    RankKey.SUBMITTED: _finished("sớm", submitted_s=899),
}


@pytest.mark.parametrize("keys", list(permutations(RankKey)), ids="-".join)
def test_every_order_of_the_keys_ranks_by_that_order(keys: tuple[RankKey, ...]) -> None:
    ranking = rank(_contest(*keys), BEST_IN.values())

    assert [row.finished for row in ranking.rows] == [BEST_IN[key] for key in keys]
    # A row differs from the one above in what the one above was best in.
    assert [row.decided_by for row in ranking.rows] == [None, *keys[:-1]]


@pytest.mark.parametrize("key", RankKey)
def test_a_key_that_is_switched_off_decides_nothing(key: RankKey) -> None:
    keys = [other for other in RankKey if other is not key]
    ranking = rank(_contest(*keys), [BEST_IN[key], _finished("khác")])

    assert [(row.place, row.tied, row.decided_by) for row in ranking.rows] == [(1, True, None)] * 2


def test_the_prediction_is_off_where_it_is_not_asked_for() -> None:
    contest = replace(_contest(), prediction=False)
    ranking = rank(contest, [_finished("gần", prediction=0, time_s=601), _finished("xa")])

    assert [row.finished.pseudonym for row in ranking.rows] == ["xa", "gần"]
    assert [row.distance for row in ranking.rows] == [None, None]


def test_the_prediction_asks_for_those_with_everything_correct() -> None:
    ranking = rank(
        _contest(RankKey.PREDICTION),
        [
            _finished("a", correct=20, prediction=5),
            _finished("b", correct=20, prediction=2),
            _finished("c", prediction=None),
            _finished("d", prediction=0),
        ],
    )

    assert ranking.all_correct == 2
    assert [(r.finished.pseudonym, r.distance) for r in ranking.rows] == [
        ("b", 0),
        ("d", 2),
        ("a", 3),
        ("c", None),
    ]


def test_who_is_equal_in_everything_shares_a_place_and_the_next_is_skipped() -> None:
    ranking = rank(
        _contest(),
        [_finished("b"), _finished("a"), _finished("c", correct=9), _finished("d", correct=11)],
    )

    assert [(r.place, r.finished.pseudonym, r.tied, r.decided_by) for r in ranking.rows] == [
        (1, "d", False, None),
        (2, "a", True, RankKey.CORRECT),
        (2, "b", True, None),
        (4, "c", False, RankKey.CORRECT),
    ]


@pytest.mark.parametrize(
    ("counted", "number"), [(Counted.FIRST, 1), (Counted.LAST, 3), (Counted.BEST, 2)]
)
def test_one_attempt_of_a_person_counts(counted: Counted, number: int) -> None:
    tried = [
        _finished("a", number=1, correct=12),
        _finished("a", number=2, correct=15),
        _finished("a", number=3, correct=15, time_s=601),
    ]
    [row] = rank(_contest(counted=counted), tried).rows

    assert row.finished.number == number


def test_only_the_counted_attempts_make_the_number_of_all_correct() -> None:
    tried = [_finished("a", number=1, correct=3), _finished("a", number=2, correct=20)]

    assert rank(_contest(counted=Counted.FIRST), tried).all_correct == 0
    assert rank(_contest(counted=Counted.BEST), tried).all_correct == 1


def test_who_shares_the_last_place_of_a_prize_gets_it() -> None:
    prizes = (Prize("Nhất", 1), Prize("Nhì", 2), Prize("Ba", 2))
    scores = {"a": 19, "b": 18, "c": 17, "d": 17, "e": 16, "f": 15}
    attempts = [_finished(name, correct=correct) for name, correct in scores.items()]
    ranking = rank(_contest(prizes=prizes), attempts)

    assert [(row.place, row.prize) for row in ranking.rows] == [
        (1, "Nhất"),
        (2, "Nhì"),
        (3, "Nhì"),
        (3, "Nhì"),
        (5, "Ba"),
        (6, ""),
    ]


def test_who_has_too_few_points_gets_no_prize_and_nobody_moves_up() -> None:
    prizes = (Prize("Nhất", 1), Prize("Nhì", 2), Prize("Ba", 2))
    scores = {"a": 9, "b": 8, "c": 5, "d": 4}
    contest = replace(_contest(prizes=prizes), prize_minimum=Decimal(8))
    attempts = [_finished(name, correct=n, score=str(n)) for name, n in scores.items()]
    ranking = rank(contest, attempts)

    told = [(row.finished.pseudonym, row.prize) for row in ranking.rows]
    assert [("a", "Nhất"), ("b", "Nhì"), ("c", ""), ("d", "")] == told


def test_groups_are_placed_by_size_and_by_prizes() -> None:
    prizes = (Prize("Nhất", 1), Prize("Nhì", 1))
    attempts = [
        _finished("a", group="6A", correct=19),
        _finished("b", group="6B", correct=18),
        _finished("c", group="6B", correct=17),
        _finished("d", group="6C", correct=16),
        _finished("e", correct=15),
    ]
    groups = rank_groups(rank(_contest(prizes=prizes), attempts), prizes)

    assert [(g.group, g.entrants, g.prizes, g.size_place, g.prize_place) for g in groups] == [
        ("6B", 2, (0, 1), 1, 2),
        ("6A", 1, (1, 0), 2, 1),
        # As many as 6A, so no lower by size, however many answers were right.
        ("6C", 1, (0, 0), 2, 3),
    ]


FINISHED = st.builds(
    _finished,
    st.sampled_from("abcdef"),
    group=st.sampled_from(["", "6A", "6B"]),
    correct=st.integers(17, 20),
    score=st.sampled_from(["9.5", "9.75", "10"]),
    prediction=st.none() | st.integers(0, 5),
    time_s=st.integers(600, 602),
    submitted_s=st.integers(900, 902),
)
KEYS = st.permutations(list(RankKey)).flatmap(
    lambda keys: st.integers(1, len(keys)).map(lambda count: tuple(keys[:count]))
)


def _numbered(attempts: Sequence[Finished]) -> list[Finished]:
    """Give the attempts of one person different numbers, as the store does."""
    met: dict[str, int] = {}
    numbered = []
    for each in attempts:
        met[each.pseudonym] = met.get(each.pseudonym, 0) + 1
        numbered.append(replace(each, number=met[each.pseudonym]))
    return numbered


@given(st.lists(FINISHED, max_size=12).map(_numbered), KEYS, st.sampled_from(Counted), st.randoms())
def test_the_order_of_the_input_changes_nothing(
    attempts: list[Finished], keys: tuple[RankKey, ...], counted: Counted, rng: Random
) -> None:
    contest = _contest(*keys, counted=counted, prizes=(Prize("Nhất", 1), Prize("Nhì", 2)))
    mixed = list(attempts)
    rng.shuffle(mixed)

    assert rank(contest, mixed) == rank(contest, attempts)


@given(st.lists(FINISHED, max_size=12).map(_numbered), KEYS)
def test_a_place_is_one_more_than_the_number_of_those_who_are_better(
    attempts: list[Finished], keys: tuple[RankKey, ...]
) -> None:
    ranking = rank(_contest(*keys), attempts)
    rows = ranking.rows

    def measures(row: RankedRow) -> list[Any]:
        done = row.finished
        known: dict[RankKey, Any] = {
            RankKey.CORRECT: -done.correct,
            RankKey.SCORE: -done.score,
            RankKey.PREDICTION: 10**9 if row.distance is None else row.distance,
            RankKey.TIME: done.time_used_us,
            RankKey.SUBMITTED: done.submitted_at,
        }
        return [known[key] for key in keys]

    assert [row.place for row in rows] == [
        1 + sum(measures(other) < measures(row) for other in rows) for row in rows
    ]
    assert [row.tied for row in rows] == [
        sum(measures(other) == measures(row) for other in rows) > 1 for row in rows
    ]
    assert {row.finished.pseudonym for row in rows} == {each.pseudonym for each in attempts}
