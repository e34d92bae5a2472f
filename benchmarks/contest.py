"""How many contestants one machine holds: entering, beginning at one moment, saving.

The load comes from this process, over loopback; the servers have processes of their own and
write to the disk as they do on the day (SQLite with synchronous=FULL, PostgreSQL with fsync).
Four ways, each with a database of its own:

- ``naive``: SQLite, one commit a save, which is what a plain web application does;
- ``sqlite``: one node on SQLite, saves that wait together are committed together;
- ``postgres``: one node on PostgreSQL;
- ``nodes``: three nodes on PostgreSQL behind nginx with HTTPS, as in deploy/contest/.

Each way is measured three times over: all begin at once; each saves every ten seconds; a few
save without a pause, which is as fast as the way goes. Latencies count from the moment that a
save was due, so a server that stalls is not spared what it kept waiting.

Prints a table and writes JSON: ``python benchmarks/contest.py [--short] [--out out]``. Linux
only (memory and processor time are read from /proc); needs PostgreSQL and nginx.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import resource
import ssl
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

from measuring import (
    ROOT,
    cpu_s,
    describe_machine,
    find_family,
    percentile,
    pss_mb,
    render_table,
    write_record,
)

from lachan.content import load_content
from lachan.domain.contests.contest import EntryMode
from lachan.domain.kinds import Status
from support import contests
from support.certificates import make_pair
from support.deployed import running_nginx
from support.nodes import COUNT, write_configuration
from support.postgres import running_postgres
from support.responses import draw_value
from support.running import find_quiet_port, running
from support.wire import LOST, Wire

WAYS = ("naive", "sqlite", "postgres", "nodes")
SLUG = "do-tai"
ITEMS = 20
SAVE_EVERY_S = 10.0
TRY_AGAIN_S = 1.0
ENTERING_AT_ONCE = 100
SATURATING = 96
NAIVE_NODE = Path(__file__).with_name("naive_node.py")


Question = dict[str, Any]
"""An item as the contest room is told it."""


@dataclass(frozen=True)
class Extent:
    """How much is measured; the paced part of PostgreSQL is the longest."""

    entrants: int
    paced_s: float
    long_paced_s: float
    saturated_s: float


WHOLE = Extent(2000, 30.0, 180.0, 8.0)
SHORT = Extent(200, 12.0, 12.0, 4.0)


@dataclass(frozen=True)
class Phase:
    """One part of a way: calls, latencies in milliseconds, and the cores that were busy."""

    calls: int
    failed: int
    lasted_s: float
    p50_ms: float
    p95_ms: float
    p99_ms: float
    worst_ms: float
    node_cores: float
    database_cores: float
    load_cores: float

    @property
    def per_s(self) -> float:
        return (self.calls - self.failed) / self.lasted_s


@dataclass(frozen=True)
class Result:
    way: str
    entrants: int
    entering: Phase
    beginning: Phase
    paced: Phase
    saturated: Phase
    node_mb: float
    database_mb: float


@dataclass(frozen=True)
class Way:
    """A running way: where it is reached and whose time it takes."""

    base: str
    tls: ssl.SSLContext | None
    hall: contests.Hall
    nodes: tuple[int, ...]
    database: int | None

    def cpu(self) -> tuple[float, float, float]:
        own = resource.getrusage(resource.RUSAGE_SELF)
        database = cpu_s(self.database) if self.database else 0.0
        return sum(map(cpu_s, self.nodes)), database, own.ru_utime + own.ru_stime

    def memory(self) -> tuple[float, float]:
        database = _family_mb(self.database) if self.database else 0.0
        return sum(map(_family_mb, self.nodes)), database


def _family_mb(pid: int) -> float:
    return sum(map(pss_mb, find_family(pid)))


class Lap:
    """Measures one phase: call `add` for every call, then `end`."""

    def __init__(self, way: Way) -> None:
        self._way = way
        self._waits: list[float] = []
        self._failed = 0
        self._cpu = way.cpu()
        self._began = time.perf_counter()

    def add(self, wait_s: float, status: int) -> None:
        self._waits.append(wait_s * 1000)
        self._failed += status != 200

    def end(self) -> Phase:
        lasted = time.perf_counter() - self._began
        used = [(now - then) / lasted for now, then in zip(self._way.cpu(), self._cpu, strict=True)]
        ranks = [percentile(self._waits, share) for share in (50, 95, 99, 100)]
        return Phase(len(self._waits), self._failed, lasted, *ranks, *used)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--ways", nargs="+", choices=WAYS, default=WAYS)
    parser.add_argument("--entrants", type=int)
    parser.add_argument("--short", action="store_true", help="a tenth of the load, a minute long")
    parser.add_argument("--out", type=Path, default=ROOT / "out", help="folder for the JSON")
    options = parser.parse_args()
    extent = SHORT if options.short else WHOLE
    if options.entrants:
        extent = replace(extent, entrants=options.entrants)
    load = os.getloadavg()[0]
    results = []
    for way in options.ways:
        print(f"{way} …", file=sys.stderr, flush=True)
        results.append(measure(way, extent))
    print(f"{describe_machine()}; load average before: {load:.1f}\n")
    print(render_results(results))
    found = {"extent": asdict(extent), "results": [asdict(each) for each in results]}
    write_record(options.out, "contest", load, **found)


def measure(name: str, extent: Extent) -> Result:
    paced_s = extent.long_paced_s if name in ("postgres", "nodes") else extent.paced_s
    with running_way(name) as way:
        codes = hold(way.hall, extent.entrants)
        return asyncio.run(run_day(name, way, codes, paced_s, extent.saturated_s))


async def run_day(
    name: str, way: Way, codes: Sequence[str], paced_s: float, saturated_s: float
) -> Result:
    wires = [Wire(way.base, SLUG, way.tls) for _ in codes]
    entering = await enter(way, wires, codes)
    beginning, forms = await begin(way, wires)
    paced = await save_in_turn(way, wires, forms, paced_s)
    memory = way.memory()
    saturated = await save_without_pause(way, wires, forms, saturated_s)
    for wire in wires:
        wire.drop()
    return Result(name, len(codes), entering, beginning, paced, saturated, *memory)


async def enter(way: Way, wires: Sequence[Wire], codes: Sequence[str]) -> Phase:
    lap, door = Lap(way), asyncio.Semaphore(ENTERING_AT_ONCE)

    async def come(wire: Wire, code: str) -> None:
        async with door:
            began = time.perf_counter()
            status, _ = await wire.ask("enter", {"code": code, "device": "may-tinh"})
            lap.add(time.perf_counter() - began, status)

    await asyncio.gather(*map(come, wires, codes))
    return lap.end()


async def begin(way: Way, wires: Sequence[Wire]) -> tuple[Phase, list[list[Question]]]:
    """Let all look and begin at the same moment; returns their forms as well.

    Whoever gets no answer tries again; each try counts as a call, and the failed ones as failed.
    """
    lap = Lap(way)

    async def start(wire: Wire) -> list[Question]:
        began, status = time.perf_counter(), LOST
        await wire.ask("attempt")
        while status != 200:
            status, view = await wire.ask("start", {})
            lap.add(time.perf_counter() - began, status)
            await asyncio.sleep(0 if status == 200 else TRY_AGAIN_S)
        items: list[Question] = view["items"]
        return items

    forms = await asyncio.gather(*map(start, wires))
    return lap.end(), forms


async def save_in_turn(
    way: Way, wires: Sequence[Wire], forms: Sequence[list[Question]], lasting_s: float
) -> Phase:
    """Let each save every ten seconds, spread evenly."""
    lap, began = Lap(way), time.perf_counter()

    async def work(place: int, wire: Wire, form: list[Question]) -> None:
        random, due, seq = Random(place), began + SAVE_EVERY_S * place / len(wires), 0
        while due < began + lasting_s:
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            seq += 1
            status = await save(wire, form, seq, random)
            lap.add(time.perf_counter() - due, status)
            due += SAVE_EVERY_S

    await asyncio.gather(*map(work, range(len(wires)), wires, forms))
    return lap.end()


async def save_without_pause(
    way: Way, wires: Sequence[Wire], forms: Sequence[list[Question]], lasting_s: float
) -> Phase:
    lap, end = Lap(way), time.perf_counter() + lasting_s

    async def work(place: int) -> None:
        random, seq = Random(place), 1000
        while (began := time.perf_counter()) < end:
            seq += 1
            status = await save(wires[place], forms[place], seq, random)
            lap.add(time.perf_counter() - began, status)

    await asyncio.gather(*map(work, range(min(SATURATING, len(wires)))))
    return lap.end()


async def save(wire: Wire, form: list[Question], seq: int, random: Random) -> int:
    item = random.choice(form)
    answer = {"item": item["id"], "seq": seq, "value": draw_value(item, random)}
    status, body = await wire.ask("save", {"answers": [answer]})
    return status if status != 200 or body["acks"][0]["saved"] else 409


def hold(hall: contests.Hall, entrants: int, **changes: Any) -> list[str]:
    """Open a contest with a paper of twenty items."""
    ready = [i for i in hall.content.items if i.status is Status.READY]
    closed = [i for i in ready if i.type in contests.CLOSED_TYPES]
    band = closed[0].band
    chosen = [replace(each, enemies=frozenset(), group="") for each in closed if each.band is band][
        :ITEMS
    ]
    return hall.hold(SLUG, entrants, items=tuple(chosen), entry=EntryMode.CODES, **changes)


@contextmanager
def running_way(name: str) -> Iterator[Way]:
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="lachan-do-")))
        url, database = f"sqlite:///{folder / 'lachan.db'}", None
        if name in ("postgres", "nodes"):
            server = stack.enter_context(running_postgres(""))
            url = stack.enter_context(server.database("thi"))
            pid = (server.folder / "data" / "postmaster.pid").read_text().split()[0]
            database = int(pid)
        hall = contests.Hall(url, load_content(ROOT))
        stack.callback(hall.close)
        count = COUNT if name == "nodes" else 1
        nodes = [
            stack.enter_context(running_node(url, folder, number, naive=name == "naive"))
            for number in range(count)
        ]
        base, tls, pids = f"http://localhost:{nodes[0][0]}", None, tuple(pid for _, pid in nodes)
        if name == "nodes":
            pair, port = make_pair(folder / "tls"), find_quiet_port()
            main_file = write_configuration(ROOT, folder, pair, [port for port, _ in nodes], port)
            nginx = stack.enter_context(running_nginx(folder, main_file, port))
            base, tls, pids = f"https://localhost:{port}", pair.trust(), (*pids, nginx.pid)
        yield Way(base, tls, hall, pids, database)


@contextmanager
def running_node(url: str, folder: Path, number: int, *, naive: bool) -> Iterator[tuple[int, int]]:
    """Run a node; gives its port and pid."""
    program = [str(NAIVE_NODE)] if naive else ["-m", "lachan"]
    port = find_quiet_port()
    words = ["serve", "--contest-only", "--port", str(port), "--root", str(ROOT)]
    environ = {**os.environ, "LACHAN_DATABASE_URL": url, "COLUMNS": "200"}
    command, log = [sys.executable, *program, *words], folder / f"node-{number}.txt"
    with running(command, log, contests.READY, environ, folder) as (_, process, _):
        yield port, process.pid


def render_results(results: Sequence[Result]) -> str:
    names = ["way", "entrants", "all begun in", "saves/s", "p50", "p95", "p99", "failed"]
    names += ("node cores", "database cores", "MB", "saves/s at most", "p95 then", "times naive")
    naive = next((each.saturated.per_s for each in results if each.way == "naive"), None)
    rows = []
    for each in results:
        paced, full = each.paced, each.saturated
        failed = sum(p.failed for p in (each.entering, each.beginning, paced, full))
        row = [
            each.way,
            each.entrants,
            f"{each.beginning.lasted_s:.1f} s",
            f"{paced.per_s:.0f}",
            *(f"{value:.0f} ms" for value in (paced.p50_ms, paced.p95_ms, paced.p99_ms)),
            failed,
            f"{paced.node_cores:.2f}",
            f"{paced.database_cores:.2f}",
            f"{each.node_mb + each.database_mb:.0f}",
            f"{full.per_s:.0f}",
            f"{full.p95_ms:.0f} ms",
            f"{full.per_s / naive:.1f}" if naive else "",
        ]
        rows.append(row)
    return render_table(names, rows)


if __name__ == "__main__":
    main()
