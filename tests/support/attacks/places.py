"""Both servers as the attacks meet them: by themselves, and behind the nginx of deploy/."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import voila

from lachan.content import Content
from lachan.domain.live.live_class import Plan, RoomItem, advance
from lachan.limits import classroom as classroom_limits
from lachan.limits import contest_room as room_limits
from lachan.store.live.rooms import LiveRooms
from lachan.workflows.environment import DATABASE_ENV
from lachan.workflows.live.live_class import open_live_rooms
from support.attacks.expectations import (
    CLASSROOM,
    ROOM,
    Expected,
    Who,
    classroom_headers,
    room_headers,
)
from support.attacks.hostile import Answer, Door, Headers, be_answered
from support.attacks.routes import read_classroom_patterns, read_room_patterns
from support.contests import Hall
from support.links import KERNEL
from support.running import RunningServer
from support.waiting import ask_until

NO_KERNEL = "00000000-0000-4000-8000-000000000000"
OWN: Headers = (("X-Lachan", "1"), ("Sec-Fetch-Site", "same-origin"))

ALLOWED_NAME = "truong.example"
# By the names of their fixtures.
BEHIND_NGINX = ("classroom_behind_nginx", "contest_room_behind_nginx")
PLACES = (
    "classroom",
    "contest_room",
    *(pytest.param(name, marks=pytest.mark.full) for name in BEHIND_NGINX),
)

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
    read_patterns
        Reads the patterns of all addresses from the server's application.
    logs
        All that is written while the server runs.
    allowed_name
        What stands after ``--allow-host``.
    behind_nginx
        Whether nginx takes the requests.
    """

    door: Door
    logs: tuple[Path, ...]
    read_patterns: Callable[[], set[str]]
    expected: Mapping[str, Expected]
    every_header: Mapping[str, str]
    largest_body: int
    fills: Mapping[str, Callable[[], str]] = field(default_factory=dict)
    passes: Mapping[Who, Callable[[], Headers]] = field(default_factory=dict)
    allowed_name: str = ALLOWED_NAME
    behind_nginx: bool = False

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
        return be_answered(self.door, method, self.path_of(expected), sent, body)

    @contextmanager
    def nothing_logged(self) -> Iterator[None]:
        """Fail where anything is written about what is done in the block."""
        before = [log.read_text() for log in self.logs]
        yield
        assert [log.read_text() for log in self.logs] == before

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
        joined = be_answered(self.door, "POST", f"{self.door.base}lop/api/vao", OWN, body)
        self.seat = json.loads(joined.body)["seat"]
        self.rooms.save_room(advance(room))
        self.choice = ask_until(self._find_choice)

    def headers(self) -> Headers:
        return (("X-Lachan-Seat", self.seat),)

    def _find_choice(self) -> str | None:
        """Return the first choice of the question, once the server has read that it is open."""
        path = f"{self.door.base}lop/api/phong/{self.code}"
        view = json.loads(be_answered(self.door, "GET", path, self.headers()).body)
        return str(view["item"]["options"][0]["id"]) if view["state"] == "mo" else None


@dataclass
class OpenPage:
    """A page's kernel, drawn anew once the server has ended the one before."""

    door: Door
    _kernel: str = ""

    def find_kernel(self) -> str:
        """Return the id of a kernel that is there."""
        if not self._kernel or self._ask(f"api/kernels/{self._kernel}").status != 200:
            page = self._ask("voila/render/luyen_tap.ipynb")
            found = KERNEL.search(page.text)
            assert found is not None, page.text[:200]
            self._kernel = found[1]
        return self._kernel

    def _ask(self, path: str) -> Answer:
        return be_answered(self.door, "GET", self.door.base + path)


def find_in_page(door: Door, path: str, pattern: str) -> str:
    """Return what a page names."""
    found = re.search(pattern, be_answered(door, "GET", door.base + path).text)
    assert found is not None, pattern
    return found[1]


def enter_contest(door: Door, codes: Iterator[str]) -> Headers:
    """Return the session of someone who has begun."""
    calls = f"{door.base}thi-thu/goi"
    body = json.dumps({"code": next(codes), "device": "x"}).encode()
    session = (("Cookie", be_answered(door, "POST", f"{calls}/enter", OWN, body).cookies),)
    begun = be_answered(door, "POST", f"{calls}/start", (*OWN, *session), b"{}")
    assert begun.status == 200
    return session


@contextmanager
def classroom_place(server: RunningServer, content: Content) -> Iterator[Place]:
    """Make a place of a running server of lessons, with a live class in it."""
    door = Door("127.0.0.1", *name_door(server.base), tls=server.tls)
    database = {DATABASE_ENV: f"sqlite:///{server.log.parent / 'lachan.db'}"}
    with closing(open_live_rooms(database)) as rooms:
        live = LiveSeat(rooms, content, door)
        cookie = server.staff_cookie()
        page = "voila/render/luyen_tap.ipynb"
        script = find_in_page(door, page, r"lachan/trang\.([0-9a-f]+)\.js")
        file = find_in_page(door, "lop", r"lop/tep/([0-9a-f]+\.js)")
        law_file = find_in_page(door, "tra-cuu", r"tra-cuu/tep/([0-9a-f]+\.js)")
        yield Place(
            door=door,
            logs=(server.log,),
            read_patterns=lambda: read_classroom_patterns(server),
            expected=CLASSROOM,
            every_header=classroom_headers(door.name),
            largest_body=classroom_limits.LARGEST_BODY.value,
            fills={
                "kernel": OpenPage(door).find_kernel,
                "no_kernel": lambda: NO_KERNEL,
                "page_script": lambda: script,
                "live_file": lambda: file,
                "law_file": lambda: law_file,
                "version": lambda: voila.__version__,
                "code": lambda: live.code,
                "choice": lambda: live.choice,
            },
            passes={Who.STAFF: lambda: (("Cookie", cookie),), Who.SEAT: live.headers},
        )


def name_door(base: str) -> tuple[int, str, str]:
    """Return the port, the name and the path of an address of this machine."""
    parts = urlsplit(base)
    assert parts.port is not None
    return parts.port, f"localhost:{parts.port}", f"{parts.path.rstrip('/')}/"


def room_place(door: Door, log: Path, hall: Hall, apps_dir: Path, codes: Iterator[str]) -> Place:
    """Make a place of a running contest room, whose contest has these codes."""
    file = find_in_page(door, "thi-thu", r"lachan/tep/(phong-thi\.[0-9a-f]+\.js)")
    return Place(
        door=door,
        logs=(log,),
        read_patterns=lambda: read_room_patterns(hall, apps_dir, door.base),
        expected=ROOM,
        every_header=room_headers(door.name),
        largest_body=room_limits.LARGEST_BODY.value,
        fills={"room_file": lambda: file, "entry": lambda: next(codes)},
        passes={Who.SESSION: lambda: enter_contest(door, codes)},
    )
