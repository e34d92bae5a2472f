"""A server with the contest room beside it, both as their operator starts them."""

from __future__ import annotations

import http.client
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from support.processes import find_room
from support.running import ALL_TOLD, HOME, RunningServer, running, serve_command, serve_env
from support.waiting import ask_until

LIMIT_S = 60.0
NAME = "truong.example"


@dataclass(frozen=True)
class Beside:
    """A server and the address of the room beside it."""

    server: RunningServer
    room: str

    @property
    def pid(self) -> int:
        return self.server.pid

    def find_child(self) -> int | None:
        found = find_room(self.pid)
        return found[0] if found else None

    def is_healthy(self) -> bool:
        """Ask once; where the port is open before the room is, the asker waits in between."""
        parts = urlsplit(self.room)
        assert parts.hostname is not None
        connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=LIMIT_S)
        try:
            # Under a name that the room has only where the server tells it.
            connection.request("GET", f"{parts.path}lachan/suc-khoe", headers={"Host": NAME})
            return connection.getresponse().status == 200
        except OSError:
            return False
        finally:
            connection.close()

    def await_health(self) -> None:
        """Return once the room answers; raises `TimeoutError`."""
        ask_until(self.is_healthy, LIMIT_S)


@contextmanager
def running_beside(
    root: Path, folder: Path, env: Mapping[str, str] | None = None
) -> Iterator[Beside]:
    """Run ``lachan serve`` with its room on the content of `root`, both on free ports."""
    options = ("--ready", "0", "--contest", "--contest-port", "0", "--allow-host", NAME)
    log, environ = folder / "log.txt", serve_env(folder, **(env or {}))
    with running(serve_command(*options), log, ALL_TOLD, environ, root) as (_, process, seen):
        told = "".join(seen)
        home = HOME.search(told)
        assert home is not None
        (room,) = re.findall(r"Phòng thi: +(http://localhost:\d+/)", told)
        base = home[0].rstrip("/")
        yield Beside(RunningServer(base, log, process.pid, tuple(seen)), room)
