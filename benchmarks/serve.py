"""How long a class waits for its pages: `lachan serve` and stock Voilà, in one run.

Both serve the same notebook, voila_apps/bai_hoc.ipynb, with the same widgets, content and page
template (Voilà's own template is heavier, so this flatters Voilà). Visitors come at once, over
loopback; each measurement has a server of its own. Four ways:

- ``voila``: stock Voilà, a new kernel for each visitor;
- ``fork``: `lachan serve --ready 0`, each kernel forked when its visitor comes;
- ``ready``: `lachan serve` with as many pages drawn ahead as visitors come;
- ``default``: `lachan serve` as it judges by itself, once it has drawn what it draws ahead.

Then a few visitors come one by one in Chromium, each with an empty cache, and the time until the
page can be used is taken (``--pages 0`` leaves this out; else Playwright and Debian's chromium are
needed). Visitors share the machine with the server.

Prints tables with ratios and goals and writes JSON:
``python benchmarks/serve.py [--crowd] [--out out]``; with 150 visitors about eight minutes.
Linux only (memory and processor time are read from /proc).
"""

from __future__ import annotations

import argparse
import http.client
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from measuring import (
    ROOT,
    answers,
    children,
    cpu_s,
    describe_machine,
    percentile,
    pss_mb,
    render_table,
    wait_until,
    write_record,
)

from support.running import find_quiet_port

PAGE = "/voila/render/bai_hoc.ipynb"
WAYS = ("voila", "fork", "ready", "default")
START_LIMIT_S = 60.0
FILL_LIMIT_S = 300.0
REPLY_LIMIT_S = 400.0
CHROMIUM_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
# The template marks the page once every widget has drawn itself.
USABLE = """() => new Promise((done) => {
  const look = () => document.body.dataset.lachanReady
    ? done(performance.now()) : requestAnimationFrame(look);
  look();
})"""
TRANSFERRED = """() => performance.getEntriesByType("resource")
  .reduce(([n, size], each) => [n + 1, size + each.transferSize], [1, 0])"""
NEEDS = b"application/vnd.jupyter.widget-view+json"


@dataclass(frozen=True)
class Result:
    """One way with one number of visitors; times in seconds, memory in MB.

    What waited is what was drawn ahead, before anyone came.
    """

    way: str
    visitors: int
    failed: int
    first_byte_median_s: float
    first_byte_p95_s: float
    page_median_s: float
    page_p95_s: float
    pss_mb_per_visitor: float
    cpu_s_per_visitor: float
    pages_waiting: int
    waiting_mb: float


@dataclass(frozen=True)
class Opening:
    """One way in Chromium: from the request until the page can be used, cache empty."""

    way: str
    pages: int
    median_s: float
    worst_s: float
    requests: int
    transferred_mb: float


@dataclass(frozen=True)
class Goal:
    """What a way must keep to; `limit` is a most, but for ratios."""

    name: str
    limit: float
    found: float
    kept: bool


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--visitors", type=int, nargs="+", default=[1, 10, 45])
    parser.add_argument("--crowd", action="store_true", help="150 visitors too")
    parser.add_argument("--pages", type=int, default=5, help="pages to open in Chromium")
    parser.add_argument("--ways", nargs="+", choices=WAYS, default=list(WAYS))
    parser.add_argument("--out", type=Path, default=ROOT / "out")
    chosen = parser.parse_args()
    counts = [*chosen.visitors, *([150] if chosen.crowd else [])]
    if max(counts) > 200:
        parser.error("at most 200 visitors")
    load = os.getloadavg()[0]
    results = [measure(way, count) for count in counts for way in chosen.ways]
    openings = [open_pages(way, chosen.pages) for way in chosen.ways if chosen.pages]
    goals = check_goals(results, openings)
    print(render_results(results))
    if openings:
        print(f"\n{render_openings(openings)}")
    print(f"\n{render_goals(goals)}")
    print(f"\n{describe_machine()}; load before: {load:.1f}")
    write_record(
        chosen.out,
        "serve",
        load,
        results=[asdict(result) for result in results],
        openings=[asdict(opening) for opening in openings],
        goals=[asdict(goal) for goal in goals],
    )


