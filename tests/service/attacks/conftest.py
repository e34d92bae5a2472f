"""What the attacks share: both servers, by themselves and behind nginx, and a page's kernel."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from lachan.content import Content
from lachan.domain.contests.contest import EntryMode
from support import nodes
from support.addresses import PRACTICE
from support.attacks.expectations import CLASSROOM_BEHIND_NGINX
from support.attacks.guarded import guard
from support.attacks.hostile import Door
from support.attacks.places import (
    ALLOWED_NAME,
    PLACES,
    Place,
    classroom_place,
    name_door,
    room_place,
)
from support.attacks.telling import TELLING
from support.certificates import make_pair
from support.contests import Hall, open_hall, room_server
from support.deployed import running_nginx
from support.links import KERNEL
from support.running import RunningServer, find_quiet_port, lachan_server
from support.school import School, running_school
from support.speaking import PageChannel, page_channel

CLASSROOM_BASE = "/lop-hoc/"
ROOM_BASE = "/thi/"
ALLOWED = ("--allow-host", ALLOWED_NAME)
MOST_ENTRIES = 400


# ---- The server of lessons ----------------------------------------------------------------------


@pytest.fixture(scope="session")
def lessons(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Iterator[RunningServer]:
    """``lachan serve`` for lessons, under a path and a name of its own."""
    folder = tmp_path_factory.mktemp("lop-hoc")
    options = ("--root", str(repository), "--base-url", CLASSROOM_BASE, *ALLOWED)
    with lachan_server(folder / "log.txt", *options, cwd=folder, program=TELLING) as server:
        guard(server)
        yield server


@pytest.fixture(scope="session")
def school(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Iterator[School]:
    """The same as a school runs it, behind nginx."""
    with running_school(tmp_path_factory.mktemp("truong"), repository, TELLING) as school:
        guard(school.inside)
        yield school


@pytest.fixture(scope="session", params=["lessons", pytest.param("school", marks=pytest.mark.full)])
def server(request: pytest.FixtureRequest) -> RunningServer:
    """The server of lessons as its visitors find it: by itself, and behind nginx."""
    found = request.getfixturevalue(request.param)
    return found.outside if isinstance(found, School) else found


@pytest.fixture
def kernel_id(server: RunningServer) -> Iterator[str]:
    """The kernel of a page of the test's own."""
    kernel = KERNEL.search(server.get(server.root + PRACTICE).text)[1]
    yield kernel
    server.ask("POST", f"{server.root}/voila/api/shutdown/{kernel}")


@pytest.fixture
def channel(server: RunningServer, kernel_id: str) -> Iterator[PageChannel]:
    with page_channel(server, kernel_id) as opened:
        yield opened


@pytest.fixture(scope="session")
def classroom(lessons: RunningServer, real_content: Content) -> Iterator[Place]:
    with classroom_place(lessons, real_content) as place:
        yield place


@pytest.fixture(scope="session")
def classroom_behind_nginx(school: School, real_content: Content) -> Iterator[Place]:
    with classroom_place(school.outside, real_content) as place:
        place.expected = CLASSROOM_BEHIND_NGINX
        place.logs = (*place.logs, school.errors)
        place.allowed_name = "lachan.truong.example"
        place.behind_nginx = True
        yield place


# ---- The contest room ---------------------------------------------------------------------------


@pytest.fixture(scope="session")
def contest_hall(tmp_path_factory: pytest.TempPathFactory, real_content: Content) -> Iterator[Hall]:
    with open_hall(tmp_path_factory.mktemp("ban-thi"), real_content) as hall:
        yield hall


@pytest.fixture(scope="session")
def entry_codes(contest_hall: Hall) -> Iterator[str]:
    """Codes of the contest ``thi-thu``, each for one who enters."""
    return iter(contest_hall.hold("thi-thu", MOST_ENTRIES, entry=EntryMode.CODES))


@pytest.fixture(scope="session")
def contest_room(
    contest_hall: Hall,
    entry_codes: Iterator[str],
    tmp_path_factory: pytest.TempPathFactory,
    repository: Path,
) -> Iterator[Place]:
    """``lachan serve --contest-only``, under a path of its own."""
    log = tmp_path_factory.mktemp("phong-thi") / "log.txt"
    options = ("--base-url", ROOM_BASE, *ALLOWED)
    with room_server(contest_hall, log, repository, *options) as room:
        door = Door("127.0.0.1", *name_door(room.base))
        yield room_place(door, log, contest_hall, repository / "voila_apps", entry_codes)


@pytest.fixture(scope="session")
def contest_room_behind_nginx(
    contest_hall: Hall,
    entry_codes: Iterator[str],
    tmp_path_factory: pytest.TempPathFactory,
    repository: Path,
) -> Iterator[Place]:
    """One node of the contest room, in all places that nginx has for nodes."""
    folder = tmp_path_factory.mktemp("phong-thi-nginx")
    log, port = folder / "log.txt", find_quiet_port()
    options = nodes.read_unit_options(repository)
    pair = make_pair(folder / "tls")
    with room_server(contest_hall, log, repository, *options) as room:
        upstreams = [room.port] * nodes.COUNT
        main = nodes.write_configuration(repository, folder, pair, upstreams, port)
        with running_nginx(folder, main, port):
            door = Door("127.0.0.1", port, f"localhost:{port}", "/", pair.trust())
            place = room_place(door, log, contest_hall, repository / "voila_apps", entry_codes)
            place.logs = (log, folder / "error.log")
            place.allowed_name = "thi.truong.example"
            place.behind_nginx = True
            yield place


# ---- Each of both -------------------------------------------------------------------------------


@pytest.fixture(scope="session", params=PLACES)
def place(request: pytest.FixtureRequest) -> Place:
    """Each of both servers, by itself and behind nginx."""
    place: Place = request.getfixturevalue(request.param)
    return place


@pytest.fixture(scope="session")
def door(place: Place) -> Door:
    """The door of each of both servers."""
    return place.door
