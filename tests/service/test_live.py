"""The pupils' side of a live class over plain HTTP, while a teacher leads the room."""

from __future__ import annotations

import gzip
import http.client
import json
import os
import re
import signal
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from lachan.content import Content
from lachan.domain.live.live_class import Room, advance, end
from lachan.limits.live import FREE_CODE_TRIES, FREE_JOINS, MOST_PUPILS
from lachan.store.live.rooms import LiveRooms
from support.live_rooms import open_folder, open_room
from support.running import RunningServer, lachan_server
from support.waiting import ask_until

PAGE_BUDGET_BYTES = 150_000


@dataclass
class Said:
    status: int
    headers: dict[str, str]
    data: Any


def call(
    server: RunningServer,
    method: str,
    path: str,
    body: object = None,
    *,
    seat: str = "",
    seen: str = "",
    source: str = "127.0.0.1",
    headers: Mapping[str, str] | None = None,
) -> Said:
    parts = urlsplit(server.base)
    assert parts.hostname is not None
    connection = http.client.HTTPConnection(
        parts.hostname, parts.port, timeout=30, source_address=(source, 0)
    )
    sent_headers = {"X-Lachan-Seat": seat, "If-None-Match": seen, **(headers or {})}
    sent = None if body is None else json.dumps(body)
    try:
        connection.request(method, f"/lop/api/{path}", body=sent, headers=sent_headers)
        answer = connection.getresponse()
        raw = answer.read()
        return Said(answer.status, dict(answer.headers), json.loads(raw) if raw else None)
    finally:
        connection.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Iterator[RunningServer]:
    folder = tmp_path_factory.mktemp("live")
    with start(folder, repository) as running:
        yield running


def start(folder: Path, repository: Path) -> AbstractContextManager[RunningServer]:
    return lachan_server(folder / "log.txt", "--root", str(repository), cwd=folder)


@pytest.fixture(scope="module")
def rooms(server: RunningServer) -> Iterator[LiveRooms]:
    with closing(open_folder(server.log.parent)) as opened:
        yield opened


def look(server: RunningServer, room: Room, seat: str, seen: str = "") -> Said:
    return call(server, "GET", f"phong/{room.code}", seat=seat, seen=seen)


def look_until(server: RunningServer, room: Room, seat: str, state: str) -> dict[str, Any]:
    """Ask as a phone does, until the room is read anew."""

    def told() -> dict[str, Any] | None:
        view: dict[str, Any] = look(server, room, seat).data
        return view if view["state"] == state else None

    return ask_until(told)


def put(server: RunningServer, room: Room, seat: str, value: object, stop: int = 1) -> Said:
    return call(server, "PUT", f"phong/{room.code}/cau/{stop}", {"response": value}, seat=seat)


def join(server: RunningServer, room: Room) -> str:
    return str(call(server, "POST", "vao", {"code": room.code}).data["seat"])


def test_a_phone_joins_answers_and_is_told(
    server: RunningServer, rooms: LiveRooms, real_content: Content
) -> None:
    room = open_room(rooms, real_content)
    seat = join(server, room)
    first = look(server, room, seat)
    assert (first.status, first.data["kind"]) == (200, "cho")
    assert first.headers["Cache-Control"] == "no-store"
    assert look(server, room, seat, first.headers["Etag"]).status == 304

    key = real_content.get_item(room.items[0].id).body.key
    room = rooms.save_room(advance(room))
    look_until(server, room, seat, "mo")
    assert [put(server, room, seat, key).status for _ in range(3)] == [200, 200, 200]
    assert rooms.count(room.code, 1) == (1, 1)

    room = rooms.save_room(advance(room))
    closed = look_until(server, room, seat, "dong")
    assert (closed["answer"], closed["feedback"]) == (key, None)
    late = put(server, room, seat, "a")
    assert (late.status, late.data) == (
        409,
        {"error": "Câu hỏi đã đóng trước khi câu trả lời tới nơi."},
    )
    room = rooms.save_room(advance(room))
    told = look_until(server, room, seat, "dap-an")
    assert told["feedback"]["correct"] is True
    assert told["feedback"]["explanation"]["citations"]


