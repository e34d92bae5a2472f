"""How long it takes to close a big contest, and how much memory: score, rank, bundle, verify.

Fills a database with made-up attempts of twenty answers each, as if they had been held, then
takes each step in a process of its own and tells its time and its highest memory:
``python benchmarks/closing.py [--attempts 50000] [--database sqlite|postgresql] [--out out]``.
Linux only; PostgreSQL's own memory is not counted.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Any

from contest import ITEMS, SLUG, hold
from measuring import ROOT, describe_machine, highest_mb, render_table, write_record
from sqlalchemy import insert, select, update

from lachan.content import load_content
from lachan.store import Connection, open_store
from lachan.store.contests import tables as t
from lachan.store.contests.chain import answer_record, link, start_record
from lachan.store.schema import EPOCH, to_microseconds
from lachan.workflows.contests.bundle import write_bundle
from lachan.workflows.contests.database import ContestDatabase
from lachan.workflows.contests.frozen import FrozenContest
from lachan.workflows.contests.outcome import close_contest
from lachan.workflows.contests.verify import verify_bundle
from support.contests import WHO, Hall
from support.postgres import running_postgres
from support.responses import draw_value

BATCH = 1000
STEPS = ("close", "bundle", "verify")
SECOND_US = 1_000_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--attempts", type=int, default=50_000)
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="postgresql")
    parser.add_argument("--out", type=Path, default=ROOT / "out", help="folder for the JSON")
    parser.add_argument("--step", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.step:
        take_step(*options.step)
        return
    load = os.getloadavg()[0]
    found = measure(options.attempts, options.database)
    print(f"{describe_machine()}; {options.database}, {options.attempts} attempts\n")
    print(render_steps(found))
    write_record(options.out, "closing", load, attempts=options.attempts, steps=found)


def measure(attempts: int, kind: str) -> dict[str, dict[str, float]]:
    with tempfile.TemporaryDirectory(prefix="lachan-do-") as folder, database(kind, folder) as url:
        fill(url, attempts)
        bundle = Path(folder) / "ho-so.zip"
        found = {}
        for step in STEPS:
            command = [sys.executable, __file__, "--step", step, url, str(bundle)]
            done = subprocess.run(command, check=True, capture_output=True, text=True)
            found[step] = json.loads(done.stdout)
        found["bundle"]["file_mb"] = bundle.stat().st_size / 1e6
        return found


@contextmanager
def database(kind: str, folder: str) -> Iterator[str]:
    if kind == "sqlite":
        yield f"sqlite:///{folder}/lachan.db"
        return
    with running_postgres("") as server, server.database("thi") as url:
        yield url


def take_step(step: str, url: str, bundle: str) -> None:
    """Do one step and print its seconds and its process's highest memory."""
    store = open_store(url)
    contests = ContestDatabase(store)

    def write() -> None:
        with Path(bundle).open("wb") as file:
            write_bundle(contests, SLUG, file)

    def verify() -> None:
        assert verify_bundle(bundle).faults == []

    steps: dict[str, Callable[[], object]] = {
        "close": lambda: close_contest(contests, SLUG, who=WHO, at_once=True),
        "bundle": write,
        "verify": verify,
    }
    before = highest_mb()
    began = time.perf_counter()
    steps[step]()
    lasted = time.perf_counter() - began
    print(json.dumps({"s": lasted, "mb": highest_mb(), "mb_before": before}))
    contests.close()
    store.close()


def fill(url: str, attempts: int) -> None:
    """Write entrants, submitted attempts and their answers as the desk would have."""
    hall = Hall(url, load_content(ROOT))
    now = hall.database.now()
    hold(hall, attempts, opens_at=now - dt.timedelta(hours=1))
    with hall.database.read() as connection:
        frozen = hall.database.get_frozen(connection, 1)
        query = select(t.entrants.c.id, t.entrants.c.pseudonym).order_by(t.entrants.c.id)
        people = [(row.id, row.pseudonym) for row in connection.execute(query)]
    for first in range(0, len(people), BATCH):
        with hall.database.store.write() as connection:
            write_attempts(connection, frozen, people[first : first + BATCH], now)
    hall.close()


def write_attempts(
    connection: Connection,
    frozen: FrozenContest,
    people: Sequence[tuple[int, str]],
    now: dt.datetime,
) -> None:
    attempts, events = [], []
    for entrant_id, pseudonym in people:
        random = Random(entrant_id)
        started = to_microseconds(now) - random.randrange(900 * SECOND_US, 1200 * SECOND_US)
        rows, chain = make_answers(frozen, entrant_id, pseudonym, started, random)
        events += rows
        ended = rows[-1]["received_at"]
        attempts.append(
            {
                "id": entrant_id,
                "contest_id": 1,
                "entrant_id": entrant_id,
                "number": 1,
                "form_code": frozen.choose_form(pseudonym, 1),
                "state": "submitted",
                "started_at": _instant(started),
                "deadline_at": _instant(started + 1200 * SECOND_US),
                "submitted_at": ended,
                "submitted_by": "contestant",
                "event_count": len(rows),
                "chain": chain,
                "last_seen_at": ended,
            }
        )
    connection.execute(insert(t.attempts), attempts)
    connection.execute(insert(t.events), events)
    ids = [each["entrant_id"] for each in attempts]
    connection.execute(update(t.entrants).where(t.entrants.c.id.in_(ids)).values(attempt_count=1))


def make_answers(
    frozen: FrozenContest, attempt_id: int, pseudonym: str, started: int, random: Random
) -> tuple[list[dict[str, Any]], str]:
    form = frozen.choose_form(pseudonym, 1)
    head = link("", start_record(pseudonym, 1, form, started))
    rows, at = [], started
    for number, item in enumerate(frozen.public_items(form), 1):
        at += random.randrange(5 * SECOND_US, 40 * SECOND_US)
        value = json.dumps(draw_value(item, random), sort_keys=True)
        head = link(head, answer_record(number, item["id"], 1, value, at))
        received = _instant(at)
        rows.append(
            {
                "attempt_id": attempt_id,
                "item_id": item["id"],
                "seq": 1,
                "number": number,
                "value": value,
                "received_at": received,
                "latest_at": received,
                "hash": head,
            }
        )
    assert len(rows) == ITEMS
    return rows, head


def _instant(microseconds: int) -> dt.datetime:
    return EPOCH + dt.timedelta(microseconds=microseconds)


def render_steps(found: dict[str, dict[str, float]]) -> str:
    rows = (
        (step, f"{each['s']:.1f} s", f"{each['mb']:.0f} MB", f"{each['mb_before']:.0f} MB")
        for step, each in found.items()
    )
    table = render_table(("step", "time", "highest memory", "of it before"), rows)
    return f"{table}\n\nbundle: {found['bundle']['file_mb']:.1f} MB"


if __name__ == "__main__":
    main()
