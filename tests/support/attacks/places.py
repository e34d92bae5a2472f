"""Both servers as the attacks meet them: by themselves, and behind the nginx of deploy/."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from lachan.content import Content
from lachan.domain.live.live_class import Plan, RoomItem, advance
from lachan.store.live.rooms import LiveRooms
from support.attacks.expectations import Expected, Who
from support.attacks.hostile import Answer, Door, Headers, ask
from support.links import KERNEL
from support.waiting import ask_until

NO_KERNEL = "00000000-0000-4000-8000-000000000000"
OWN: Headers = (("X-Lachan", "1"), ("Sec-Fetch-Site", "same-origin"))

# Each wave of guesses comes from a machine that nobody else comes from.
_MACHINES = itertools.count(2)


@dataclass
class Place:
    """A server, what its addresses owe, and what opens them.

    Attributes
    ----------
    fills
        What stands for ``{…}`` in paths and bodies, made when it is asked for.
    passes
        The headers of someone for whom an address is open.
    """

    door: Door
    log: Path
    expected: Mapping[str, Expected]
    every_header: Mapping[str, str]
    largest_body: int
    fills: Mapping[str, Callable[[], str]] = field(default_factory=dict)
    passes: Mapping[Who, Callable[[], Headers]] = field(default_factory=dict)

    def fill(self, text: str) -> str:
        """Return a path or a body with what changes filled in."""
        for name in re.findall(r"\{(\w+)\}", text):
            text = text.replace(f"{{{name}}}", self.fills[name]())
        return text

    def path_of(self, expected: Expected) -> str:
        """Return the sample of an address from the server's root."""
        if expected.path == "{bare}":
            return self.door.base.rstrip("/")
        return self.door.base + self.fill(expected.path)

    def ask_as(
        self, who: Who, expected: Expected, method: str = "", headers: Headers = ()
    ) -> Answer:
        """Ask for an address as someone, from a page of the server's own unless told otherwise."""
        method = method or expected.methods[0]
        body = self.fill(expected.body).encode() if method == expected.methods[0] else b""
        own = () if headers else (*OWN, ("Origin", self.door.origin))
        mine = self.passes[who]() if who in self.passes else ()
        sent = (*own, *headers, *mine)
        answer = ask(self.door, method, self.path_of(expected), sent, body)
        assert answer is not None, "the server hung up"
        return answer

    def from_elsewhere(self) -> Door:
        """Return the door as a machine finds it that has never come before."""
        number = next(_MACHINES)
        return replace(self.door, source=f"127.0.{number // 200 + 20}.{number % 200 + 1}")


@dataclass
class LiveSeat:
    """A live class with an open question, and a phone in it."""

    rooms: LiveRooms
    content: Content
    door: Door
    code: str = field(init=False)
    seat: str = field(init=False)
    choice: str = field(init=False)

    def __post_init__(self) -> None:
        items = [item for item in self.content.items if item.type.value == "single_choice"]
        asked = tuple(RoomItem(item.id, item.revision) for item in items[:2])
        room = self.rooms.open_room("Việc nhẹ, lương cao", Plan.QUIZ, asked)
        self.code = room.code
        body = json.dumps({"code": room.code}).encode()
        joined = ask(self.door, "POST", f"{self.door.base}lop/api/vao", OWN, body)
        self.seat = json.loads(joined.body)["seat"]
        self.rooms.save_room(advance(room))
        self.choice = ask_until(self._find_choice)

    def headers(self) -> Headers:
        return (("X-Lachan-Seat", self.seat),)

    def _find_choice(self) -> str | None:
        """Return the first choice of the question, once the server has read that it is open."""
        path = f"{self.door.base}lop/api/phong/{self.code}"
        view = json.loads(ask(self.door, "GET", path, self.headers()).body)
        return str(view["item"]["options"][0]["id"]) if view["state"] == "mo" else None


def draw_kernel(door: Door) -> str:
    """Return the id of the kernel of a page just drawn."""
    page = ask(door, "GET", f"{door.base}voila/render/luyen_tap.ipynb")
    return KERNEL.search(page.text)[1]


def find_in_page(door: Door, path: str, pattern: str) -> str:
    """Return what a page names."""
    return re.search(pattern, ask(door, "GET", door.base + path).text)[1]


def enter_contest(door: Door, codes: Iterator[str]) -> Headers:
    """Return the session of someone who has begun."""
    calls = f"{door.base}thi-thu/goi"
    body = json.dumps({"code": next(codes), "device": "x"}).encode()
    session = (("Cookie", ask(door, "POST", f"{calls}/enter", OWN, body).cookies),)
    assert ask(door, "POST", f"{calls}/start", (*OWN, *session), b"{}").status == 200
    return session
