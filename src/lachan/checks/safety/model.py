"""The statistical model beside the rules: a weight for each run of syllables, and their sum.

``tools/train_safety_model.py`` makes ``weights.txt`` with scikit-learn; here it is only read and
added up. It is loaded by the first text that is judged, never by an import.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from math import sqrt

from lachan.checks.safety.ngrams import LONGEST, read_tokens

WEIGHTS = "weights.txt"
FORMAT = "lachan-safety-model 1"


@dataclass(frozen=True, slots=True)
class Weight:
    """What one run of syllables says.

    Attributes
    ----------
    alarm
        How much it speaks for "read again", in hundredths; below nought, against.
    codes
        The rules whose matter it is, with how much, in tenths.
    """

    alarm: int
    codes: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class SafetyModel:
    """A linear model over runs of one to three syllables.

    Attributes
    ----------
    weights
        The runs it knows; with each run, the shorter ones that it begins with.
    bias, threshold
        What is added to each sum, and what a sum must pass, in hundredths.
    """

    weights: Mapping[str, Weight]
    bias: int
    threshold: int

    def score(self, text: str) -> float:
        """Return how far a text is beyond the threshold, in hundredths; at most nought is calm."""
        known = [weight.alarm for weight in self._known(text)]
        # As many runs as a text has, so much less does each of them say.
        return sum(known) / sqrt(len(known) or 1) + self.bias - self.threshold

    def rank_rules(self, text: str) -> list[str]:
        """Return the codes of the rules that a text comes near to, the nearest first."""
        sums: dict[str, int] = {}
        for weight in self._known(text):
            for code, much in weight.codes:
                sums[code] = sums.get(code, 0) + much
        return sorted(sums, key=lambda code: (-sums[code], code))

    def _known(self, text: str) -> list[Weight]:
        tokens = read_tokens(text)
        found: dict[str, Weight] = {}
        for start in range(len(tokens)):
            run = ""
            for token in tokens[start : start + LONGEST]:
                run = f"{run} {token}" if run else token
                weight = self.weights.get(run)
                if weight is None:
                    break  # no longer run that begins so is known either
                found[run] = weight
        return list(found.values())


@cache
def load_model() -> SafetyModel:
    """Return the model that the package carries."""
    file = resources.files(__package__) / WEIGHTS
    return read_model(file.read_text("utf-8").splitlines())


def read_model(lines: Iterable[str]) -> SafetyModel:
    """Return the model written in `lines`.

    First the format, then bias and threshold, then one line a run: it repeats the line above up
    to the depth of its indent, adds its last syllable, and tells the alarm and codes.

    Raises
    ------
    ValueError
        If it is of another format.
    """
    rows = iter(lines)
    if next(rows, None) != FORMAT:
        raise ValueError(f"this is not {FORMAT!r}")
    bias, threshold = map(int, next(rows).split())
    path: list[str] = []
    weights: dict[str, Weight] = {}
    for row in rows:
        told = row.lstrip(" ")
        last, alarm, *codes = told.split(" ")
        path[len(row) - len(told) :] = [last]
        weights[" ".join(path)] = Weight(int(alarm), tuple(map(_read_code, codes)))
    return SafetyModel(weights, bias, threshold)


def write_model(model: SafetyModel) -> Iterator[str]:
    """Yield the lines that `read_model` reads; the first syllables of each run are runs too."""
    yield FORMAT
    yield f"{model.bias} {model.threshold}"
    for run in sorted(model.weights, key=str.split):
        weight = model.weights[run]
        *before, last = run.split(" ")
        codes = (f"{code[2:]}:{much}" for code, much in weight.codes)
        yield " ".join((" " * len(before) + last, str(weight.alarm), *codes))


def _read_code(told: str) -> tuple[str, int]:
    number, much = told.split(":")
    return f"SF{number}", int(much)
