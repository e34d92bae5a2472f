"""The contest room beside ``lachan serve``: it comes, comes back, and goes with the server."""

from __future__ import annotations

import http.client
import os
import re
import signal
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from support.processes import end_within, find_room
from support.running import ALL_TOLD, running, serve_command, serve_env

LIMIT_S = 60.0


@dataclass(frozen=True)
class Beside:
    """A server and the address of the room beside it."""

    pid: int
    room: str

    def find_child(self) -> int | None:
        found = find_room(self.pid)
        return found[0] if found else None

    def is_healthy(self) -> bool:
        """Ask once; the port is open before the room is, and in between the asker waits."""
        parts = urlsplit(self.room)
        connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=LIMIT_S)
        try:
            # Under a name that the room has only where the server tells it.
            host = {"Host": "truong.example"}
            connection.request("GET", f"{parts.path}lachan/suc-khoe", headers=host)
            return connection.getresponse().status == 200
        except OSError:
            return False
        finally:
            connection.close()


@pytest.fixture
def beside(sample: Path, tmp_path: Path) -> Iterator[Beside]:
    options = ("--contest", "--contest-port", "0")
    command = serve_command(*options, "--allow-host", "truong.example")
    log, env = tmp_path / "log.txt", serve_env(tmp_path)
    with running(command, log, ALL_TOLD, env, sample) as (_, process, seen):
        room = re.search(r"Phòng thi: +(http://localhost:\d+/)", "".join(seen))[1]
        yield Beside(process.pid, room)


def test_it_comes_with_the_server_and_comes_back_where_it_was(beside: Beside) -> None:
    assert beside.is_healthy()
    first = beside.find_child()
    os.kill(first, signal.SIGKILL)
    assert end_within({first}, LIMIT_S)
    assert beside.is_healthy()
    assert beside.find_child() not in (None, first)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_it_goes_with_the_server_however_that_goes(beside: Beside, number: signal.Signals) -> None:
    assert beside.is_healthy()
    room = beside.find_child()
    os.kill(beside.pid, number)
    assert end_within({room}, LIMIT_S)
