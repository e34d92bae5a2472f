"""How long a server takes until it answers, and what that costs: ours and stock Voilà, in one run.

Each way is started several times, in turn, on the content of this repository; the time runs from
the start of the process until its home page is there. Ours are started on a machine that never
ran them (``first``: the screens' fonts are made) and on one that has:

- ``voila``: stock Voilà on the folder of our apps;
- ``serve``: `lachan serve` without pages drawn ahead and without a contest room;
- ``room``: `lachan serve --contest-only`, which is also what comes back after it died.

Prints a table with ratios and writes JSON: ``python benchmarks/start.py [--times 5] [--out out]``,
about two minutes. Linux only (processor time is read from /proc).
"""

from __future__ import annotations

import argparse
import http.client
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import product
from pathlib import Path

from measuring import (
    ROOT,
    answers,
    cpu_s,
    describe_machine,
    render_table,
    wait_until,
    write_record,
)

from support.running import find_quiet_port, serve_env

LIMIT_S = 120.0
LOOK_EVERY_S = 0.01
LACHAN = (sys.executable, "-m", "lachan", "serve", "--root", str(ROOT))
WAYS = {
    "voila": (sys.executable, "-m", "voila", str(ROOT / "voila_apps"), "--no-browser"),
    "serve": (*LACHAN, "--no-browser", "--no-contest", "--ready", "0"),
    "room": (*LACHAN, "--contest-only"),
}


@dataclass(frozen=True)
class Start:
    """One start: seconds until the first answer, and processor seconds until then."""

    way: str
    first: bool
    answer_s: float
    cpu_s: float


def start_once(way: str, folder: Path, *, first: bool) -> Start:
    """Start a server, wait for its first answer, and end it."""
    port = find_quiet_port()
    cache = Path(tempfile.mkdtemp(dir=folder)) if first else folder
    own = Path(tempfile.mkdtemp(dir=folder))
    began = time.perf_counter()
    process = subprocess.Popen(
        [*WAYS[way], f"--port={port}"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=serve_env(own, XDG_CACHE_HOME=str(cache)),
        cwd=own,
    )
    try:
        wait_until(
            lambda: answers(port) or process.poll() is not None,
            LIMIT_S,
            f"{way} never answered",
            LOOK_EVERY_S,
        )
        open_home(port)
        return Start(way, first, time.perf_counter() - began, cpu_s(process.pid))
    finally:
        process.terminate()
        process.wait(LIMIT_S)


def open_home(port: int) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=LIMIT_S)
    try:
        connection.request("GET", "/")
        connection.getresponse().read()
    finally:
        connection.close()


def tabulate(starts: Sequence[Start]) -> str:
    """Return a line for each way, with how many times as long as stock Voilà it takes."""
    groups: dict[tuple[str, bool], list[Start]] = {(s.way, s.first): [] for s in starts}
    for each in starts:
        groups[each.way, each.first].append(each)
    stock = statistics.median(s.answer_s for s in groups["voila", False])
    names = ("way", "machine", "starts", "answers, median", "worst", "times voila", "CPU s")
    rows = []
    for (way, first), group in groups.items():
        median = statistics.median(s.answer_s for s in group)
        rows.append(
            (
                way,
                "first time" if first else "has run it",
                len(group),
                f"{median:.2f} s",
                f"{max(s.answer_s for s in group):.2f} s",
                f"{median / stock:.2f}",
                f"{statistics.median(s.cpu_s for s in group):.2f}",
            )
        )
    return render_table(names, rows, words=2)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--times", type=int, default=5, help="starts of each way")
    parser.add_argument("--out", type=Path, default=Path("out"), help="folder of the JSON")
    options = parser.parse_args()
    load = Path("/proc/loadavg").read_text().split()[0]
    kinds = [kind for kind in product(WAYS, (False, True)) if kind != ("voila", True)]
    with tempfile.TemporaryDirectory(prefix="lachan-start-") as folder:
        for way in WAYS:
            # Byte code, the disk's cache and the fonts are there for all alike.
            start_once(way, Path(folder), first=False)
        starts = [
            start_once(way, Path(folder), first=first)
            for _ in range(options.times)
            for way, first in kinds
        ]
    print(f"{describe_machine()}; load before {load}\n\n{tabulate(starts)}")
    write_record(options.out, "start", float(load), starts=[asdict(each) for each in starts])


if __name__ == "__main__":
    main()
