"""Train the model beside the safety rules: ``make safety-model``, then read what the tests say.

It learns from the tuning writers, from what the author of the rules wrote, and from calm texts of
our own; the held-out writers are only compared with, so that no sentence stands on both sides.
The same sentences give the same bytes. ``docs/decisions/0012`` tells why it is as it is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.svm import LinearSVC

import lachan.checks.safety
from lachan.checks.safety.model import WEIGHTS, SafetyModel, Weight, write_model
from lachan.checks.safety.ngrams import find_ngrams, read_tokens
from support.safety_corpus import (
    HELD_OUT,
    TUNING,
    find_alike,
    read_calm,
    read_rule_author,
    read_writers,
)

TARGET = Path(lachan.checks.safety.__file__).parent / WEIGHTS

# A run is kept where two who wrote labelled sentences used it, and not both only once.
FEWEST_HANDS = FEWEST_SENTENCES = 2
# What a calm text weighs against a labelled one, and how freely the model may learn.
CALM_WEIGHT = 0.5
FREEDOM = 0.5
# The model speaks where it was right so often, of the tuning writers that it had not seen.
PRECISION = 0.9

HUNDREDTHS, TENTHS = 100, 10
CODES_KEPT = 2
CALM, RULE_AUTHOR = "calm", "rule author"


@dataclass(frozen=True)
class Example:
    """A text the model learns from; `codes` are the rules whose matter a bad one is."""

    hand: str
    text: str
    bad: bool
    codes: tuple[str, ...] = ()

    @property
    def runs(self) -> set[str]:
        return find_ngrams(read_tokens(self.text))


def gather_examples() -> list[Example]:
    """Return all that the model learns from, the tuning writers first."""
    examples = [
        Example(writer.name, each.text, each.bad, writer.codes if each.bad else ())
        for writer in read_writers(TUNING)
        for each in writer.sentences
    ]
    told = [row for part in read_rule_author().values() for row in part]
    held_out = [each.text for writer in read_writers(HELD_OUT) for each in writer.sentences]
    near = set(find_alike([text for *_, text in told], held_out))
    examples += [
        Example(RULE_AUTHOR, text, bool(codes), tuple(sorted(codes)))
        for index, (_, codes, text) in enumerate(told)
        if index not in near
    ]
    return examples + [Example(CALM, text, bad=False) for text in read_calm()]


def choose_runs(examples: Iterable[Example]) -> list[str]:
    """Return the runs that the model knows, in order."""
    hands: defaultdict[str, set[str]] = defaultdict(set)
    sentences: Counter[str] = Counter()
    for example in examples:
        if example.hand != CALM:
            for run in example.runs:
                hands[run].add(example.hand)
                sentences[run] += 1
    return sorted(
        run
        for run in hands
        if len(hands[run]) >= FEWEST_HANDS and sentences[run] >= FEWEST_SENTENCES
    )


def count_runs(examples: Sequence[Example], runs: Sequence[str]) -> csr_matrix:
    """Return a row for each example with its runs, each row of length one."""
    places = {run: place for place, run in enumerate(runs)}
    rows = [sorted(places[run] for run in each.runs if run in places) for each in examples]
    values = np.concatenate([np.full(len(row), len(row) ** -0.5) for row in rows if row])
    ends = np.cumsum([0, *map(len, rows)])
    return csr_matrix((values, np.concatenate(rows), ends), shape=(len(rows), len(runs)))


def fit(counts: csr_matrix, bad: np.ndarray, weights: np.ndarray) -> LinearSVC:
    """Return a linear classifier; solved so far that its hundredths are sure."""
    learner = LinearSVC(C=FREEDOM, dual=False, tol=1e-6, max_iter=5000)
    return learner.fit(counts, bad, sample_weight=weights)


def choose_threshold(
    counts: csr_matrix, bad: np.ndarray, weights: np.ndarray, hands: np.ndarray
) -> float:
    """Return the lowest score beyond which the model is right often enough on a new writer."""
    scores, labels = [], []
    for writer in read_writers(TUNING):
        own = hands == writer.name
        learner = fit(counts[~own], bad[~own], weights[~own])
        scores.append(learner.decision_function(counts[own]))
        labels.append(bad[own])
    order = np.argsort(-np.concatenate(scores), kind="stable")
    right = np.concatenate(labels)[order].cumsum()
    shares = right / np.arange(1, len(right) + 1)
    last = int(np.flatnonzero(shares >= PRECISION).max())
    print(f"tuning, writer by writer: recall {right[last] / right[-1]:.3f} at {shares[last]:.3f}")
    return float(np.concatenate(scores)[order][last])


def learn_matters(
    examples: Sequence[Example], counts: csr_matrix, bad: np.ndarray
) -> list[tuple[tuple[str, int], ...]]:
    """Return for each run the rules whose matter it is, the strongest first."""
    codes = sorted({code for each in examples for code in each.codes})
    strengths = np.vstack(
        [
            fit(
                counts[bad],
                np.array([code in each.codes for each in examples])[bad],
                np.ones(int(bad.sum())),
            ).coef_[0]
            for code in codes
        ]
    )
    tenths = np.rint(strengths * TENTHS).astype(int)
    strongest = np.argsort(-tenths, axis=0, kind="stable")[:CODES_KEPT]
    return [
        tuple((codes[row], int(tenths[row, run])) for row in rows if tenths[row, run] > 0)
        for run, rows in enumerate(strongest.T)
    ]


def main() -> None:
    examples = gather_examples()
    runs = choose_runs(examples)
    counts = count_runs(examples, runs)
    bad = np.array([each.bad for each in examples])
    hands = np.array([each.hand for each in examples])
    weights = np.where(hands == CALM, CALM_WEIGHT, 1.0)
    threshold = choose_threshold(counts, bad, weights, hands)
    learner = fit(counts, bad, weights)
    alarms = np.rint(learner.coef_[0] * HUNDREDTHS).astype(int)
    matters = learn_matters(examples, counts, bad)
    model = SafetyModel(
        {
            run: Weight(int(alarm), matter)
            for run, alarm, matter in zip(runs, alarms, matters, strict=True)
        },
        round(learner.intercept_[0] * HUNDREDTHS),
        round(threshold * HUNDREDTHS),
    )
    TARGET.write_text("".join(f"{line}\n" for line in write_model(model)), "utf-8")
    print(f"{len(runs)} runs, {TARGET.stat().st_size} bytes, threshold {threshold:.2f}")


if __name__ == "__main__":
    main()
