"""A class and a contest, first among themselves, then with eight hostile strangers beside them.

One `lachan serve` with its contest room, as a school runs it: 45 pupils come, learn, practise,
leave and come again (as in soak.py), 200 contestants enter, answer, change their minds, reload and
hand in. Then the same with the same seeds, while eight
strangers bend frames, hoard sockets, sit on pages, guess passcodes and codes, scribble, mangle
requests and dawdle (strangers.py), each from an address of its own and at a bounded pace.

Nobody good may meet an error, their p95 may at most double, memory may at most double, and
nothing that a contestant was told is saved may be missing from the contest's bundle.

Prints tables with goals and writes JSON: ``python benchmarks/hostile.py [--minutes 10] [--short]``.
Linux only. All share the machine, and nobody speaks to any other.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from random import Random
from threading import Thread
from typing import Any

from contest import hold
from measuring import ROOT, describe_machine, percentile, render_table, wait_until, write_record
from pupil import Diary
from serve import FILL_LIMIT_S, find_kernels
from soak import Look, soak
from stranger import Target, find_port
from strangers import STRANGERS, sieging

from lachan.content import load_content
from lachan.domain.contests.contest import EntryMode
from support.accounts import close, find_faults
from support.contestants import TIMES, Contestant, Progress
from support.contests import Hall
from support.running import find_quiet_port, lachan_server
from support.wire import Wire

SLUG = "do-tai"
STRANGERS_SLUG = "nguoi-la"
PUPILS = 45
ENTRANTS = 200
ITEMS = 20
# Pupils who read what they answer: hurried ones (as in soak.py) take both cores by themselves, and
# then nobody's waiting tells what strangers do.
READING_S = (4.0, 20.0)
# Room for the class, for those who wait drawn, and for what strangers take before they are stopped.
KERNELS = 200
# Of the time, so that all have handed in before it ends.
ANSWERING = 0.8


@dataclass
class TimedWire(Wire):
    """A contestant's connection that notes how long each answer took."""

    waits: list[tuple[str, float]] = field(default_factory=list)

    async def ask(self, name: str, message: object = None) -> tuple[int, Any]:
        began = time.monotonic()
        status, body = await super().ask(name, message)
        self.waits.append((name, time.monotonic() - began))
        return status, body


@dataclass(frozen=True)
class Outcome:
    """What good people met in one run; times in seconds, memory in MB."""

    way: str
    page_p95_s: float
    answer_p95_s: float
    save_p95_s: float
    steps: int
    saves: int
    troubles: tuple[str, ...]
    lost: tuple[str, ...]
    highest_mb: float
    kernels: int
    strangers: dict[str, dict[str, int]]


@dataclass(frozen=True)
class Goal:
    name: str
    limit: float
    found: float

    @property
    def kept(self) -> bool:
        return self.found <= self.limit


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--short", action="store_true", help="one minute, for a first look")
    parser.add_argument("--pupils", type=int, default=PUPILS)
    parser.add_argument("--entrants", type=int, default=ENTRANTS)
    names = [kind.__name__ for kind, _ in STRANGERS]
    parser.add_argument("--strangers", nargs="+", choices=names, default=names)
    parser.add_argument("--out", type=Path, default=ROOT / "out")
    chosen = parser.parse_args()
    length_s = 60.0 if chosen.short else chosen.minutes * 60
    load = os.getloadavg()[0]
    outcomes = []
    for way, strangers in (("alone", ()), ("besieged", chosen.strangers)):
        print(f"{way} …", file=sys.stderr, flush=True)
        outcomes.append(measure(way, strangers, length_s, chosen.pupils, chosen.entrants))
    goals = check_goals(*outcomes)
    print(render_outcomes(outcomes))
    print(f"\n{render_strangers(outcomes[-1])}\n")
    for goal in goals:
        mark = "kept  " if goal.kept else "MISSED"
        print(f"{mark} {goal.name}: {goal.found:.3g} (goal {goal.limit:g})")
    for outcome in outcomes:
        for text, count in Counter(outcome.troubles + outcome.lost).most_common(10):
            print(f"  {outcome.way}: {count} × {text}", file=sys.stderr)
    print(f"\n{describe_machine()}; load before: {load:.1f}; {length_s / 60:g} minutes each")
    write_record(
        chosen.out,
        "hostile",
        load,
        minutes=length_s / 60,
        outcomes=[asdict(each) for each in outcomes],
        goals=[{**asdict(goal), "kept": goal.kept} for goal in goals],
    )
    raise SystemExit(0 if all(goal.kept for goal in goals) else 1)


def measure(
    way: str, strangers: Sequence[str], length_s: float, pupils: int, entrants: int
) -> Outcome:
    with school(length_s, pupils, entrants) as (hall, pid, target, room, codes, log):
        commitment = hall.office.board(SLUG).contest.key_commitment
        wires = [TimedWire(room, SLUG) for _ in codes]
        people = invite(wires, codes, length_s)
        failures: list[str] = []
        contest = Thread(target=run_contest, args=(people, length_s, failures))
        with sieging(target, strangers, length_s) as seen:
            contest.start()
            diaries, looks = soak(target.pages, pid, pupils, length_s, READING_S)
            contest.join()
        with tempfile.TemporaryDirectory() as folder:
            lost = find_faults(close(hall, SLUG, Path(folder)), commitment, people)
        told = log.read_text(encoding="utf-8")
    faults = [line for line in told.splitlines() if "Sự cố" in line or "Traceback" in line]
    return sum_up(way, diaries, wires, looks, [*failures, *faults], lost, seen)


