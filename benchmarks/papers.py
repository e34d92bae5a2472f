"""How long a set of papers takes: to choose and shuffle its items, to print them, to write it all.

The matrix is the ready-made one of 40 items for lower secondary schools, over the real bank. Each
step has a process of its own, whose highest memory is told, and counts from content that is
loaded:

- ``assembly``: 24 forms from 4 equal sets of items, each shuffled 6 ways, with its certificate;
- ``assembly-24``: 24 forms from 24 equal sets, with the gap that is left;
- ``pdf``: the 24 forms as PDF, one after another in one process;
- ``naive``: the same 24 forms, a process for each, as a script around a command-line typesetter
  does (print_form.py, which imports no more than printing needs: 0.3 s of each);
- ``everything``: all that ``lachan paper make`` writes for them with each edition, Word files and a
  class list of 240;
- ``thousand``: 1,000 forms of one set of items, chosen, shuffled and printed.

``python benchmarks/papers.py`` (about two minutes) prints a Markdown table with ratios and goals
and writes JSON. Linux only (memory is read from /proc).
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import pickle
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from measuring import ROOT, describe_machine, highest_mb, render_table, write_record

from lachan.content import Content, load_content
from lachan.domain.kinds import FormMode, PaperStyle
from lachan.domain.papers.context import PaperContext
from lachan.domain.papers.paper import Blueprint
from lachan.domain.papers.rosters import Entrant
from lachan.printing import render_paper
from lachan.workflows.papers.draft import PaperDraft, draft_paper
from lachan.workflows.papers.make import write_papers
from lachan.workflows.papers.making_ahead import make_ahead
from lachan.workflows.papers.options import PaperOptions
from lachan.workflows.papers.pages import PaperPages

TODAY = dt.date(2026, 11, 25)
PEER = Path(__file__).with_name("print_form.py")
MATRIX = "ma-tran-40-cau-thcs"
FORMS, SETS, MANY, PUPILS = 24, 4, 1000, 240
# Seconds at most.
GOALS = {"assembly": 5.0, "pdf": 2.0, "everything": 12.0, "thousand": 60.0}
NAMES = ("step", "forms", "took, s", "a form, ms", "highest memory, MB", "goal, s", "kept")


@dataclass(frozen=True)
class Bench:
    """Content that is loaded, and the matrix."""

    content: Content
    blueprint: Blueprint

    def draft(self, forms: int, sets: int) -> PaperDraft:
        """Return papers of so many forms out of so many sets of items."""
        mode = FormMode.SAME if sets == 1 else FormMode.DIFFERENT
        rules = replace(self.blueprint.rules, mode=mode, base_forms=None if sets == 1 else sets)
        asked = replace(self.blueprint, rules=rules, code_digits=4)
        return draft_paper(self.content, asked, today=TODAY, form_count=forms)


def open_bench() -> Bench:

    content = load_content(ROOT)
    return Bench(content, content.get_blueprint(MATRIX))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--out", type=Path, default=ROOT / "out")
    parser.add_argument("--step", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.step:
        print(json.dumps(take_step(chosen.step)))
        return
    load = os.getloadavg()[0]
    found = {step: run_step(step) for step in STEPS}
    print(render_steps(found))
    print(f"\n{describe_machine()}; load before: {load:.1f}")
    write_record(chosen.out, "papers", load, steps=found)


def run_step(step: str) -> dict[str, Any]:
    command = [sys.executable, __file__, "--step", step]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def take_step(step: str) -> dict[str, Any]:
    """Do one step; return what it took and found."""
    prepare = STEPS[step]
    with tempfile.TemporaryDirectory(prefix="lachan-do-") as folder:
        forms, work = prepare(open_bench(), Path(folder))
        began = time.perf_counter()
        told = work()
        took = time.perf_counter() - began
    return {"forms": forms, "s": took, "mb": highest_mb(), **(told or {})}


Work = Callable[[], dict[str, Any] | None]
Step = Callable[[Bench, Path], tuple[int, Work]]


def assemble_sets(sets: int) -> Step:
    def prepare(bench: Bench, _folder: Path) -> tuple[int, Work]:
        def work() -> dict[str, Any]:
            proof = bench.draft(FORMS, sets).paper.certificate
            stages = {
                stage.name: [str(stage.objective), str(stage.bound)] for stage in proof.stages
            }
            return {
                "stages": stages,
                "difficulty_spread": float(max(proof.difficulty) - min(proof.difficulty)),
                "time_spread_s": max(proof.seconds) - min(proof.seconds),
            }

        return FORMS, work

    return prepare


def print_pdfs(bench: Bench, _folder: Path) -> tuple[int, Work]:
    draft = bench.draft(FORMS, SETS)
    render_paper(draft.paper, draft.paper.forms[0], **_extras(draft.context))
    return FORMS, lambda: _print_all(draft)


def print_in_processes(bench: Bench, folder: Path) -> tuple[int, Work]:
    draft = bench.draft(FORMS, SETS)
    paper = folder / "paper.pickle"
    paper.write_bytes(pickle.dumps((draft.paper, _extras(draft.context))))

    def work() -> None:
        for form in draft.paper.forms:
            command = [sys.executable, str(PEER), str(paper), form.code]
            subprocess.run(command, check=True, capture_output=True)

    return FORMS, work


def write_everything(bench: Bench, folder: Path) -> tuple[int, Work]:

    options = PaperOptions(styles=(PaperStyle.LARGE, PaperStyle.DYSLEXIA))
    roster = [Entrant(f"{n:06}", f"Nguyễn Thị Ánh {n}", "9A") for n in range(1, PUPILS + 1)]

    def work() -> dict[str, Any]:
        draft = bench.draft(FORMS, SETS)
        made = write_papers(
            draft, folder / "de", options, roster, on_progress=lambda _made, _all, _name: None
        )
        return {"files": len(made.names)}

    return FORMS, work


def print_a_thousand(bench: Bench, _folder: Path) -> tuple[int, Work]:
    return MANY, lambda: _print_all(bench.draft(MANY, 1))


STEPS: dict[str, Step] = {
    "assembly": assemble_sets(SETS),
    "assembly-24": assemble_sets(FORMS),
    "pdf": print_pdfs,
    "naive": print_in_processes,
    "everything": write_everything,
    "thousand": print_a_thousand,
}


def _print_all(draft: PaperDraft) -> None:
    pages = PaperPages(draft.paper, draft.context, PaperStyle.STANDARD)
    jobs = ((form.code, partial(pages.print_form, form)) for form in draft.paper.forms)
    for _ in make_ahead(jobs):
        pass


def _extras(context: PaperContext) -> dict[str, Any]:
    return {"pictures": dict(context.pictures), "remarks": tuple(context.remarks)}


def render_steps(found: dict[str, dict[str, Any]]) -> str:
    rows = []
    for step, told in found.items():
        goal = GOALS.get(step)
        rows.append(
            (
                step,
                told["forms"],
                f"{told['s']:.2f}",
                f"{1000 * told['s'] / told['forms']:.0f}",
                f"{told['mb']:.0f}",
                "–" if goal is None else f"{goal:g}",
                "–" if goal is None else "yes" if told["s"] <= goal else "no",
            )
        )
    times = found["naive"]["s"] / found["pdf"]["s"]
    notes = [f"- printing in one process is {times:.1f} times as fast as a process for each form"]
    for step in ("assembly", "assembly-24"):
        told = found[step]
        stages = ", ".join(
            f"{name} {objective} (bound {bound})"
            for name, (objective, bound) in told["stages"].items()
        )
        notes.append(
            f"- {step}: difficulty spread {told['difficulty_spread']:.3f}, "
            f"time spread {told['time_spread_s']} s; {stages}"
        )
    notes.append(f"- everything: {found['everything']['files']} files")
    return render_table(NAMES, rows) + "\n\n" + "\n".join(notes)


if __name__ == "__main__":
    main()
