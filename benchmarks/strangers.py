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
from urllib.parse import urlsplit

import measuring  # noqa: F401 - lets the clients of the tests be imported
from bent_frames import FRAMES, ask_nobody
from pupil import KERNEL, PRACTICE
from websockets.exceptions import WebSocketException
from websockets.sync.client import ClientConnection
from websockets.sync.client import connect as open_socket

from lachan.domain.entry_codes import make_entry_code
from service.attacks import strategies
from service.attacks.hostile import Answer, Door, Line, ask, connect, render_request
from service.responses import draw_value

V1 = "v1.kernel.websocket.jupyter.org"
PATIENCE_S = 10.0
# What one stranger holds open at once, at most.
MOST_PAGES = 20
MOST_SOCKETS = 40
MOST_LINES = 60


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
        return ask(self.pages, method, path, _spell(headers), body)

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
            subprotocols=[protocol] if protocol else None,
            origin=f"http://127.0.0.1:{self.target.pages}",
            proxy=None,
            max_size=None,
            open_timeout=PATIENCE_S,
            close_timeout=1,
            source_address=(self.source, 0),
        )


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
        return _status(ask(self.pages, "POST", "/lachan/dang-nhap", _spell(headers), body))


class CodeGuesser(Stranger):
    """Guesses codes of the contest and of live classes."""

    def act(self) -> str:
        if self.rng.random() < 0.5:
            body = json.dumps({"code": "".join(self.rng.choices("ABCDEFGHJK", k=6))}).encode()
            return _status(self.ask("POST", "/lop/api/vao", body, **_own(self.pages)))
        code = make_entry_code(self.rng.randrange)
        body = json.dumps({"code": code, "device": "may-tinh"}).encode()
        path = f"/{self.target.slug}/goi/enter"
        return _status(ask(self.room, "POST", path, _spell(_own(self.room)), body))


@dataclass
class Scribbler(Stranger):
    """Has a code, and saves as fast and as much as it can."""

    cookie: str = ""
    seq: int = 0
    items: list[dict] = field(default_factory=list)

    def act(self) -> str:
        if not self.items:
            return self._begin()
        self.seq += 1
        item = self.rng.choice(self.items)
        value = draw_value(item, self.rng) if self.rng.random() < 0.5 else "x" * 7000
        answers = [{"item": item["id"], "seq": self.seq, "value": value}] * self.rng.choice((1, 8))
        return _status(self._call("save", {"answers": answers}))

    def _begin(self) -> str:
        entered = self._call("enter", {"code": self.target.code, "device": "may-tinh"})
        if entered is None or entered.status != 200:
            return _status(entered)
        self.cookie = entered.headers["set-cookie"].partition(";")[0]
        begun = self._call("start", {})
        self.items = json.loads(begun.body)["items"] if begun and begun.status == 200 else []
        return f"start {_status(begun)}"

    def _call(self, name: str, message: object) -> Answer | None:
        headers = {**_own(self.room), **({"Cookie": self.cookie} if self.cookie else {})}
        body = json.dumps(message).encode()
        return ask(self.room, "POST", f"/{self.target.slug}/goi/{name}", _spell(headers), body)


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
            return _status(line.hear())


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
        return _status(ask(door, "POST", "/lachan/dang-nhap", _spell(kind), b"&" * size))

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


def _status(answer: Answer | None) -> str:
    return "hung up" if answer is None else str(answer.status)


def _spell(headers: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((name.replace("_", "-"), value) for name, value in headers.items())


def _own(door: Door) -> dict[str, str]:
    return {"X-Lachan": "1", "Content-Type": "application/json", "Origin": door.origin}


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


def find_port(address: str) -> int:
    """Return the port of a server's address."""
    return int(urlsplit(address).port)
