"""How alike the forms of a paper are: `lachan` against a draw at random within each cell.

The peer draws every form on its own, from each cell of the matrix at random, as R/exams and
most home-made tools do: every form meets the matrix, and that is all that is known of them.
Both draw the same 40-item matrices over the whole bank of a band, in one process.

Nobody has measured the difficulty of these items yet, so each gets one made up from a hash of its
id, up to 0.15 around that of its level; both ways are judged by it.

Compared: points (of 16) that contestants are expected to lose on the hardest form more than on
the easiest, seconds between the longest and the shortest form in expected working time, items
that the two most alike forms share, pairs of items in one form that give each other's answer away,
and how long it takes. The peer is drawn twenty times and its median shown.

``python benchmarks/assembly.py [--forms 24]`` prints a Markdown table. Linux only.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import random
import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations

from measuring import ROOT, highest_mb, render_table

from lachan.assembly import LEVEL_DIFFICULTY, assemble, default_codes
from lachan.content import load_content
from lachan.domain.items import Item
from lachan.domain.kinds import Band, FormMode, ItemType, Level
from lachan.domain.papers.paper import Blueprint, Cell, Header, Part, Rules

TODAY = dt.date(2026, 11, 24)
DRAWS = 20
POINTS = Decimal("0.4")
# Single choice, multiple choice and true/false groups: biết, hiểu, vận dụng.
MATRIX = {
    ItemType.SINGLE_CHOICE: (12, 9, 5),
    ItemType.MULTIPLE_CHOICE: (2, 2, 2),
    ItemType.TRUE_FALSE_GROUP: (2, 4, 2),
}
NAMES = ("band", "way", "loss spread", "time spread, s", "most shared", "give-aways", "took, s")
BANDS = (Band.LOWER_SECONDARY, Band.UPPER_SECONDARY, Band.COMMUNITY)


@dataclass(frozen=True)
class Result:
    """What came out of one way of choosing."""

    way: str
    loss_spread: float
    time_spread_s: float
    most_shared: float
    enemies_met: float
    took_s: float


def measure(way: str, forms: Sequence[Sequence[Item]], took_s: float) -> Result:
    """Return the figures of forms given by their items."""
    losses = [sum(made_up_difficulty(item) for item in form) * POINTS / 1000 for form in forms]
    seconds = [sum(item.seconds for item in form) for form in forms]
    sets = [{item.id for item in form} for form in forms]
    met = sum(
        second.id in first.enemies or first.id in second.enemies
        for form in forms
        for first, second in combinations(form, 2)
    )
    shared = max((len(a & b) for a, b in combinations(sets, 2)), default=0)
    return Result(
        way,
        float(max(losses) - min(losses)),
        max(seconds) - min(seconds),
        shared,
        met,
        took_s,
    )


def made_up_difficulty(item: Item) -> int:
    """Return a share of wrong answers in thousandths, the same on every run."""
    noise = hashlib.sha256(item.id.encode()).digest()[0] * 300 // 255 - 150
    return LEVEL_DIFFICULTY[item.level] + noise // 10 * 10


def draw_at_random(bank: Sequence[Item], form_count: int, seed: int) -> Result:
    """Return the figures of forms drawn one by one, at random within each cell."""
    chance = random.Random(seed)
    began = time.perf_counter()
    cells: dict[tuple[ItemType, Level], list[Item]] = {}
    for item in bank:
        cells.setdefault((item.type, item.level), []).append(item)
    forms = [
        [
            item
            for kind, counts in MATRIX.items()
            for level, count in zip(Level, counts, strict=True)
            for item in chance.sample(cells[kind, level], count)
        ]
        for _ in range(form_count)
    ]
    return measure("at random within cells", forms, time.perf_counter() - began)


def assemble_forms(
    bank: Sequence[Item], band: Band, form_count: int, base_forms: int | None
) -> tuple[Result, str]:
    """Return the figures of forms by `assemble`, and its certificate in short."""
    blueprint = _blueprint(band, Rules(FormMode.DIFFERENT, base_forms=base_forms))
    measured = {(item.id, item.revision): made_up_difficulty(item) for item in bank}
    began = time.perf_counter()
    paper = assemble(
        blueprint,
        bank,
        law_date=TODAY,
        seed="s",
        codes=default_codes(form_count),
        difficulty=measured,
    )
    took = time.perf_counter() - began
    forms = [paper.items_of(form) for form in paper.forms[: base_forms or form_count]]
    proof = ", ".join(
        f"{stage.name} {stage.objective} (bound {stage.bound})"
        for stage in paper.certificate.stages[1:]
    )
    way = f"lachan, {base_forms} sets for {form_count} forms" if base_forms else "lachan"
    return measure(way, forms, took), proof


def _blueprint(band: Band, rules: Rules) -> Blueprint:
    parts = tuple(
        Part(
            kind,
            POINTS,
            tuple(
                Cell("chung", level, count)
                for level, count in zip(Level, counts, strict=True)
                if count
            ),
        )
        for kind, counts in MATRIX.items()
    )
    header = Header("", "TRƯỜNG", "KÌ THI", "", "Pháp luật")
    return Blueprint("de", "Đề", header, False, band, TODAY, 45, (), "s", None, parts, rules=rules)


def _median(results: Sequence[Result]) -> Result:
    def middle(name: str) -> float:
        values: list[float] = [getattr(result, name) for result in results]
        return statistics.median(values)

    names = ("loss_spread", "time_spread_s", "most_shared", "enemies_met", "took_s")
    return Result(results[0].way, *(middle(name) for name in names))


def _row(band: Band, result: Result, peer: Result) -> tuple[str, ...]:
    return (
        band.value,
        result.way,
        _cell(result.loss_spread, peer.loss_spread, 3),
        _cell(result.time_spread_s, peer.time_spread_s, 0),
        _cell(result.most_shared, peer.most_shared, 0),
        f"{result.enemies_met:g}",
        f"{result.took_s:.3f}",
    )


def _cell(value: float, peer: float, places: int) -> str:
    """Return a figure and how many times smaller it is than the peer's."""
    times = f"{peer / value:.1f}×" if value else "all gone" if peer else "–"
    return f"{value:.{places}f} ({times})"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--forms", type=int, default=24)
    form_count = parser.parse_args().forms
    content = load_content(ROOT)
    rows, proofs = [], []
    for band in BANDS:
        bank = [replace(item, topic="chung") for item in content.items if item.band is band]
        peer = _median([draw_at_random(bank, form_count, seed) for seed in range(DRAWS)])
        rows.append(_row(band, peer, peer))
        for base_forms in (None, 4):
            result, proof = assemble_forms(bank, band, form_count, base_forms)
            rows.append(_row(band, result, peer))
            proofs.append(f"- {band.value}, {result.way}: {proof}")
    print(render_table(NAMES, rows, words=2))
    print("\n" + "\n".join(proofs))
    print(f"\npeak memory {highest_mb():.0f} MB; {len(content.items)} items in the bank")


if __name__ == "__main__":
    main()
