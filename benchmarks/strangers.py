"""Eight strangers who each do one hostile thing over and over, at a bounded pace.

Each comes from an address of its own in 127.0.0.0/8. They run in a process of their own, so that
what they do costs the good pupils' script nothing but the processor that both share.
"""

from __future__ import annotations

import json
import multiprocessing
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from random import Random
from threading import Thread
from typing import Any

from bent_frames import FRAMES, ask_nobody
from pupil import PRACTICE
from stranger import V1, Stranger, Target, name_status, own_headers, spell_headers
from websockets.sync.client import ClientConnection

from lachan.domain.contests.entry_codes import make_entry_code
from support.attacks import strategies
from support.attacks.hostile import Answer, Line, ask, connect, render_request
from support.responses import draw_value

# What one stranger holds open at once, at most.
MOST_PAGES = 20
MOST_SOCKETS = 40
MOST_LINES = 60


@dataclass
class FrameBender(Stranger):
    """Sends frames that no front end sends, with and without the protocol's name."""

    kernel: str = ""

    def act(self) -> str:
        if not self.kernel or self.rng.random() < 0.2:
            self.kernel = self.take_page()
        if not self.kernel:
            return "no page"
        with self.open_socket(self.kernel, self.rng.choice((V1, None))) as socket:
            for frame in self.rng.sample(FRAMES, 3):
                socket.send(frame)
            for _ in range(5):
                socket.recv(timeout=0.2)
        return "spoken"


@dataclass
class Hoarder(Stranger):
    """Opens sockets to one page and never reads what they say."""

    kernel: str = ""
    sockets: list[ClientConnection] = field(default_factory=list)

    def act(self) -> str:
        if not self.kernel:
            self.kernel = self.take_page()
            return "page" if self.kernel else "no page"
        if len(self.sockets) >= MOST_SOCKETS:
            self.leave()
            return "let go"
        self.sockets.append(self.open_socket(self.kernel, V1))
        for message in [ask_nobody() for _ in range(10)] * 2:
            self.sockets[-1].send(message)
        return "socket"

    def leave(self) -> None:
        for socket in self.sockets:
            socket.socket.close()
        self.sockets, self.kernel = [], ""


@dataclass
class Sitter(Stranger):
    """Takes page after page, connects, and says nothing."""

    held: list[ClientConnection] = field(default_factory=list)

    def act(self) -> str:
        kernel = self.take_page()
        if not kernel:
            return "no page"
        self.held.append(self.open_socket(kernel, V1))
        if len(self.held) > MOST_PAGES:
            self.held.pop(0).socket.close()
        return "page"

    def leave(self) -> None:
        for socket in self.held:
            socket.socket.close()


class PasscodeGuesser(Stranger):
    """Guesses the staff's passcode through the login form."""

    def act(self) -> str:
        form = self.ask("GET", "/lachan/dang-nhap")
        if form is None or 'name="_xsrf"' not in form.text:
            return "no form" if form is None else str(form.status)
        token = form.text.partition('name="_xsrf" value="')[2].partition('"')[0]
        cookie = form.headers.get("set-cookie", "").partition(";")[0]
        body = f"passcode={self.rng.randrange(10**8):08}&_xsrf={token}".encode()
        kind = "application/x-www-form-urlencoded"
        headers = {"Cookie": cookie, "Content-Type": kind, "Origin": self.pages.origin}
        return name_status(
            ask(self.pages, "POST", "/lachan/dang-nhap", spell_headers(headers), body)
        )


class CodeGuesser(Stranger):
    """Guesses codes of the contest and of live classes."""

    def act(self) -> str:
        if self.rng.random() < 0.5:
            body = json.dumps({"code": "".join(self.rng.choices("ABCDEFGHJK", k=6))}).encode()
            return name_status(self.ask("POST", "/lop/api/vao", body, **own_headers(self.pages)))
        code = make_entry_code(self.rng.randrange)
        body = json.dumps({"code": code, "device": "may-tinh"}).encode()
        path = f"/{self.target.slug}/goi/enter"
        return name_status(
            ask(self.room, "POST", path, spell_headers(own_headers(self.room)), body)
        )