def measure(way: str, visitors: int) -> Result:
    with tempfile.TemporaryDirectory() as folder, serving(way, visitors, folder) as (port, pid):
        # Two of the three open apps need a kernel.
        if way == "default":
            wait_for_the_pool(pid)
        wait_for_kernels(pid, 2 * visitors if way == "ready" else 0)
        waiting = find_kernels(pid)
        waiting_mb = sum(map(pss_mb, waiting))
        before_s = cpu_s(pid)
        waits = visit_at_once(port, visitors)
        kernels = find_kernels(pid)
        each_mb = sum(map(pss_mb, kernels)) / max(1, len(kernels))
        # What was taken is drawn anew, at the cost of those who took it.
        wait_for_kernels(pid, 0)
        used_s = cpu_s(pid) - before_s
    good = [wait for wait in waits if wait is not None]
    first, whole = [wait[0] for wait in good], [wait[1] for wait in good]
    return Result(
        way,
        visitors,
        visitors - len(good),
        *(statistics.median(first), percentile(first, 95)),
        *(statistics.median(whole), percentile(whole, 95)),
        each_mb,
        used_s / visitors,
        len(waiting),
        waiting_mb,
    )


@contextmanager
def serving(way: str, visitors: int, folder: str) -> Iterator[tuple[int, int]]:
    """Run a server; gives its port and pid."""
    port = find_quiet_port()
    python = [sys.executable, "-m"]
    env = {**os.environ, "LACHAN_ROOT": str(ROOT), "JUPYTER_PATH": ""}
    if way == "voila":
        apps = ROOT / "voila_apps"
        env["JUPYTER_PATH"] = str(apps / "template")
        command = [*python, "voila", str(apps), "--no-browser", "--Voila.ip=127.0.0.1"]
        command += [f"--port={port}", "--template=lachan"]
    else:
        command = [*python, "lachan", "serve", "--root", str(ROOT), "--no-browser"]
        command += ["--port", str(port)]
        if way != "default":
            ready = visitors if way == "ready" else 0
            command += ["--kernels", "800", "--ready", str(ready)]
        # A contest has a process of its own, which is none of a lesson's.
        command += ["--no-contest"]
        env["LACHAN_DATABASE_URL"] = f"sqlite:///{folder}/lachan.db"
    with (Path(folder) / "log.txt").open("w") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, env=env, cwd=folder)
    try:
        wait_until(lambda: answers(port), START_LIMIT_S, "the server does not listen")
        yield port, process.pid
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(60)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def visit_at_once(port: int, visitors: int) -> list[tuple[float, float] | None]:
    """Let all ask at the same moment; return for each its first byte and its whole page."""
    gate = threading.Barrier(visitors)
    waits: list[tuple[float, float] | None] = [None] * visitors

    def visit(place: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=REPLY_LIMIT_S)
        gate.wait()
        began = time.perf_counter()
        try:
            connection.request("GET", PAGE)
            reply = connection.getresponse()
            first = time.perf_counter() - began
            body = reply.read()
            if reply.status == 200 and NEEDS in body:
                waits[place] = (first, time.perf_counter() - began)
        except (OSError, http.client.HTTPException) as fault:
            print(f"visitor {place}: {fault!r}", file=sys.stderr)
        finally:
            connection.close()

    threads = [threading.Thread(target=visit, args=(place,)) for place in range(visitors)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return waits


def open_pages(way: str, count: int) -> Opening:
    """Let visitors come one after another, each in a browser that has never been here."""
    # Only here: the other measurements need no browser.
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    executable = shutil.which("chromium")
    if executable is None:
        raise SystemExit("chromium is missing; install it or give --pages 0")
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(way, count, folder) as (port, pid),
        sync_playwright() as playwright,
    ):
        wait_for_kernels(pid, 2 * count if way == "ready" else 0)
        browser = playwright.chromium.launch(executable_path=executable, args=CHROMIUM_FLAGS)
        waits, size = [], (0, 0)
        for _ in range(count):
            context = browser.new_context(locale="vi-VN")
            page = context.new_page()
            page.goto(f"http://localhost:{port}{PAGE}")
            waits.append(page.evaluate(USABLE) / 1000)
            size = page.evaluate(TRANSFERRED)
            context.close()
        browser.close()
    return Opening(way, count, statistics.median(waits), max(waits), size[0], size[1] / 1e6)


