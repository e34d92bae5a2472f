"""What the benchmarks share: ranks and tables, this machine, and processes as /proc tells of them.

Whoever imports this can import what the tests run servers with, too. Linux only.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import platform
import re
import socket
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

TICKS = os.sysconf("SC_CLK_TCK")


def answers(port: int) -> bool:
    """Tell whether something listens there."""
    try:
        socket.create_connection(("127.0.0.1", port), 1).close()
    except OSError:
        return False
    return True


def wait_until(
    true: Callable[[], bool], limit_s: float, otherwise: str, every_s: float = 0.1
) -> None:
    """Look again and again until it is true; end the benchmark after the limit."""
    deadline = time.monotonic() + limit_s
    while not true():
        if time.monotonic() > deadline:
            raise SystemExit(otherwise)
        time.sleep(every_s)


def percentile(values: Sequence[float], share: int) -> float:
    """Return the value that so many per cent do not exceed (nearest rank)."""
    return sorted(values)[max(0, -(-share * len(values) // 100) - 1)]


def render_table(names: Sequence[str], rows: Iterable[Sequence[object]], words: int = 1) -> str:
    """Return a Markdown table; the first columns hold words, the others figures."""
    rules = [*["---"] * words, *["---:"] * (len(names) - words)]
    return "\n".join("| " + " | ".join(map(str, row)) + " |" for row in (names, rules, *rows))


def write_record(folder: Path, name: str, load_before: float, **found: object) -> None:
    """Write what was found as JSON, with when and where it was measured."""
    record = {
        "when": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
        "machine": describe_machine(),
        "load_before": load_before,
        **found,
    }
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"benchmark-{name}.json"
    path.write_text(json.dumps(record, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def describe_machine() -> str:
    (total,) = re.findall(r"MemTotal: *(\d+)", Path("/proc/meminfo").read_text())
    system = platform.freedesktop_os_release()["PRETTY_NAME"]
    return (
        f"{os.cpu_count()} cores, {int(total) / 1024**2:.0f} GiB, "
        f"Python {platform.python_version()}, {system}"
    )


def children(pid: int) -> list[int]:
    try:
        tasks = list(Path(f"/proc/{pid}/task").iterdir())
        found = [(task / "children").read_text().split() for task in tasks]
    except OSError:
        return []
    return [int(child) for each in found for child in each]


def find_family(pid: int) -> list[int]:
    """Return a process and all below it."""
    return [pid, *(each for child in children(pid) for each in find_family(child))]


def cpu_s(pid: int) -> float:
    """Return the processor time of a process and all below it, ended ones included."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return 0.0
    own = sum(map(int, fields[11:15])) / TICKS
    return own + sum(map(cpu_s, children(pid)))


def pss_mb(pid: int) -> float:
    """Return a process's memory; what it shares is divided among those that share it."""
    try:
        return _read_kb(f"/proc/{pid}/smaps_rollup", "Pss") * 1024 / 1e6
    except OSError:
        return 0.0


def highest_mb() -> float:
    """Return the most memory that this process ever held."""
    return _read_kb("/proc/self/status", "VmHWM") / 1024


def _read_kb(path: str, name: str) -> int:
    (found,) = re.findall(rf"^{name}:\s*(\d+) kB", Path(path).read_text(), re.MULTILINE)
    return int(found)
