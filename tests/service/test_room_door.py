"""The home page has a door to the contest room while a contest is on, and none otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from lachan.content import Content
from lachan.web.network import find_network_addresses
from support.contests import WHO, Hall, open_hall
from support.processes import find_room
from support.running import RunningServer, lachan_server
from support.waiting import ask_until

HOME = "/voila/render/trang_chu.ipynb"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cua-phong-thi")


@pytest.fixture(scope="module")
def hall(folder: Path, real_content: Content) -> Iterator[Hall]:
    with open_hall(folder, real_content) as hall:
        yield hall


@pytest.fixture(scope="module")
def server(hall: Hall, folder: Path, repository: Path) -> Iterator[RunningServer]:
    """A server whose home page is drawn ahead, with the room beside it."""
    sample = repository / "tests" / "content" / "sample"
    options = ("--root", str(sample), "--ready", "1", "--contest", "--contest-port", "0")
    with lachan_server(folder / "log.txt", *options, cwd=folder) as server:
        yield server


def test_it_comes_with_the_contest_and_goes_with_it(server: RunningServer, hall: Hall) -> None:
    assert "phong-thi" not in server.get(HOME).text
    hall.hold("tim-hieu", title="Tìm hiểu pháp luật 2026")
    page = ask_until(lambda: find_door(server))
    assert "Vào phòng thi: Tìm hiểu pháp luật 2026" in page
    assert "Cuộc thi đang diễn ra." in page
    hall.office.cancel("tim-hieu", who=WHO, reason="thử")
    assert ask_until(lambda: find_door(server) is None)


def find_door(server: RunningServer) -> str | None:
    """Return the home page where it has a door to the contest."""
    page = server.get(HOME).text
    return page if 'href="../../lachan/phong-thi/tim-hieu"' in page else None


@pytest.mark.parametrize("path", ["", "/tim-hieu"])
def test_it_leads_to_the_room_under_the_name_that_was_asked(
    server: RunningServer, path: str
) -> None:
    room = f"http://localhost:{find_room(server.pid)[1]}/"
    slug = path.removeprefix("/")
    reply = server.get(f"/lachan/phong-thi{path}")
    assert (reply.status, reply.headers["Location"]) == (302, f"{room}{slug}")
    phone = find_network_addresses()[0]
    named = server.get(f"/lachan/phong-thi{path}", headers={"Host": f"{phone}:8866"})
    assert named.headers["Location"] == f"{room}{slug}".replace("localhost", phone)


@pytest.mark.parametrize("path", ["/a/b", "/%2e%2e", "//ke-gian.example", "/A", "/x@y"])
def test_it_leads_nowhere_else(server: RunningServer, path: str) -> None:
    assert server.get(f"/lachan/phong-thi{path}").status == 404


@pytest.mark.full
def test_behind_a_proxy_it_leads_to_the_rooms_notebook(sample: Path, tmp_path: Path) -> None:
    options = ("--behind-proxy", "--contest", "--contest-port", "0")
    with lachan_server(tmp_path / "log.txt", *options, cwd=sample) as server:
        reply = server.get("/lachan/phong-thi/tim-hieu")
        assert reply.headers["Location"] == "/voila/render/phong_thi.ipynb?cuoc-thi=tim-hieu"


def test_without_a_room_there_is_no_way(sample: Path, tmp_path: Path) -> None:
    with lachan_server(tmp_path / "log.txt", cwd=sample) as server:
        assert server.get("/lachan/phong-thi").status == 404