def check_goals(results: Sequence[Result], openings: Sequence[Opening]) -> list[Goal]:
    """Return what the project wants of `lachan serve`, for what was measured."""
    found = {(each.way, each.visitors): each for each in results}
    goals: list[Goal] = []

    def most(name: str, limit: float, value: float) -> None:
        goals.append(Goal(name, limit, value, value <= limit))

    for way, visitors, limit_s in (("ready", 45, 0.5), ("fork", 45, 5.0), ("ready", 150, 10.0)):
        if result := found.get((way, visitors)):
            most(f"{visitors} at once, {way}: p95 (s)", limit_s, result.page_p95_s)
            most(f"{visitors} at once, {way}: MB each", 27.0, result.pss_mb_per_visitor)
            most(f"{visitors} at once, {way}: refused", 0, result.failed)
    if result := found.get(("default", 150)):
        most("150 at once, default: p95 (s)", 1.0, result.page_p95_s)
        most("150 at once, default: refused", 0, result.failed)
    ours, stock = found.get(("ready", 45)), found.get(("voila", 45))
    if ours and stock:
        ratio = stock.page_p95_s / ours.page_p95_s
        goals.append(Goal("45 at once: times faster than Voilà", 50, ratio, ratio >= 50))
    for opening in openings:
        if opening.way == "ready":
            most("Chromium, ready: usable, median (s)", 1.0, opening.median_s)
    return goals


def wait_for_kernels(pid: int, count: int) -> None:
    """Wait until so many kernels are there and the server has come to rest."""
    wait_until(lambda: len(find_kernels(pid)) >= count, FILL_LIMIT_S, "the pool does not fill")
    seen = [cpu_s(pid)]

    def rests() -> bool:
        seen.append(cpu_s(pid))
        return len(seen) > 10 and seen[-1] - seen[-10] < 0.05

    wait_until(rests, FILL_LIMIT_S, "the server does not come to rest")


def wait_for_the_pool(pid: int) -> None:
    """Wait until the server, which alone knows how many pages it wants, draws no more of them."""
    seen: list[int] = []

    def is_full() -> bool:
        seen.append(len(find_kernels(pid)))
        return len(seen) > 10 and seen[-1] > 0 and len(set(seen[-10:])) == 1

    wait_until(is_full, FILL_LIMIT_S, "the pool does not fill", every_s=1.0)


def find_kernels(pid: int) -> list[int]:
    """Return the leaves of the server's processes, templates without kernels left out."""
    kernels = []
    for child in children(pid):
        words = Path(f"/proc/{child}/cmdline").read_text().split("\0")
        kernels += children(child) if "lachan.kernels.template" in words else [child]
    return kernels


def render_results(results: Sequence[Result]) -> str:
    names = ["visitors", "way", "first byte, median", "p95", "whole page, median", "p95"]
    names += ("times faster (p95)", "MB each", "CPU s each", "failed", "pages waiting", "their MB")
    rows = []
    for each in results:
        stock = next((r for r in results if (r.way, r.visitors) == ("voila", each.visitors)), None)
        ratio = f"{stock.page_p95_s / each.page_p95_s:.1f}" if stock else ""
        times = [each.first_byte_median_s, each.first_byte_p95_s]
        times += [each.page_median_s, each.page_p95_s]
        row = [each.visitors, each.way, *(f"{value:.3f} s" for value in times), ratio]
        row += [f"{each.pss_mb_per_visitor:.1f}", f"{each.cpu_s_per_visitor:.3f}", each.failed]
        row += [each.pages_waiting, f"{each.waiting_mb:.0f}"]
        rows.append(row)
    return render_table(names, rows, words=2)


def render_openings(openings: Sequence[Opening]) -> str:
    names = ("way", "pages in Chromium", "usable, median", "worst", "requests", "MB transferred")
    return render_table(
        names,
        (
            (
                each.way,
                each.pages,
                f"{each.median_s:.2f} s",
                f"{each.worst_s:.2f} s",
                each.requests,
                f"{each.transferred_mb:.1f}",
            )
            for each in openings
        ),
    )


def render_goals(goals: Sequence[Goal]) -> str:
    return "\n".join(
        f"{'kept  ' if each.kept else 'MISSED'} {each.name}: {each.found:.3g} (goal {each.limit:g})"
        for each in goals
    )


if __name__ == "__main__":
    main()
