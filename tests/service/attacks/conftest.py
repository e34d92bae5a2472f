"""What the attacks share: a page's kernel, and a channel to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from lachan.content import Content
from lachan.domain.contests import EntryMode
from service.attacks.hostile import Door
from service.contests import Hall, open_hall, room_server
from service.running import RunningServer, lachan_server
from service.speaking import PageChannel, page_channel

PRACTICE = "/voila/render/luyen_tap.ipynb"
LESSONS = "/voila/render/bai_hoc.ipynb"
KERNEL = re.compile(r'"kernelId": "([0-9a-f-]+)"')
ALLOWED = ("--allow-host", "truong.example")


@pytest.fixture
def kernel_id(server: RunningServer) -> str:
    return KERNEL.search(server.get(PRACTICE).text).group(1)


@pytest.fixture
def channel(server: RunningServer, kernel_id: str) -> Iterator[PageChannel]:
    with page_channel(server, kernel_id) as opened:
        yield opened


@dataclass(frozen=True)
class Attacked:
    """A server of the attacks' own, and the file that it writes its faults to."""

    door: Door
    log: Path
    codes: list[str] = field(default_factory=list)


def make_door(base: str) -> Door:
    parts = urlsplit(base)
    path = f"{parts.path.rstrip('/')}/"
    return Door("127.0.0.1", parts.port, f"localhost:{parts.port}", path)


@pytest.fixture(scope="session")
def classroom(
    tmp_path_factory: pytest.TempPathFactory, repository: Path
) -> Iterator[tuple[RunningServer, Attacked]]:
    """``lachan serve`` for lessons, under a path and a name of its own."""
    folder = tmp_path_factory.mktemp("lop")
    log = folder / "log.txt"
    options = ("--root", str(repository), "--base-url", "/lop-hoc/", *ALLOWED)
    with lachan_server(log, *options, cwd=folder) as server:
        yield server, Attacked(make_door(server.base), log)


@pytest.fixture(scope="session")
def contest_hall(tmp_path_factory: pytest.TempPathFactory, real_content: Content) -> Iterator[Hall]:
    with open_hall(tmp_path_factory.mktemp("ban-thi"), real_content) as hall:
        yield hall


@pytest.fixture(scope="session")
def contest_room(
    contest_hall: Hall, tmp_path_factory: pytest.TempPathFactory, repository: Path
) -> Iterator[Attacked]:
    """``lachan serve --contest-only`` with the contest ``thi-thu``."""
    codes = contest_hall.hold("thi-thu", 60, entry=EntryMode.CODES)
    log = tmp_path_factory.mktemp("phong") / "log.txt"
    options = ("--base-url", "/thi/", *ALLOWED)
    with room_server(contest_hall, log, repository, *options) as room:
        yield Attacked(make_door(room.base), log, codes)


@pytest.fixture(scope="session", params=["classroom", "contest_room"])
def attacked(request: pytest.FixtureRequest) -> Attacked:
    """Each of both servers."""
    found = request.getfixturevalue(request.param)
    return found[1] if request.param == "classroom" else found


@pytest.fixture(scope="session")
def door(attacked: Attacked) -> Door:
    """The door of each of both servers."""
    return attacked.door
