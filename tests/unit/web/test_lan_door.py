"""The door for other machines, on real sockets: 127.0.0.2 and its like stand for the networks."""

from __future__ import annotations

import asyncio
import http.client
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from tornado.web import Application, RequestHandler
from tornado.websocket import WebSocketHandler
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from lachan.web.lan_door import CLOSE_WORD, OPEN_WORD, LanDoor
from lachan.web.listening import Listening, ListeningServer, parse_networks
from support.certificates import make_pair
from support.loops import run
from support.waiting import until

HERE, CLASS, OTHER = "127.0.0.1", "127.0.0.2", "127.0.0.3"
LIMIT_S = 30.0


class Hello(RequestHandler):
    def get(self) -> None:
        self.finish("chào")


class Echo(WebSocketHandler):
    def on_message(self, message: str | bytes) -> None:
        self.write_message(message)


@dataclass
class School:
    """A server on its own machine, its door, and the networks that the machine is in."""

    port: int
    networks: tuple[str, ...] = (CLASS, OTHER)
    door: LanDoor = field(init=False)
    servers: list[ListeningServer] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.door = LanDoor(Listening(port=self.port), lambda: self.networks)

    def make(self, listening: Listening) -> ListeningServer:
        return listening.http_server(Application([("/", Hello), ("/noi", Echo)]))


def ask(host: str, port: int, **headers: str) -> int | None:
    """Return how the server answers there; None where nobody listens."""
    with suppress(ConnectionRefusedError):
        connection = http.client.HTTPConnection(host, port, timeout=LIMIT_S)
        try:
            connection.request("GET", "/", headers=headers)
            return connection.getresponse().status
        finally:
            connection.close()
    return None


def in_school(body: Callable[[School], Any]) -> None:
    async def within() -> None:
        own = Listening(port=0)
        sockets = own.open_sockets()
        school = School(sockets[0].getsockname()[1])
        server = school.make(own)
        server.add_sockets(sockets)
        school.door.begin(school.make, school.port)
        try:
            async with asyncio.timeout(LIMIT_S):
                await body(school)
        finally:
            school.door.stop()
            server.hang_up()

    run(within())


async def answers(school: School) -> list[int | None]:
    """Ask the machine itself and both networks."""
    asked = (asyncio.to_thread(ask, host, school.port) for host in (HERE, CLASS, OTHER))
    return list(await asyncio.gather(*asked))


def test_it_opens_every_network_and_closes_them_again() -> None:
    async def body(school: School) -> None:
        assert await answers(school) == [200, None, None]
        for _ in range(2):
            school.door.open()
            assert await answers(school) == [200, 200, 200]
            assert (school.door.is_open, school.door.hosts) == (True, (CLASS, OTHER))
            school.door.close()
            assert await answers(school) == [200, None, None]
            assert (school.door.is_open, school.door.hosts) == (False, ())

    in_school(body)


def test_closing_ends_the_connections_of_others_and_of_nobody_else() -> None:
    async def body(school: School) -> None:
        school.door.open()
        loop = asyncio.get_running_loop()

        def talk() -> None:
            lines = [f"ws://{host}:{school.port}/noi" for host in (HERE, CLASS)]
            with connect(lines[0]) as near, connect(lines[1]) as far:
                for line in (near, far):
                    line.send("a")
                    assert line.recv(LIMIT_S) == "a"
                loop.call_soon_threadsafe(school.door.close)
                with pytest.raises(ConnectionClosed):
                    far.recv(LIMIT_S)
                near.send("b")
                assert near.recv(LIMIT_S) == "b"

        await asyncio.to_thread(talk)

    in_school(body)


def test_it_follows_the_machine_from_network_to_network() -> None:
    async def body(school: School) -> None:
        school.networks = ()
        school.door.open()
        assert (school.door.is_open, school.door.hosts) == (True, ())
        for networks in ((CLASS,), (OTHER,), (), (CLASS, OTHER)):
            school.networks = networks
            school.door.look()
            open_now = [200 if host in networks else None for host in (CLASS, OTHER)]
            assert await answers(school) == [200, *open_now]
            assert school.door.hosts == networks

    in_school(body)


