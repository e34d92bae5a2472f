"""What a command costs as a whole process: this tree, and another one beside it, in turn.

``lachan check`` of all content of this tree, and ``lachan --help``. The other tree is any checkout
that the same environment can run: ``git worktree add ../before COMMIT``. Where the machine does
other work its seconds stretch; the ratios, pair by pair, stretch little.

Prints a table and writes JSON: ``python benchmarks/commands.py --before ../before [--times 5]
[--out out]``. Not on Windows (processor time is what the system tells of ended children).
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
from pathlib import Path

from measuring import ROOT, describe_machine, render_table, write_record

COMMANDS = {"check": ("check", "--root", str(ROOT)), "--help": ("--help",)}


def measure(tree: Path, arguments: tuple[str, ...]) -> float:
    """Return the processor seconds that one run takes; it must end well."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, "-m", "lachan", *arguments],
        cwd=tree,
        env={**os.environ, "PYTHONPATH": str(tree / "src")},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--before", type=Path, required=True, help="the other tree")
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--out", type=Path, default=ROOT / "out")
    arguments = parser.parse_args()
    trees = {"before": arguments.before.resolve(), "after": ROOT}
    load = os.getloadavg()[0]
    found: dict[str, dict[str, list[float]]] = {}
    for name, command in COMMANDS.items():
        for tree in trees.values():  # what Python compiles and the system reads for the first time
            measure(tree, command)
        pairs = [
            {key: measure(tree, command) for key, tree in trees.items()}
            for _ in range(arguments.times)
        ]
        found[name] = {key: [each[key] for each in pairs] for key in trees}
    rows = []
    for name, taken in found.items():
        ratios = sorted(b / a for b, a in zip(taken["before"], taken["after"], strict=True))
        rows.append(
            [
                f"`lachan {name}`",
                *(f"{statistics.median(taken[key]):.2f} s" for key in trees),
                f"{ratios[0]:.2f} – {statistics.median(ratios):.2f} – {ratios[-1]:.2f}",
            ]
        )
    print(describe_machine(), f"load before: {load:.1f}", sep="; ", end="\n\n")
    print(render_table(["command", "before, median", "after, median", "before/after"], rows))
    write_record(arguments.out, "commands", load, seconds=found)


if __name__ == "__main__":
    main()
