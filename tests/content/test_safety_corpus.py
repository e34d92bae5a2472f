"""The safety rules against labelled sentences: how often they are right, and what they miss."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import pytest

from lachan.checks.safety import SafetyRule, judge, safety_rules
from lachan.domain.kinds import Band
from support.safety_corpus import read_rule_author

PRECISION = 0.95
RECALL = 0.9


@dataclass(frozen=True)
class Labelled:
    """A sentence with the codes a careful reader gives it; none when it is good."""

    band: Band
    expected: frozenset[str]
    text: str

    @cached_property
    def found(self) -> frozenset[str]:
        return frozenset(breach.rule.code for breach in judge(self.text, self.band))


@dataclass(frozen=True)
class Score:
    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.missed)

    def __str__(self) -> str:
        return (
            f"precision {self.precision:.3f}  recall {self.recall:.3f}  "
            f"({self.right} right, {self.wrong} wrong, {self.missed} missed)"
        )


@pytest.fixture(scope="module")
def corpus() -> dict[str, list[Labelled]]:
    return {
        part: [Labelled(band, codes, text) for band, codes, text in rows]
        for part, rows in read_rule_author().items()
    }


def _score_any(rows: Sequence[Labelled]) -> Score:
    """A sentence counts as found when it has any code at all."""
    pairs = [(bool(row.expected), bool(row.found)) for row in rows]
    return Score(pairs.count((True, True)), pairs.count((False, True)), pairs.count((True, False)))


def _score_code(rows: Sequence[Labelled], code: str) -> Score:
    pairs = [(code in row.expected, code in row.found) for row in rows]
    return Score(pairs.count((True, True)), pairs.count((False, True)), pairs.count((True, False)))


def test_the_corpus_is_large_and_even(corpus: dict[str, list[Labelled]]) -> None:
    rows = [row for part in corpus.values() for row in part]
    bad = sum(bool(row.expected) for row in rows)

    assert len(rows) >= 140
    assert 0.4 < bad / len(rows) < 0.7
    assert len({row.text for row in rows}) == len(rows)
    assert len(corpus["held_out"]) >= len(rows) / 5
    assert {rule.code for rule in safety_rules()} == {c for row in rows for c in row.expected}


@pytest.mark.parametrize("part", ["tuning", "held_out"])
def test_the_rules_are_right_and_miss_little(
    corpus: dict[str, list[Labelled]], part: str, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = corpus[part]
    score = _score_any(rows)
    with capsys.disabled():
        print(f"\n{part}: {len(rows)} sentences, any code: {score}")  # noqa: T201
        for rule in safety_rules():
            print(f"  {rule.code}  {_score_code(rows, rule.code)}")  # noqa: T201

    assert score.precision >= PRECISION
    assert score.recall >= RECALL


@pytest.mark.parametrize("rule", safety_rules(), ids=lambda rule: rule.code)
def test_each_rule_refuses_its_bad_example_and_passes_its_good_one(rule: SafetyRule) -> None:
    for band in rule.bands:
        bad = {b.rule.code for b in judge(rule.bad, band)}
        good = {b.rule.code for b in judge(rule.good, band)}

        assert rule.code in bad
        assert rule.code not in good