@dataclass
class Scribbler(Stranger):
    """Has a code, and saves as fast and as much as it can."""

    cookie: str = ""
    seq: int = 0
    items: list[dict[str, Any]] = field(default_factory=list)

    def act(self) -> str:
        if not self.items:
            return self._begin()
        self.seq += 1
        item = self.rng.choice(self.items)
        value = draw_value(item, self.rng) if self.rng.random() < 0.5 else "x" * 7000
        answers = [{"item": item["id"], "seq": self.seq, "value": value}] * self.rng.choice((1, 8))
        return name_status(self._call("save", {"answers": answers}))

    def _begin(self) -> str:
        entered = self._call("enter", {"code": self.target.code, "device": "may-tinh"})
        if entered is None or entered.status != 200:
            return name_status(entered)
        self.cookie = entered.headers["set-cookie"].partition(";")[0]
        begun = self._call("start", {})
        self.items = json.loads(begun.body)["items"] if begun and begun.status == 200 else []
        return f"start {name_status(begun)}"

    def _call(self, name: str, message: object) -> Answer | None:
        headers = {**own_headers(self.room), **({"Cookie": self.cookie} if self.cookie else {})}
        body = json.dumps(message).encode()
        return ask(
            self.room, "POST", f"/{self.target.slug}/goi/{name}", spell_headers(headers), body
        )


class Mangler(Stranger):
    """Sends requests that are wrong in some way, to both servers."""

    def act(self) -> str:
        door = self.rng.choice((self.pages, self.room))
        path = self.rng.choice(("/", PRACTICE, "/lop/api/vao", f"/{self.target.slug}/goi/save"))
        headers = tuple(self.rng.sample(strategies.ODD_HEADERS, 3))
        body = self.rng.choice(strategies.ODD_BODIES)
        method = self.rng.choice(strategies.METHODS)
        spelling = self.rng.choice(("", *strategies.ODD_SPELLINGS))
        with connect(door) as line:
            line.send(render_request(door, method, path + spelling, headers, body))
            line.end()
            return name_status(line.hear())


@dataclass
class Dawdler(Stranger):
    """Keeps connections that say a byte now and then, and sends the largest bodies there are."""

    stack: ExitStack = field(default_factory=ExitStack)
    lines: list[Line] = field(default_factory=list)

    def act(self) -> str:
        if self.rng.random() < 0.2:
            return self._send_large()
        if len(self.lines) < MOST_LINES:
            door = self.rng.choice((self.pages, self.room))
            self.lines.append(self.stack.enter_context(connect(door)))
            head = f"POST /lop/api/vao HTTP/1.1\r\nHost: {door.name}\r\nX-A: "
            self.lines[-1].send(head.encode())
        for line in self.lines:
            line.send(b"a")
        return "waiting"

    def _send_large(self) -> str:
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        door, size = self.rng.choice(((self.pages, 990_000), (self.room, 64_000)))
        return name_status(ask(door, "POST", "/lachan/dang-nhap", spell_headers(kind), b"&" * size))

    def leave(self) -> None:
        self.stack.close()


# Who they are, and how many times a second each does its thing.
STRANGERS: tuple[tuple[type[Stranger], float], ...] = (
    (FrameBender, 3.0),
    (Hoarder, 5.0),
    (Sitter, 1.0),
    (PasscodeGuesser, 10.0),
    (CodeGuesser, 20.0),
    (Scribbler, 20.0),
    (Mangler, 20.0),
    (Dawdler, 5.0),
)


def besiege(
    target: Target,
    names: Sequence[str],
    lasting_s: float,
    tell: Callable[[dict[str, Counter[str]]], None],
) -> None:
    """Let those of these names live for so long, then tell what came of what each did."""
    until = time.monotonic() + lasting_s
    people = [
        kind(target, f"127.0.1.{number}", Random(number), pace)
        for number, (kind, pace) in enumerate(STRANGERS, 1)
        if kind.__name__ in names
    ]
    threads = [Thread(target=person.live, args=(until,)) for person in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    tell({type(person).__name__: person.seen for person in people})


@contextmanager
def sieging(
    target: Target, names: Sequence[str], lasting_s: float
) -> Iterator[dict[str, Counter[str]]]:
    """Run the strangers in a process of their own; what they saw is there once the block ends."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=besiege, args=(target, names, lasting_s, theirs.send))
    process.start()
    theirs.close()
    seen: dict[str, Counter[str]] = {}
    try:
        yield seen
        if ours.poll(lasting_s + 60):
            seen.update(ours.recv())
    finally:
        process.join(10)
        if process.is_alive():
            process.kill()
            process.join()
        ours.close()
