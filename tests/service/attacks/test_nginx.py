"""What nginx of deploy/ says by itself, while nothing stands behind it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from support import nodes, school
from support.attacks.expectations import nginx_headers
from support.attacks.hostile import Answer, Door, Headers, ask, connect, render_request, send_raw
from support.certificates import make_pair
from support.deployed import running_nginx
from support.running import find_quiet_port

pytestmark = pytest.mark.full

BASES = {"lessons": "/lachan-truong/", "room": "/"}


@contextmanager
def nginx_alone(kind: str, folder: Path, repository: Path) -> Iterator[tuple[Door, Door]]:
    """Run nginx before a port that is closed; its doors are those with and without HTTPS."""
    pair = make_pair(folder / "tls")
    away, secure, plain = find_quiet_port(), find_quiet_port(), find_quiet_port()
    if kind == "lessons":
        main = school.write_configuration(repository, folder, pair, away, secure, plain)
    else:
        main = nodes.write_configuration(
            repository, folder, pair, [away] * nodes.COUNT, secure, plain
        )
    with running_nginx(folder, main, secure):
        door = Door("127.0.0.1", secure, f"localhost:{secure}", BASES[kind], pair.trust())
        yield door, replace(door, port=plain, name=f"localhost:{plain}", tls=None)


@pytest.fixture(scope="module", params=["lessons", "room"])
def doors(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, repository: Path
) -> Iterator[tuple[Door, Door]]:
    with nginx_alone(request.param, tmp_path_factory.mktemp("nginx"), repository) as doors:
        yield doors


@pytest.fixture
def door(doors: tuple[Door, Door]) -> Door:
    return doors[0]


def check(answer: Answer | None, status: int) -> None:
    assert answer is not None
    assert (answer.status, answer.headers["server"]) == (status, "nginx")
    assert {name: answer.headers.get(name) for name in nginx_headers()} == nginx_headers()
    assert answer.headers["strict-transport-security"] == "max-age=31536000"
    assert len(answer.body) < 1000


@pytest.mark.parametrize(
    ("method", "path", "headers", "status"),
    [
        ("GET", "", (("Host", "a b"),), 400),
        ("GET", "", (("X-Dai", "x" * 40_000),), 400),
        ("TRACE", "", (), 405),
        ("POST", "", (("Content-Length", "1000001"),), 413),
        ("GET", "x" * 20_000, (), 414),
        ("POST", "", (("Transfer-Encoding", "chunked, gzip"),), 501),
    ],
)
def test_what_it_cannot_take_is_refused_with_what_protects(
    door: Door, method: str, path: str, headers: Headers, status: int
) -> None:
    with connect(door) as line:
        line.send(render_request(door, method, door.base + path, headers))
        check(line.hear(method), status)


def test_a_line_that_is_no_request(door: Door) -> None:
    check(send_raw(door, b"\x16\x03\x01 khong phai HTTP\r\n\r\n", complete=True), 400)


def test_a_server_that_is_away_is_told_in_words(door: Door) -> None:
    answer = ask(door, "GET", f"{door.base}bang-cuu-chuong")
    check(answer, 502)
    assert "chưa trả lời. Hãy chờ" in answer.text
    assert "gọi 111" in answer.text


def test_the_passcode_is_tried_at_most_so_often(tmp_path: Path, repository: Path) -> None:
    with nginx_alone("lessons", tmp_path, repository) as (door, _):
        path = f"{door.base}lachan/dang-nhap"
        answers = [ask(door, "POST", path) for _ in range(12)]
    assert [answer.status for answer in answers[:11]] == [502] * 11
    check(answers[-1], 429)
    assert "Hãy chờ một phút" in answers[-1].text


@pytest.mark.parametrize("path", ["/index.html", "/voila/render/trang_chu.ipynb", "/lachan"])
def test_beside_the_schools_path_there_is_nothing(
    tmp_path_factory: pytest.TempPathFactory, repository: Path, path: str
) -> None:
    with nginx_alone("lessons", tmp_path_factory.mktemp("nginx"), repository) as (door, _):
        answer = ask(door, "GET", path)
    check(answer, 404)
    assert "Không có trang này." in answer.text


@pytest.mark.parametrize("host", ["localhost", "ke-gian.example"])
def test_without_https_everyone_is_led_to_the_servers_own_name(
    doors: tuple[Door, Door], host: str
) -> None:
    answer = ask(doors[1], "GET", "/x", (("Host", host),))
    assert (answer.status, answer.headers["location"]) == (301, "https://localhost/x")
    assert answer.headers["server"] == "nginx"
