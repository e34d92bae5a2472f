"""What the attacks share: a page's kernel, a channel to it, and both servers under attack."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import voila

from lachan.content import Content
from lachan.domain.contests.contest import EntryMode
from lachan.limits import classroom as classroom_limits
from lachan.limits import contest_room as room_limits
from lachan.workflows.environment import DATABASE_ENV
from lachan.workflows.live.live_class import open_live_rooms
from support.addresses import PRACTICE
from support.attacks.expectations import CLASSROOM, ROOM, Who, classroom_headers, room_headers
from support.attacks.hostile import Door
from support.attacks.places import (
    NO_KERNEL,
    LiveSeat,
    Place,
    draw_kernel,
    enter_contest,
    find_in_page,
)
from support.attacks.routes import CLASSROOM_BASE, ROOM_BASE
from support.contests import Hall, open_hall, room_server
from support.links import KERNEL
from support.running import RunningServer, lachan_server
from support.speaking import PageChannel, page_channel

ALLOWED = ("--allow-host", "truong.example")
MOST_ENTRIES = 120


@pytest.fixture
def kernel_id(server: RunningServer) -> str:
    return KERNEL.search(server.get(PRACTICE).text).group(1)


@pytest.fixture
def channel(server: RunningServer, kernel_id: str) -> Iterator[PageChannel]:
    with page_channel(server, kernel_id) as opened:
        yield opened


def make_door(base: str) -> Door:
    parts = urlsplit(base)
    path = f"{parts.path.rstrip('/')}/"
    return Door("127.0.0.1", parts.port, f"localhost:{parts.port}", path)


@pytest.fixture(scope="session")
def classroom(
    tmp_path_factory: pytest.TempPathFactory, repository: Path, real_content: Content
) -> Iterator[Place]:
    """``lachan serve`` for lessons, under a path and a name of its own."""
    folder = tmp_path_factory.mktemp("lop-hoc")
    log = folder / "log.txt"
    options = ("--root", str(repository), "--base-url", CLASSROOM_BASE, *ALLOWED)
    with lachan_server(log, *options, cwd=folder) as server:
        yield from classroom_place(server, make_door(server.base), real_content)


def classroom_place(server: RunningServer, door: Door, content: Content) -> Iterator[Place]:
    database = {DATABASE_ENV: f"sqlite:///{server.log.parent / 'lachan.db'}"}
    with closing(open_live_rooms(database)) as rooms:
        live = LiveSeat(rooms, content, door)
        cookie = server.staff_cookie()
        page = "voila/render/luyen_tap.ipynb"
        script = find_in_page(door, page, r"lachan/trang\.([0-9a-f]+)\.js")
        file = find_in_page(door, "lop", r"lop/tep/([0-9a-f]+\.js)")
        fills = {
            "kernel": lambda: draw_kernel(door),
            "no_kernel": lambda: NO_KERNEL,
            "page_script": lambda: script,
            "live_file": lambda: file,
            "version": lambda: voila.__version__,
            "code": lambda: live.code,
            "choice": lambda: live.choice,
        }
        passes = {Who.STAFF: lambda: (("Cookie", cookie),), Who.SEAT: live.headers}
        body = classroom_limits.LARGEST_BODY.value
        headers = classroom_headers(door.name)
        yield Place(door, server.log, CLASSROOM, headers, body, fills, passes)


@pytest.fixture(scope="session")
def contest_hall(tmp_path_factory: pytest.TempPathFactory, real_content: Content) -> Iterator[Hall]:
    with open_hall(tmp_path_factory.mktemp("ban-thi"), real_content) as hall:
        yield hall


@pytest.fixture(scope="session")
def contest_room(
    contest_hall: Hall, tmp_path_factory: pytest.TempPathFactory, repository: Path
) -> Iterator[Place]:
    """``lachan serve --contest-only`` with the contest ``thi-thu``."""
    log = tmp_path_factory.mktemp("phong-thi") / "log.txt"
    options = ("--base-url", ROOM_BASE, *ALLOWED)
    with room_server(contest_hall, log, repository, *options) as room:
        codes = iter(contest_hall.hold("thi-thu", MOST_ENTRIES, entry=EntryMode.CODES))
        yield room_place(make_door(room.base), log, codes)


def room_place(door: Door, log: Path, codes: Iterator[str]) -> Place:
    file = find_in_page(door, "thi-thu", r"lachan/tep/(phong-thi\.[0-9a-f]+\.js)")
    fills = {"room_file": lambda: file, "entry": lambda: next(codes)}
    passes = {Who.SESSION: lambda: enter_contest(door, codes)}
    body = room_limits.LARGEST_BODY.value
    return Place(door, log, ROOM, room_headers(door.name), body, fills, passes)


@pytest.fixture(scope="session", params=["classroom", "contest_room"])
def place(request: pytest.FixtureRequest) -> Place:
    """Each of both servers."""
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="session")
def door(place: Place) -> Door:
    """The door of each of both servers."""
    return place.door
