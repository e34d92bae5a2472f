"""The sentences of tests/content/safety: who wrote them, and on which side they stand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from zlib import crc32

import yaml
from rapidfuzz import fuzz, process

from lachan.domain.kinds import Band
from lachan.text import fold

FOLDER = Path(__file__).parents[1] / "content" / "safety"
TUNING, HELD_OUT = "tuning", "held_out"
BAD, GOOD = "xau", "tot"

# From so much on, of 100, two sentences are one for the purpose of measuring.
ALIKE = 70


@dataclass(frozen=True)
class Labelled:
    """A sentence or two, and whether a careful teacher would mend it."""

    text: str
    bad: bool


@dataclass(frozen=True)
class Writer:
    """Someone who wrote on one danger for one band, in pairs: a bad sentence, then a good one."""

    name: str
    danger: str
    band: Band
    codes: tuple[str, ...]
    sentences: tuple[Labelled, ...]


@cache
def read_writers(side: str) -> tuple[Writer, ...]:
    """Return the writers of one side."""
    told = yaml.safe_load((FOLDER / "writers.yaml").read_text("utf-8"))[side]
    return tuple(
        Writer(name, danger, Band(band), tuple(codes.split()), _read_pairs(name))
        for name, (danger, band, codes) in told.items()
    )


def _read_pairs(name: str) -> tuple[Labelled, ...]:
    rows = yaml.safe_load((FOLDER / "writers" / f"{name}.yaml").read_text("utf-8"))
    return tuple(Labelled(text, {BAD: True, GOOD: False}[kind]) for kind, text in rows)


@cache
def read_rule_author() -> dict[str, tuple[tuple[Band, frozenset[str], str], ...]]:
    """Return by part what the author of the rules wrote: band, codes (none when good), text."""
    parts = yaml.safe_load((FOLDER / "by_rule_author.yaml").read_text("utf-8"))
    return {
        part: tuple((Band(band), frozenset(codes.split()), text) for band, codes, text in rows)
        for part, rows in parts.items()
    }


@cache
def read_calm() -> tuple[str, ...]:
    """Return pieces of our own lessons and items that were read and found safe."""
    return tuple((FOLDER / "calm.txt").read_text("utf-8").splitlines())


def lends_calm(topic: str) -> bool:
    """Tell whether the model may learn from the lesson and the items on a topic."""
    return crc32(topic.encode()) % 2 == 0


def find_alike(texts: list[str], others: list[str]) -> list[int]:
    """Return the indexes of the texts that are as good as one of the others."""
    folded, against = [fold(text) for text in texts], [fold(text) for text in others]
    alike = [
        process.cdist(folded, against, scorer=scorer, score_cutoff=ALIKE).max(axis=1) >= ALIKE
        for scorer in (fuzz.ratio, fuzz.token_sort_ratio)
    ]
    return [index for index, near in enumerate(alike[0] | alike[1]) if near]
