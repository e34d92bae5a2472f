"""What holds on one server holds on three behind nginx, and one of them may die."""

from __future__ import annotations

import asyncio
import datetime as dt
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random
from typing import Any

import pytest

from lachan.content import Content
from lachan.domain.contests.contest import EntryMode
from support.accounts import close, find_faults
from support.chaos import hold
from support.contestants import Contestant, Progress, count_seen
from support.contests import Guest, Hall, tell
from support.nodes import COUNT, Nodes, running_nodes
from support.postgres import RunningPostgres
from support.waiting import ask_until
from support.wire import LOST, Wire

pytestmark = pytest.mark.full

# While a node dies nginx may have no answer to give; the page then asks again.
FAIR = {LOST, 200, 502, 504}


@pytest.fixture(scope="module")
def hall(postgres: RunningPostgres, real_content: Content) -> Iterator[Hall]:
    with postgres.database(f"thi_{uuid.uuid4().hex}") as url:
        hall = Hall(url, real_content)
        yield hall
        hall.close()


@pytest.fixture(scope="module")
def nodes(
    hall: Hall, tmp_path_factory: pytest.TempPathFactory, repository: Path
) -> Iterator[Nodes]:
    folder = tmp_path_factory.mktemp("nodes")
    sample = repository / "tests" / "content" / "sample"
    with running_nodes(hall, folder, sample, repository) as nodes:
        yield nodes


def enter_everywhere(nodes: Nodes, slug: str, code: str) -> list[Guest]:
    """Return one person with the same session at each node."""
    first = Guest(nodes.rooms[0].server.base, slug)
    assert first.enter(code).status == 200
    bases = [room.server.base for room in nodes.rooms]
    return [Guest(base, slug, cookie=first.cookie) for base in bases]


def test_contestants_see_at_most_retries_while_a_node_dies(
    nodes: Nodes, hall: Hall, tmp_path: Path
) -> None:
    codes = hall.hold("nut-chet", 120, entry=EntryMode.CODES, prediction=True)
    commitment = hall.office.board("nut-chet").contest.key_commitment
    progress = Progress()
    people = [
        Contestant(Wire(nodes.base, "nut-chet", nodes.tls), code, Random(n), progress, 0.6)
        for n, code in enumerate(codes)
    ]
    asyncio.run(hold(people, [nodes.rooms[1].kill, nodes.rooms[1].come_back]))
    assert set(count_seen(people)) <= FAIR
    assert find_faults(close(hall, "nut-chet", tmp_path), commitment, people) == []
    assert "Sự cố" not in "".join(room.faults() for room in nodes.rooms)


def test_one_attempt_begins_whichever_node_is_asked(nodes: Nodes, hall: Hall) -> None:
    (code,) = hall.hold("mot-luot", 1, entry=EntryMode.CODES)
    guests = enter_everywhere(nodes, "mot-luot", code) * 4
    with ThreadPoolExecutor(len(guests)) as pool:
        views = [tell(reply) for reply in pool.map(lambda guest: guest.call("start", {}), guests)]
    assert {view["number"] for view in views} == {1}
    assert len({view["started_at"] for view in views}) == 1


def test_one_device_is_in_whichever_node_it_came_through(nodes: Nodes, hall: Hall) -> None:
    (code,) = hall.hold("mot-may", 1, entry=EntryMode.CODES)
    guests = [Guest(room.server.base, "mot-may") for room in nodes.rooms * 2]
    with ThreadPoolExecutor(len(guests)) as pool:
        replies = list(pool.map(lambda guest: guest.enter(code), guests))
    assert {reply.status for reply in replies} == {200}
    current = [tell(guest.call("attempt"))["current"] for guest in guests]
    assert sorted(current) == [False] * (len(guests) - 1) + [True]


def test_all_nodes_agree_on_the_deadline(nodes: Nodes, hall: Hall) -> None:
    ends = hall.database.now() + dt.timedelta(seconds=4)
    (code,) = hall.hold("het-gio", 1, entry=EntryMode.CODES, grace_s=0, closes_at=ends)
    guests = enter_everywhere(nodes, "het-gio", code)
    item = tell(guests[0].call("start", {}))["items"][0]
    choices = [each["id"] for each in item["options"]]

    def save(guest: Guest, seq: int) -> dict[str, Any]:
        answer = {"item": item["id"], "seq": seq, "value": choices[seq % 2]}
        ack: dict[str, Any] = tell(guest.call("save", {"answers": [answer]}))["acks"][0]
        return ack

    assert [save(guest, seq)["saved"] for seq, guest in enumerate(guests, 1)] == [True] * COUNT
    # The rooms go by the clock of the database, which only passes.
    ask_until(lambda: hall.database.now() > ends)
    late = [save(guest, 9) for guest in guests]
    assert [(ack["saved"], ack["current_seq"]) for ack in late] == [(False, COUNT)] * COUNT
    receipts = [tell(guest.call("result"))["receipt"] for guest in guests]
    assert [receipt["submitted_by"] for receipt in receipts] == ["deadline"] * COUNT
    assert receipts == receipts[:1] * COUNT