def test_a_network_that_comes_later_is_found_without_being_asked() -> None:
    async def body(school: School) -> None:
        school.networks = ()
        school.door.open()
        school.networks = (CLASS,)
        await until(lambda: school.door.hosts == (CLASS,))
        assert await answers(school) == [200, 200, None]

    in_school(body)


def test_a_port_that_another_program_has_is_told_and_the_rest_opens() -> None:
    async def body(school: School) -> None:
        with socket.create_server((CLASS, school.port)):
            school.door.open()
            assert (school.door.hosts, school.door.refused) == ((OTHER,), (CLASS,))
        school.door.look()
        assert (school.door.hosts, school.door.refused) == ((CLASS, OTHER), ())

    in_school(body)


def test_the_machines_name_is_right_for_those_who_come_by_the_door() -> None:
    async def body(school: School) -> None:
        school.door.open()
        for name, expected in ((socket.gethostname(), [421, 200]), ("ke-gian.example", [421, 421])):
            found = [
                await asyncio.to_thread(ask, host, school.port, Host=f"{name}:{school.port}")
                for host in (HERE, CLASS)
            ]
            assert found == expected

    in_school(body)


def test_whoever_listens_hears_each_change_once() -> None:
    async def body(school: School) -> None:
        heard: list[tuple[bool, tuple[str, ...]]] = []
        school.door.tell(lambda: heard.append((school.door.is_open, school.door.hosts)))
        school.door.open()
        school.door.open()
        school.door.look()
        school.networks = (OTHER,)
        school.door.look()
        school.door.close()
        assert heard == [(True, (CLASS, OTHER)), (True, (OTHER,)), (False, ())]

    in_school(body)


def test_it_obeys_the_server_that_started_it_and_no_other_word() -> None:
    async def body(school: School) -> None:
        for word, is_open in (
            (b"mo\r\n", False),
            (OPEN_WORD, True),
            (b"", True),
            (CLOSE_WORD, False),
        ):
            school.door.obey(word)
            assert school.door.is_open is is_open

    in_school(body)


def test_ending_answers_first_and_then_listens_no_more() -> None:
    async def body(school: School) -> None:
        school.door.open()
        await school.door.end()
        assert await answers(school) == [200, None, None]

    in_school(body)


@contextmanager
def begun(listening: Listening) -> Iterator[LanDoor]:
    """A door whose server is another's business."""
    door = LanDoor(listening, lambda: ("192.0.2.7", "192.0.2.8"))
    door.look()
    yield door


@pytest.mark.parametrize(
    ("listening", "is_open", "hosts"),
    [
        (Listening(host="0.0.0.0"), True, ("192.0.2.7", "192.0.2.8")),
        (Listening(host="192.0.2.8"), True, ("192.0.2.8",)),
        (Listening(behind_proxy=True), False, ()),
        (Listening(proxies=parse_networks(["10.0.0.0/24"])), False, ()),
    ],
)
def test_where_the_operator_has_chosen_it_does_not_move(
    listening: Listening, is_open: bool, hosts: tuple[str, ...]
) -> None:
    with begun(listening) as door:
        assert (door.movable, door.is_open, door.hosts) == (False, is_open, hosts)
        for move in (door.open, door.close):
            with pytest.raises(ValueError, match="does not move"):
                move()
        door.obey(CLOSE_WORD)
        assert door.is_open is is_open


def test_with_a_certificate_its_name_is_the_likeliest(tmp_path: Any) -> None:
    from lachan.web.tls import load_tls

    pair = make_pair(tmp_path)
    secure = Listening(
        host="0.0.0.0", tls=load_tls(pair.certfile, pair.keyfile), names=("truong.example",)
    )
    with begun(secure) as door:
        assert door.hosts[0] == "truong.example"
    with begun(replace(secure, tls=None)) as door:
        assert door.hosts[0] == "192.0.2.7"
