"""What hostile clients have in common: a target, an address of their own, a bounded pace."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass, field
from random import Random
from urllib.parse import urlsplit

import measuring  # noqa: F401 - lets the clients of the tests be imported
from pupil import KERNEL, PRACTICE
from websockets.exceptions import WebSocketException
from websockets.sync.client import ClientConnection
from websockets.sync.client import connect as open_socket
from websockets.typing import Origin, Subprotocol

from support.attacks.hostile import Answer, Door, ask

V1 = Subprotocol("v1.kernel.websocket.jupyter.org")
PATIENCE_S = 10.0


@dataclass(frozen=True)
class Target:
    """The two servers of a school, and a contest of which a stranger has one code."""

    pages: int
    room: int
    slug: str
    code: str

    def page_door(self, source: str) -> Door:
        return Door("127.0.0.1", self.pages, f"localhost:{self.pages}", source=source)

    def room_door(self, source: str) -> Door:
        return Door("127.0.0.1", self.room, f"localhost:{self.room}", source=source)


@dataclass
class Stranger:
    """One hostile client; `act` does its thing once and tells in a word what came of it."""

    target: Target
    source: str
    rng: Random
    per_s: float = 1.0
    seen: Counter[str] = field(default_factory=Counter)

    def act(self) -> str:
        raise NotImplementedError

    def leave(self) -> None:
        """Let go of what is still held."""

    def live(self, until: float) -> None:
        while time.monotonic() < until:
            began = time.monotonic()
            try:
                word = self.act()
            except (OSError, WebSocketException, ValueError) as fault:
                word = type(fault).__name__
            self.seen[word] += 1
            time.sleep(max(0.0, 1 / self.per_s - (time.monotonic() - began)))
        self.leave()

    def ask(self, method: str, path: str, body: bytes = b"", **headers: str) -> Answer | None:
        return ask(self.pages, method, path, spell_headers(headers), body)

    @property
    def pages(self) -> Door:
        return self.target.page_door(self.source)

    @property
    def room(self) -> Door:
        return self.target.room_door(self.source)

    def take_page(self) -> str:
        """Open a page of practice and return its kernel; "" where there is no room."""
        answer = self.ask("GET", PRACTICE)
        found = KERNEL.search(answer.text) if answer and answer.status == 200 else None
        return found.group(1) if found else ""

    def open_socket(self, kernel: str, protocol: str | None) -> ClientConnection:
        return open_socket(
            f"ws://127.0.0.1:{self.target.pages}/api/kernels/{kernel}/channels",
            subprotocols=[Subprotocol(protocol)] if protocol else None,
            origin=Origin(f"http://127.0.0.1:{self.target.pages}"),
            proxy=None,
            max_size=None,
            open_timeout=PATIENCE_S,
            close_timeout=1,
            ping_interval=None,
            source_address=(self.source, 0),
        )


def name_status(answer: Answer | None) -> str:
    return "hung up" if answer is None else str(answer.status)


def spell_headers(headers: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((name.replace("_", "-"), value) for name, value in headers.items())


def own_headers(door: Door) -> dict[str, str]:
    return {"X-Lachan": "1", "Content-Type": "application/json", "Origin": door.origin}


def find_port(address: str) -> int:
    """Return the port of a server's address."""
    port = urlsplit(address).port
    assert port is not None
    return port