@contextmanager
def school(
    length_s: float, pupils: int, entrants: int
) -> Iterator[tuple[Hall, int, Target, str, list[str], Path]]:
    """Run both servers on one database; gives its hall, the server's pid, where all is."""
    with tempfile.TemporaryDirectory(prefix="lachan-la-") as name:
        folder = Path(name)
        hall = Hall(f"sqlite:///{folder / 'lachan.db'}", load_content(ROOT))
        minutes = round(length_s / 60) + 10
        codes = hold(hall, entrants, minutes=minutes, prediction=True)
        (code,) = hall.hold(STRANGERS_SLUG, 1, entry=EntryMode.CODES, minutes=minutes)
        log, port = folder / "log.txt", find_quiet_port()
        options = ["--root", str(ROOT), "--contest", "--contest-port", str(port)]
        options += ("--ready", str(pupils), "--kernels", str(KERNELS))
        stack = ExitStack()
        server = stack.enter_context(lachan_server(log, *options, cwd=folder))
        try:
            filled = f"there are not {pupils} pages of each app ready"
            wait_until(lambda: len(find_kernels(server.pid)) >= 2 * pupils, FILL_LIMIT_S, filled)
            target = Target(find_port(server.base), port, STRANGERS_SLUG, code)
            yield hall, server.pid, target, f"http://localhost:{port}", codes, log
        finally:
            # What was measured is not lost to a server that ends slowly.
            try:
                stack.close()
            except subprocess.TimeoutExpired:
                print("the server did not end in 30 s and was killed", file=sys.stderr)
            hall.close()


def invite(wires: Sequence[Wire], codes: Sequence[str], length_s: float) -> list[Contestant]:
    """Return contestants who have answered everything within the time."""
    think_s = length_s * ANSWERING / (ITEMS * TIMES)
    progress = Progress()
    return [
        Contestant(wire, code, Random(number), progress, think_s)
        for number, (wire, code) in enumerate(zip(wires, codes, strict=True))
    ]


def run_contest(people: Sequence[Contestant], length_s: float, failures: list[str]) -> None:
    """Let all take part; who does not come to an end is a failure."""

    async def hold_all() -> None:
        parts = (asyncio.wait_for(person.take_part(), length_s + 120) for person in people)
        found = await asyncio.gather(*parts, return_exceptions=True)
        failures.extend(f"a contestant: {each!r}" for each in found if each is not None)

    asyncio.run(hold_all())


def sum_up(
    way: str,
    diaries: Sequence[Diary],
    wires: Sequence[TimedWire],
    looks: Sequence[Look],
    faults: Sequence[str],
    lost: Sequence[str],
    seen: dict[str, Counter[str]],
) -> Outcome:
    steps = [step for diary in diaries for step in diary.waits]
    saves = [wait for wire in wires for name, wait in wire.waits if name == "save"]
    statuses: Counter[int] = sum((wire.seen for wire in wires), Counter())
    refused = [f"status {code}" for code, n in statuses.items() if code != 200 for _ in range(n)]
    troubles = [trouble for diary in diaries for trouble in diary.troubles]

    def waited(wanted: str) -> float:
        return percentile([wait for kind, _, wait in steps if kind == wanted] or [0.0], 95)

    return Outcome(
        way,
        waited("page"),
        waited("answer"),
        percentile(saves or [0.0], 95),
        len(steps),
        len(saves),
        (*troubles, *refused, *faults),
        tuple(lost),
        max(look.pss_mb for look in looks),
        max(look.kernels for look in looks),
        {name: dict(counts) for name, counts in seen.items()},
    )


def check_goals(alone: Outcome, besieged: Outcome) -> list[Goal]:
    def ratio(name: str) -> float:
        met, usual = float(getattr(besieged, name)), float(getattr(alone, name))
        return met / max(1e-9, usual)

    return [
        Goal("a page, p95, times that without strangers", 2, ratio("page_p95_s")),
        Goal("an answer of a class, p95, times", 2, ratio("answer_p95_s")),
        Goal("a save of a contest, p95, times", 2, ratio("save_p95_s")),
        Goal("errors of good people", 0, len(besieged.troubles)),
        Goal("lost or made up in the contest", 0, len(besieged.lost)),
        Goal("memory, highest, times", 2, ratio("highest_mb")),
    ]


def render_outcomes(outcomes: Sequence[Outcome]) -> str:
    names = ["way", "page, p95", "answer, p95", "save, p95", "steps", "saves", "errors", "lost"]
    names += ("memory, highest", "kernels, most")
    return render_table(
        names,
        (
            (
                each.way,
                *(f"{s:.3f} s" for s in (each.page_p95_s, each.answer_p95_s, each.save_p95_s)),
                each.steps,
                each.saves,
                len(each.troubles),
                len(each.lost),
                f"{each.highest_mb:.0f} MB",
                each.kernels,
            )
            for each in outcomes
        ),
    )


def render_strangers(outcome: Outcome) -> str:
    rows = (
        (name, ", ".join(f"{word} {count}" for word, count in Counter(seen).most_common(5)))
        for name, seen in outcome.strangers.items()
    )
    return render_table(("stranger", "what came of it"), rows, words=2)


if __name__ == "__main__":
    main()
