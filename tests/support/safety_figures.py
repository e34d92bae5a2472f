"""How often the safety rules and the model are right, by writers that neither has seen."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from lachan.checks.safety import judge
from lachan.checks.safety.rereading import find_doubts
from lachan.domain.names import BAND_NAMES
from support.safety_corpus import HELD_OUT, Writer, read_writers

DRAWS = 2000
RULES, MODEL, BOTH = "Chỉ luật", "Chỉ mô hình", "Cả hai"
JUDGES: dict[str, Callable[[bool, bool], bool]] = {
    RULES: lambda rule, model: rule,
    MODEL: lambda rule, model: model,
    BOTH: lambda rule, model: rule or model,
}


@dataclass(frozen=True)
class Tally:
    """How many sentences were rightly told, wrongly told and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.missed)


@dataclass(frozen=True)
class Verdict:
    """What became of one sentence; `near` tells that the model names a rule of its danger."""

    bad: bool
    rule: bool
    model: bool
    near: bool


@cache
def judge_writers(side: str) -> dict[Writer, tuple[Verdict, ...]]:
    """Return what the rules and the model say of every sentence of one side."""
    return {writer: tuple(_judge(writer)) for writer in read_writers(side)}


def _judge(writer: Writer) -> Iterator[Verdict]:
    for each in writer.sentences:
        doubts = list(find_doubts(each.text, writer.band))
        broken = any(True for _ in judge(each.text, writer.band))
        near = any(doubt.nearest.code in writer.codes for doubt in doubts)
        yield Verdict(each.bad, broken, bool(doubts), near)


def tally(verdicts: Sequence[Verdict], judged_by: str) -> Tally:
    """Count the verdicts of the rules, of the model, or of either."""
    told = JUDGES[judged_by]
    pairs = [(each.bad, told(each.rule, each.model)) for each in verdicts]
    return Tally(pairs.count((True, True)), pairs.count((False, True)), pairs.count((True, False)))


def total(tallies: Sequence[Tally]) -> Tally:
    return sum(tallies, Tally())


def interval(tallies: Sequence[Tally], figure: Callable[[Tally], float]) -> tuple[float, float]:
    """Return the 95 % interval of a figure, by drawing as many writers again and again."""
    chance = random.Random(0)
    drawn = sorted(figure(total(chance.choices(tallies, k=len(tallies)))) for _ in range(DRAWS))
    return drawn[DRAWS // 40], drawn[-DRAWS // 40]


def render_figures() -> str:
    """Return the tables of docs/safety.md on the held-out writers, as Markdown."""
    judged = judge_writers(HELD_OUT)
    rows = [_main_row(name, [tally(each, name) for each in judged.values()]) for name in JUDGES]
    return "\n".join(
        [
            "| xét bằng | độ chính xác | khoảng 95 % | độ phủ | khoảng 95 % |",
            "| --- | --- | --- | --- | --- |",
            *rows,
            "",
            "| người viết | cấp | luật | mô hình | cả hai |",
            "| --- | --- | --- | --- | --- |",
            *(_writer_row(writer, verdicts) for writer, verdicts in judged.items()),
            "",
            "| cấp | luật | mô hình | cả hai |",
            "| --- | --- | --- | --- |",
            *_band_rows(judged),
        ]
    )


def _main_row(name: str, tallies: Sequence[Tally]) -> str:
    whole = total(tallies)
    precision = interval(tallies, lambda each: each.precision)
    recall = interval(tallies, lambda each: each.recall)
    return _row(name, _show(whole.precision), _span(precision), _show(whole.recall), _span(recall))


def _writer_row(writer: Writer, verdicts: Sequence[Verdict]) -> str:
    figures = [_pair(tally(verdicts, name)) for name in JUDGES]
    return _row(writer.danger, BAND_NAMES[writer.band], *figures)


def _band_rows(judged: dict[Writer, tuple[Verdict, ...]]) -> Iterator[str]:
    for band, spoken in BAND_NAMES.items():
        of_band = [verdicts for writer, verdicts in judged.items() if writer.band is band]
        if of_band:
            figures = [_pair(total([tally(each, name) for each in of_band])) for name in JUDGES]
            yield _row(spoken, *figures)


def _pair(counted: Tally) -> str:
    return f"{_show(counted.precision)} / {_show(counted.recall)}"


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _span(ends: tuple[float, float]) -> str:
    return "–".join(map(_show, ends))


def _show(figure: float) -> str:
    return f"{figure:.2f}".replace(".", ",")
