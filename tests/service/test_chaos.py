"""A contest while everything breaks: what was acknowledged is there, once, and is scored.

The server is killed, the database restarted, and every contestant's network cut at random. With
SQLite the database lives in the server, so that killing the one is killing the other.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random

import pytest

from lachan.content import Content
from lachan.domain.contests.contest import EntryMode
from support.accounts import close, find_faults
from support.chaos import Blow, Room, Weather, hold, running_room
from support.contestants import Contestant, Progress, count_seen
from support.contests import Hall
from support.postgres import RunningPostgres, running_postgres
from support.wire import LOST, Wire

SLUG = "hon-loan"
KINDS = ["sqlite", "postgresql"]
# Whatever happens a person gets an answer, a refusal that is true, or no network; never a fault.
FAIR = {LOST, 200, 409, 429, 503}


@contextmanager
def open_hall(
    kind: str, folder: Path, content: Content
) -> Iterator[tuple[Hall, RunningPostgres | None]]:
    """Open a database of the test's own, which writes to the disk as a real one does."""
    if kind == "sqlite":
        hall, server = Hall(f"sqlite:///{folder / 'lachan.db'}", content), None
        yield hall, server
        hall.close()
        return
    with running_postgres("") as server, server.database("thi") as url:
        hall = Hall(url, content)
        yield hall, server
        hall.close()


async def restart(postgres: RunningPostgres) -> None:
    """Stop the database as if the power had failed, and start it again."""
    await asyncio.to_thread(postgres.stop, "immediate")
    await asyncio.to_thread(postgres.start)


def invite(room: Room, codes: Sequence[str], think_s: float, seed: int) -> list[Contestant]:
    """Return the contestants; one in five goes away without handing in."""
    progress = Progress()
    people = []
    for number, code in enumerate(codes):
        random = Random(f"{seed}|{number}")
        weather = Weather(Random(f"{seed}|{number}|weather"))
        wire = Wire(room.server.base, SLUG, draw_cut=weather)
        person = Contestant(wire, code, random, progress, think_s, number % 5 != 4)
        people.append(person)
    return people


def run_day(
    kind: str,
    count: int,
    kills: int,
    think_s: float,
    folder: Path,
    content: Content,
    root: Path,
    seed: int,
) -> list[Contestant]:
    with open_hall(kind, folder, content) as (hall, postgres):
        codes = hall.hold(SLUG, count, entry=EntryMode.CODES, prediction=True)
        commitment = hall.office.board(SLUG).contest.key_commitment
        with running_room(hall, folder, root) as room:
            people = invite(room, codes, think_s, seed)
            blows: list[Blow] = [room.kill_and_come_back] * kills
            if postgres is not None:
                blows.insert(1, lambda: restart(postgres))
            asyncio.run(hold(people, blows))
            assert room.kills == kills
        bundle = close(hall, SLUG, folder)
        assert find_faults(bundle, commitment, people) == []
        assert "Sự cố" not in room.faults()
    return people


@pytest.mark.parametrize("kind", ["sqlite", pytest.param("postgresql", marks=pytest.mark.full)])
def test_nothing_is_lost_while_the_server_dies(
    kind: str, tmp_path: Path, sample: Path, real_content: Content
) -> None:
    people = run_day(kind, 24, 1, 0.15, tmp_path, real_content, sample, seed=7)
    assert set(count_seen(people)) <= FAIR
    assert count_seen(people)[LOST] > 50


@pytest.mark.full
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_lost_on_the_worst_of_days(
    kind: str, tmp_path: Path, sample: Path, real_content: Content
) -> None:
    people = run_day(kind, 200, 3, 1.2, tmp_path, real_content, sample, seed=8)
    assert set(count_seen(people)) <= FAIR
    assert count_seen(people)[LOST] > 500