def test_no_answer_of_the_server_holds_the_key_before_it_is_told(
    server: RunningServer, rooms: LiveRooms, real_content: Content
) -> None:
    room = open_room(rooms, real_content)
    seat = join(server, room)
    room = rooms.save_room(advance(room))
    said = [look_until(server, room, seat, "mo")]
    room = rooms.save_room(advance(room))
    said.append(look_until(server, room, seat, "dong"))
    names = {name for view in said for name in find_names(view["item"])}
    assert names & {"key", "reason", "citations", "accepted"} == set()
    page = server.get(f"/lop/{room.code}").text
    for name in (room.salt, *(item.id for item in room.items)):
        assert name not in page


def find_names(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
        for each in value.values():
            yield from find_names(each)
    elif isinstance(value, list):
        for each in value:
            yield from find_names(each)


def test_a_room_outlives_the_server(
    tmp_path: Path, repository: Path, real_content: Content
) -> None:
    with closing(open_folder(tmp_path)) as rooms:
        with start(tmp_path, repository) as first:
            room = open_room(rooms, real_content)
            seat = join(first, room)
            room = rooms.save_room(advance(room))
            look_until(first, room, seat, "mo")
            assert put(first, room, seat, "a").status == 200
            mark = look(first, room, seat).headers["Etag"]
            os.kill(first.pid, signal.SIGKILL)
        with start(tmp_path, repository) as second:
            found = look(second, room, seat, mark)
            assert (found.status, found.data["state"], found.data["answer"]) == (200, "mo", "a")
            assert put(second, room, seat, "b").status == 200
            assert [(each.code, seats) for each, seats in rooms.list_rooms()] == [(room.code, 1)]
            assert list(rooms.load_answers(room.code)[1].values()) == ["b"]


def test_a_whole_class_at_once(
    server: RunningServer, rooms: LiveRooms, real_content: Content
) -> None:
    room = open_room(rooms, real_content)
    with ThreadPoolExecutor(15) as pool:
        seats = list(pool.map(lambda _: join(server, room), range(45)))
        room = rooms.save_room(advance(room))
        look_until(server, room, seats[0], "mo")
        statuses = list(pool.map(lambda seat: put(server, room, seat, "a").status, seats))
    assert statuses == [200] * 45
    assert rooms.count(room.code, 1) == (45, 45)


def test_what_fits_nothing_is_refused(
    server: RunningServer, rooms: LiveRooms, real_content: Content
) -> None:
    room = open_room(rooms, real_content)
    seat = join(server, room)
    room = rooms.save_room(advance(room))
    look_until(server, room, seat, "mo")
    statuses = {
        "no choice": put(server, room, seat, "không có").status,
        "no seat": put(server, room, "x" * 22, "a").status,
        "too long": put(server, room, seat, "a" * 40_000).status,
        "no object": call(server, "PUT", f"phong/{room.code}/cau/1", ["a"], seat=seat).status,
        "no stop": put(server, room, seat, "a", stop=77).status,
        "other method": call(server, "DELETE", f"phong/{room.code}", seat=seat).status,
    }
    assert statuses == {
        "no choice": 422,
        "no seat": 403,
        "too long": 413,
        "no object": 400,
        "no stop": 409,
        "other method": 405,
    }
    assert rooms.load_answers(room.code) == {}


def test_an_ended_room_lets_nobody_in(
    server: RunningServer, rooms: LiveRooms, real_content: Content
) -> None:
    room = open_room(rooms, real_content)
    rooms.save_room(end(room, room.opened_at))
    said = call(server, "POST", "vao", {"code": room.code}, source="127.0.3.9")
    assert (said.status, "màn hình của lớp" in said.data["error"]) == (404, True)


def test_guessing_codes_is_slowed_and_a_seated_phone_goes_on(
    server: RunningServer, rooms: LiveRooms, real_content: Content
) -> None:
    room = open_room(rooms, real_content)
    source = "127.0.3.1"
    seat = call(server, "POST", "vao", {"code": room.code}, source=source).data["seat"]
    guesses = [404]
    while guesses[-1] == 404 and len(guesses) < 3 * FREE_CODE_TRIES.value:
        guesses.append(call(server, "POST", "vao", {"code": "AAAAAA"}, source=source).status)
    assert (guesses[-1], len(guesses) > FREE_CODE_TRIES.value) == (429, True)
    other_room = open_room(rooms, real_content)
    refused = call(server, "POST", "vao", {"code": other_room.code}, source=source)
    assert (refused.status, int(refused.headers["Retry-After"]) > 0) == (429, True)
    # The class behind the same address goes on coming into the room it has phones in.
    assert call(server, "POST", "vao", {"code": room.code}, source=source).status == 200
    path = f"phong/{room.code}"
    assert call(server, "GET", path, seat="x" * 22, source=source).status == 429
    assert call(server, "GET", "phong/AAAAAA", seat=seat, source=source).status == 429
    assert call(server, "GET", path, seat=seat, source=source).status == 200
    other = call(server, "POST", "vao", {"code": room.code}, source="127.0.3.2")
    assert other.status == 200


def test_one_phone_does_not_fill_a_room(
    server: RunningServer, rooms: LiveRooms, real_content: Content
) -> None:
    room = open_room(rooms, real_content)
    said = [call(server, "POST", "vao", {"code": room.code}, source="127.0.3.5")]
    while said[-1].status == 200 and len(said) < MOST_PUPILS.value:
        said.append(call(server, "POST", "vao", {"code": room.code}, source="127.0.3.5"))
    assert FREE_JOINS.value < len(said) < MOST_PUPILS.value
    assert (said[-1].status, said[-1].data["retry_s"] > 0) == (429, True)
    # Another class comes in meanwhile.
    assert call(server, "POST", "vao", {"code": room.code}, source="127.0.3.6").status == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://ke-gian.example"},
        {"Origin": "null", "Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_other_sites_neither_join_nor_answer(
    server: RunningServer, rooms: LiveRooms, real_content: Content, headers: dict[str, str]
) -> None:
    room = open_room(rooms, real_content)
    seat = join(server, room)
    room = rooms.save_room(advance(room))
    look_until(server, room, seat, "mo")
    own = {"Origin": server.base, "Sec-Fetch-Site": "same-origin"}
    value = real_content.get_item(room.items[0].id).body.key
    assert call(server, "POST", "vao", {"code": room.code}, headers=headers).status == 403
    path, answer = f"phong/{room.code}/cau/1", {"response": value}
    assert call(server, "PUT", path, answer, seat=seat, headers=headers).status == 403
    assert rooms.count(room.code, 1) == (1, 0)
    assert call(server, "PUT", path, answer, seat=seat, headers=own).status == 200


def test_the_page_and_all_it_loads_are_small(server: RunningServer) -> None:
    page = server.get("/lop")
    paths = re.findall(r'(?:href|src)="([^"]+\.(?:css|js|svg)[^"]*)"', page.text)
    fonts = [f"/lachan/fonts/{weight}.woff2" for weight in (400, 600, 700)]
    replies = [server.get(path, headers={"Accept-Encoding": "gzip"}) for path in paths + fonts]
    assert {reply.status for reply in replies} == {200}
    own = [reply for path, reply in zip(paths, replies, strict=False) if "/lop/tep/" in path]
    assert [reply.headers["Content-Encoding"] for reply in own] == ["gzip", "gzip"]
    assert len(page.body) + sum(len(reply.body) for reply in replies) < PAGE_BUDGET_BYTES
    plain = server.get(next(path for path in paths if path.endswith(".js") and "/tep/" in path))
    assert plain.body == gzip.decompress(own[1].body)


def test_only_the_files_there_are_can_be_had(server: RunningServer) -> None:
    for name in ("abc.js", "0123456789ab.js", "0123456789ab.css", "0123456789ab.py"):
        assert server.get(f"/lop/tep/{name}").status == 404
    assert server.get("/lop/../lop/tep/x.js").status == 404


def test_the_page_asks_for_no_cookie_and_leaves_none(server: RunningServer) -> None:
    page = server.get("/lop/K7QF3M")
    assert (page.status, page.cookies) == (200, ())
    assert '"code":"K7QF3M"' in page.text
    assert '"code":""' in server.get("/lop/O0O0O0").text


def test_only_staff_takes_the_results_along(
    server: RunningServer, rooms: LiveRooms, real_content: Content
) -> None:
    room = open_room(rooms, real_content)
    path = f"/lachan/ket-qua-lop/{room.code}.xlsx"
    refused = server.get(path)
    assert refused.status == 302
    assert refused.headers["Location"].startswith("/lachan/dang-nhap?next=")
    given = server.get(path, cookie=server.staff_cookie())
    assert (given.status, given.body[:2]) == (200, b"PK")
    assert f'filename="ket-qua-lop-{room.code}.xlsx"' in given.headers["Content-Disposition"]
    assert given.headers["Cache-Control"] == "no-store"
    gone = server.get("/lachan/ket-qua-lop/ZZZZZZ.xlsx", cookie=server.staff_cookie())
    assert gone.status == 404
