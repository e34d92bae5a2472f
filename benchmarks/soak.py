"""Ten minutes of a class: 45 scripted pupils who come, learn, practise, leave and come again.

Each pupil opens the home page, then a lesson or practice with the files it names, talks to the
page's widgets over its websocket as the page's scripts do, answers questions, says goodbye, and
comes again. Memory is that of all the server's processes (PSS). Nothing may go wrong, and memory
may not grow: its slope is taken over the second half, when the class has long been in, and of what
one kernel takes, since how many there are goes up and down with who is on a page.

Prints a table and writes JSON: ``python benchmarks/soak.py [--minutes 10] [--pupils 45]``.
Linux only. Pupils share the machine with the server.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random

from measuring import (
    ROOT,
    describe_machine,
    find_family,
    percentile,
    pss_mb,
    render_table,
    write_record,
)
from pupil import Diary, Pupil
from serve import find_kernels, serving, wait_for_kernels

LOOK_S = 5.0
PAUSE_S = (0.5, 4.0)
READY = 45


@dataclass(frozen=True)
class Look:
    """The server at one moment: seconds since the class came in, memory in MB."""

    at_s: float
    pss_mb: float
    kernels: int


@dataclass(frozen=True)
class Minute:
    """What happened within one minute, and how things stood at its end."""

    minute: int
    steps: int
    page_p95_s: float
    answer_p95_s: float
    pss_mb: float
    kernels: int


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--pupils", type=int, default=45)
    parser.add_argument("--out", type=Path, default=ROOT / "out")
    chosen = parser.parse_args()
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as folder, serving("ready", READY, folder) as (port, pid):
        wait_for_kernels(pid, 2 * READY)
        began = time.monotonic()
        diaries, looks = soak(port, pid, chosen.pupils, chosen.minutes * 60)
        log = (Path(folder) / "log.txt").read_text(encoding="utf-8")
    faults = [line for line in log.splitlines() if "Sự cố" in line or "Error" in line]
    troubles = [trouble for diary in diaries for trouble in diary.troubles] + faults
    minutes = sum_up(diaries, looks, began, chosen.minutes)
    length_s = chosen.minutes * 60
    settled = [look for look in looks if length_s / 2 <= look.at_s <= length_s]
    slope = find_slope(settled, lambda look: look.pss_mb)
    slope_of_one = find_slope(settled, lambda look: look.pss_mb / look.kernels)
    print(render_minutes(minutes))
    print(f"\n{chosen.pupils} pupils, {sum(each.steps for each in minutes)} steps")
    print(
        f"errors: {len(troubles)} (goal 0); memory over the second half: {slope:+.1f} MB a minute, "
        f"divided by the kernels there were {slope_of_one:+.2f} MB a minute (goal 0)"
    )
    for text, count in Counter(troubles).most_common(10):
        print(f"  {count} × {text}", file=sys.stderr)
    print(f"{describe_machine()}; load before: {load:.1f}")
    write_record(
        chosen.out,
        "soak",
        load,
        pupils=chosen.pupils,
        errors=troubles,
        slope_mb_per_minute=slope,
        slope_of_one_mb_per_minute=slope_of_one,
        minutes=[asdict(minute) for minute in minutes],
        looks=[asdict(look) for look in looks],
    )
    raise SystemExit(1 if troubles else 0)


def soak(
    port: int, pid: int, count: int, length_s: float, pause_s: tuple[float, float] = PAUSE_S
) -> tuple[list[Diary], list[Look]]:
    """Let the class live for so long; the same seed gives every pupil the same wishes.

    Parameters
    ----------
    pause_s
        How long a pupil thinks between two steps, at least and at most.
    """
    began = time.monotonic()
    pupils = [Pupil(port, Random(place), pause_s) for place in range(count)]
    threads = [threading.Thread(target=pupil.live, args=(began + length_s,)) for pupil in pupils]
    for thread in threads:
        thread.start()
    looks = []
    while any(thread.is_alive() for thread in threads):
        looks.append(take_look(pid, began))
        time.sleep(LOOK_S)
    return [pupil.diary for pupil in pupils], looks


def take_look(pid: int, began: float) -> Look:
    kernels = find_kernels(pid)
    pss = sum(map(pss_mb, find_family(pid)))
    return Look(time.monotonic() - began, pss, len(kernels))


def sum_up(
    diaries: Sequence[Diary], looks: Sequence[Look], began: float, minutes: float
) -> list[Minute]:
    steps = [(kind, (at - began) / 60, wait) for diary in diaries for kind, at, wait in diary.waits]
    result = []
    for minute in range(1, max(1, round(minutes)) + 1):
        within = [(kind, wait) for kind, at, wait in steps if minute - 1 <= at < minute]
        look = max((each for each in looks if each.at_s <= minute * 60), key=lambda each: each.at_s)
        waits = {
            kind: [wait for name, wait in within if name == kind] or [0.0]
            for kind in ("page", "answer")
        }
        times = (percentile(waits["page"], 95), percentile(waits["answer"], 95))
        result.append(Minute(minute, len(within), *times, look.pss_mb, look.kernels))
    return result


def find_slope(looks: Sequence[Look], memory: Callable[[Look], float]) -> float:
    """Return the growth of `memory` in MB a minute, by least squares."""
    if len(looks) < 3:
        return 0.0
    line = statistics.linear_regression(
        [look.at_s / 60 for look in looks], [memory(look) for look in looks]
    )
    return line.slope


def render_minutes(minutes: Sequence[Minute]) -> str:
    names = ("minute", "steps", "page, p95", "answer, p95", "memory", "kernels")
    return render_table(
        names,
        (
            (
                each.minute,
                each.steps,
                f"{each.page_p95_s:.3f} s",
                f"{each.answer_p95_s:.3f} s",
                f"{each.pss_mb:.0f} MB",
                each.kernels,
            )
            for each in minutes
        ),
    )


if __name__ == "__main__":
    main()
