"""The contest room over HTTP: who comes the usual way, and who tries another."""

from __future__ import annotations

import datetime as dt
import gzip
import re
import socket
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import urlsplit

import pytest

from lachan.content import Content
from lachan.domain.contests.contest import EntryMode
from lachan.domain.contests.entry_codes import make_entry_code
from lachan.limits.contest_room import FREE_ENTRIES_OF_A_CODE, FREE_GUESSES, FREE_SAVES
from support.contests import Guest, Hall, RoomServer, open_hall, room_server, tell
from support.waiting import ask_until


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory, real_content: Content) -> Iterator[Hall]:
    with open_hall(tmp_path_factory.mktemp("hall"), real_content) as hall:
        yield hall


@pytest.fixture(scope="module")
def room(
    hall: Hall, tmp_path_factory: pytest.TempPathFactory, repository: Path
) -> Iterator[RoomServer]:
    log = tmp_path_factory.mktemp("room") / "log.txt"
    with room_server(hall, log, repository, "--base-url", "/thi/") as room:
        yield room


@pytest.fixture(scope="module")
def codes(hall: Hall) -> Iterator[str]:
    return iter(hall.hold("ma", 40, entry=EntryMode.CODES, prediction=True))


@pytest.fixture
def guest(room: RoomServer, codes: Iterator[str]) -> Guest:
    """Someone who is in and has begun."""
    guest = Guest(room.base, "ma")
    assert guest.enter(next(codes)).status == 200
    assert guest.call("start", {}).status == 200
    return guest


def first_choice(guest: Guest) -> tuple[str, str]:
    item = tell(guest.call("attempt"))["items"][0]
    return item["id"], item["options"][0]["id"]


def save(guest: Guest, *answers: tuple[str, int, object]) -> dict[str, Any]:
    rows = [{"item": item, "seq": seq, "value": value} for item, seq, value in answers]
    return tell(guest.call("save", {"answers": rows}))


def test_the_usual_way_from_the_code_to_the_receipt(guest: Guest) -> None:
    item, choice = first_choice(guest)
    ack = save(guest, (item, 1, choice))["acks"][0]
    assert (ack["item_id"], ack["saved"], ack["current_seq"]) == (item, True, 1)
    view = tell(guest.call("attempt"))
    assert view["answers"][item] == {"seq": 1, "value": choice}
    receipt = tell(guest.call("submit", {"prediction": 12}))
    assert (receipt["answered"], receipt["prediction"]) == (1, 12)
    assert receipt == tell(guest.call("submit", {"prediction": 99}))
    assert tell(guest.call("result"))["receipt"] == receipt


def test_saving_twice_is_saving_once(guest: Guest) -> None:
    item, choice = first_choice(guest)
    for _ in range(3):
        assert save(guest, (item, 1, choice))["acks"][0]["saved"]
    assert tell(guest.call("attempt"))["answers"][item]["seq"] == 1


def test_nothing_before_submitting_tells_a_key(guest: Guest) -> None:
    view = guest.call("attempt").text
    save_reply = guest.call("save", {"answers": []}).text
    contest = guest.call("contest").text
    telling = ('"key"', '"reason":[', '"best"', '"accepted"', '"citations"', '"rubric"')
    told = view + save_reply + contest
    assert [part for part in telling if part in told] == []
    assert guest.call("result").status == 409


def test_a_second_device_takes_over_and_the_first_is_told(
    room: RoomServer, codes: Iterator[str]
) -> None:
    code = next(codes)
    first, second = Guest(room.base, "ma"), Guest(room.base, "ma")
    first.enter(code)
    first.call("start", {})
    item, choice = first_choice(first)
    assert tell(second.enter(code))["replaced"] is True
    reply = save(first, (item, 1, choice))
    assert (reply["superseded"], reply["acks"][0]["reason"]) == (True, "superseded")
    assert tell(first.call("attempt"))["current"] is False
    assert tell(second.call("attempt"))["answers"] == {}


def test_a_token_opens_its_own_attempt_only(
    room: RoomServer, codes: Iterator[str], guest: Guest
) -> None:
    other = Guest(room.base, "ma")
    other.enter(next(codes))
    other.call("start", {})
    item, choice = first_choice(guest)
    save(guest, (item, 1, choice))
    assert tell(other.call("attempt"))["answers"] == {}
    stolen = Guest(room.base, "ma", cookie=guest.cookie[:-3] + "AAA")
    assert tell(stolen.call("attempt"))["state"] == "outside"
    assert stolen.call("save", {"answers": []}).status == 401
    assert stolen.call("result").status == 401
    assert stolen.call("submit", {}).status == 401


def test_without_a_session_nothing_but_the_contest_is_told(room: RoomServer) -> None:
    nobody = Guest(room.base, "ma")
    assert set(tell(nobody.call("attempt"))) == {"state", "contest"}
    assert nobody.call("contest").status == 200
    assert [nobody.call(name, {}).status for name in ("start", "save", "submit")] == [401] * 3
    assert nobody.call("result").status == 401


def test_forged_sequence_numbers_change_nothing_that_is_saved(guest: Guest) -> None:
    item, choice = first_choice(guest)
    save(guest, (item, 5, choice))
    other = tell(guest.call("attempt"))["items"][0]["options"][1]["id"]
    assert save(guest, (item, 5, other))["acks"][0]["reason"] == "bad_sequence"
    assert save(guest, (item, 2, other))["acks"][0]["current_seq"] == 5
    assert tell(guest.call("attempt"))["answers"][item] == {"seq": 5, "value": choice}


@pytest.mark.parametrize("seq", [0, -1, 2**31, 1.5, "1", True, None])
def test_what_is_no_sequence_number_is_refused(guest: Guest, seq: object) -> None:
    body = {"answers": [{"item": "x", "seq": seq, "value": "a"}]}
    assert guest.call("save", body).status == 400


def test_an_item_of_another_form_is_refused(guest: Guest, hall: Hall) -> None:
    own = guest.call("attempt").text
    foreign = next(item.id for item in hall.content.items if item.id not in own)
    ack = save(guest, (foreign, 1, "a"))["acks"][0]
    assert (ack["saved"], ack["reason"]) == (False, "unknown_item")


def test_after_the_deadline_nothing_is_taken_whatever_the_browser_says(
    room: RoomServer, hall: Hall
) -> None:
    ends = hall.database.now() + dt.timedelta(seconds=4)
    (code,) = hall.hold("tre", 1, entry=EntryMode.CODES, grace_s=0, closes_at=ends)
    late = Guest(room.base, "tre")
    late.enter(code)
    late.call("start", {})
    item, choice = first_choice(late)
    other = tell(late.call("attempt"))["items"][0]["options"][1]["id"]
    assert save(late, (item, 1, choice))["acks"][0]["saved"]
    # The room goes by the clock of the database, which only passes.
    ask_until(lambda: hall.database.now() > ends)
    # A clock that was put back, in headers and in the body, counts for nothing; nor does a
    # higher number, nor beginning again. What was acknowledged stays acknowledged.
    old = {"X-Lachan": "1", "Date": "Mon, 01 Jan 2024 00:00:00 GMT", "Cookie": late.cookie}
    body = {"answers": [{"item": item, "seq": 2, "value": other}], "server_now": "2024-01-01"}
    ack = tell(late.call("save", body, headers=old))["acks"][0]
    assert (ack["saved"], ack["reason"] in ("late", "submitted")) == (False, True)
    assert save(late, (item, 1, choice))["acks"][0]["saved"] is True
    assert save(late, (item, 3, other))["acks"][0]["saved"] is False
    assert late.call("start", {}).status == 409
    assert tell(late.call("attempt"))["state"] == "submitted"
    receipt = tell(late.call("result"))["receipt"]
    assert (receipt["submitted_by"], receipt["answered"]) == ("deadline", 1)


def test_guessing_codes_has_to_wait(room: RoomServer, codes: Iterator[str]) -> None:
    draw = Random(4).randrange
    guesser = Guest(room.base, "ma", source="127.0.0.9")
    seen = [guesser.enter(make_entry_code(draw))]
    while seen[-1].status == 403 and len(seen) < 100:
        seen.append(guesser.enter(make_entry_code(draw)))
    assert (seen[-1].status, len(seen) > FREE_GUESSES.value) == (429, True)
    assert int(seen[-1].headers["Retry-After"]) > 0
    # A right code enters at once, also from there: a school has one address.
    assert Guest(room.base, "ma", source="127.0.0.9").enter(next(codes)).status == 200
    assert guesser.enter(make_entry_code(draw)).status == 429


def test_who_saves_without_pause_is_asked_to_wait_and_loses_nothing(guest: Guest) -> None:
    item, choice = first_choice(guest)
    seen, seq = [], 0
    while 429 not in seen:
        seq += 1
        answers = [{"item": item, "seq": seq, "value": choice}]
        reply = guest.call("save", {"answers": answers})
        seen.append(reply.status)
    assert seen[:-1] == [200] * (len(seen) - 1)
    assert len(seen) > FREE_SAVES.value
    assert tell(reply)["reason"] == "too_many"
    assert tell(guest.call("attempt"))["answers"][item]["seq"] == seq - 1


def test_slips_of_the_finger_cost_no_waiting(room: RoomServer) -> None:
    clumsy = Guest(room.base, "ma", source="127.0.0.8")
    assert {clumsy.enter("AAAAA-AAAAB").status for _ in range(30)} == {403}


def test_the_doors_of_one_code_cannot_be_swung_all_day(
    room: RoomServer, codes: Iterator[str]
) -> None:
    code = next(codes)
    seen = [Guest(room.base, "ma").enter(code).status]
    while seen[-1] == 200 and len(seen) < 100:
        seen.append(Guest(room.base, "ma").enter(code).status)
    assert (seen[-1], len(seen) > FREE_ENTRIES_OF_A_CODE.value) == (429, True)
    assert Guest(room.base, "ma", source="127.0.0.7").enter(code).status == 200


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"X-Lachan": "1", "Origin": "https://ke-gian.example"},
        {"X-Lachan": "1", "Origin": "null"},
        {"X-Lachan": "1", "Sec-Fetch-Site": "cross-site"},
        {"X-Lachan": "1", "Sec-Fetch-Site": "same-site"},
        {"Content-Type": "application/x-www-form-urlencoded"},
    ],
)
@pytest.mark.parametrize("name", ["enter", "start", "save", "submit", "leave", "practice"])
def test_requests_of_other_pages_are_refused(
    guest_of_all: Guest, name: str, headers: dict[str, str]
) -> None:
    headers = {**headers, "Cookie": guest_of_all.cookie}
    assert guest_of_all.call(name, {}, headers=headers).status == 403
    assert tell(guest_of_all.call("attempt"))["state"] == "working"


@pytest.fixture(scope="module")
def guest_of_all(room: RoomServer, codes: Iterator[str]) -> Guest:
    guest = Guest(room.base, "ma")
    guest.enter(next(codes))
    guest.call("start", {})
    return guest


def test_no_address_answers_other_sites(guest_of_all: Guest) -> None:
    reply = guest_of_all.ask(
        "OPTIONS", "/ma/goi/save", headers={"Origin": "https://ke-gian.example"}
    )
    assert reply.status in (403, 405)
    assert "Access-Control-Allow-Origin" not in reply.headers


@pytest.mark.parametrize(
    "body",
    [
        b"null",
        b"[]",
        b'"x"',
        b"{",
        b"\xff\xfe",
        b"[" * 60_000,
        b'{"answers": {}}',
        b'{"answers": [1]}',
        b'{"answers": [{"item": "x"}]}',
        b'{"answers": [{"item": "", "seq": 1, "value": 1}]}',
    ],
)
def test_bodies_that_are_no_message_are_refused(guest_of_all: Guest, body: bytes) -> None:
    reply = guest_of_all.ask("POST", "/ma/goi/save", body=body)
    assert (reply.status, tell(reply)["reason"]) == (400, "bad_request")


def test_too_many_answers_are_refused(guest_of_all: Guest) -> None:
    many = [{"item": "x", "seq": 1, "value": "a"}] * 201
    assert guest_of_all.call("save", {"answers": many}).status == 400


def test_a_body_that_is_too_big_is_refused_before_it_is_sent(guest_of_all: Guest) -> None:
    parts = urlsplit(guest_of_all.base)
    head = (
        f"POST {parts.path}/ma/goi/save HTTP/1.1\r\nHost: {parts.netloc}\r\nX-Lachan: 1\r\n"
        f"Cookie: {guest_of_all.cookie}\r\nContent-Length: 70000\r\n\r\n"
    )
    with socket.create_connection((parts.hostname, parts.port), timeout=30) as connection:
        connection.sendall(head.encode())
        assert connection.recv(100).startswith((b"HTTP/1.1 400", b"HTTP/1.1 413"))


@pytest.mark.parametrize(
    "path",
    [
        "/..", "/../..", "/%2e%2e/law/sources.yaml", "/ma/..%2f..%2flachan.toml", "/ma/",
        "/MA", "/ma/goi", "/ma/goi/", "/ma/goi/board", "/ma/goi/attempt/1",
        "/ma/hinh/../../law/sources.yaml", "/ma/hinh/..%2f..%2flaw/sources.yaml",
        "/ma/hinh//etc/passwd", "/ma/hinh/quiz_bank/thcs/mang.yaml", "/ma/hinh/lachan.db",
        "/lachan/tep/../../../pages.py", "/lachan/tep/..%2fpages.py", "/lachan/tep/phong-thi.js",
        "/lachan/tep/", "/khong-co", "/quiz_bank/retired.yaml",
    ],
)  # fmt: skip
def test_path_tricks_find_nothing(guest_of_all: Guest, path: str) -> None:
    assert guest_of_all.ask("GET", path).status == 404


def test_cookies_are_out_of_reach_of_scripts_and_other_sites(
    room: RoomServer, codes: Iterator[str]
) -> None:
    (cookie,) = Guest(room.base, "ma").enter(next(codes)).cookies
    parts = {part.strip().lower() for part in cookie.split(";")[1:]}
    assert {"httponly", "samesite=strict", "path=/thi/ma/"} <= parts


def test_the_token_is_in_no_reply(guest: Guest) -> None:
    token = guest.cookie.partition("=")[2]
    assert not any(token in guest.call(name).text for name in ("attempt", "contest"))


def test_neither_codes_nor_answers_reach_the_log(room: RoomServer, codes: Iterator[str]) -> None:
    code = next(codes)
    guest = Guest(room.base, "ma")
    guest.enter(code)
    guest.ask("GET", f"/ma?ma={code}")
    log = room.log.read_text()
    assert code not in log
    assert code.replace("-", "") not in log


@pytest.mark.parametrize("path", ["/", "/ma", "/ma/goi/contest", "/khong-co", "/bang-cuu-chuong"])
def test_every_answer_carries_a_strict_policy(
    room: RoomServer, codes: Iterator[str], path: str
) -> None:
    headers = Guest(room.base, "ma").ask("GET", path).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "Server" not in headers


def test_files_have_addresses_of_their_content_and_come_compressed(
    room: RoomServer, codes: Iterator[str]
) -> None:
    guest = Guest(room.base, "ma")
    page = guest.ask("GET", "/ma").text
    path = re.search(r'"/thi(/lachan/tep/phong-thi\.[0-9a-f]{16}\.js)"', page)[1]
    plain = guest.ask("GET", path, headers={})
    packed = guest.ask("GET", path, headers={"Accept-Encoding": "gzip"})
    assert "immutable" in plain.headers["Cache-Control"]
    assert gzip.decompress(packed.body) == plain.body
    again = {"Accept-Encoding": "gzip", "If-None-Match": packed.headers["Etag"]}
    assert guest.ask("GET", path, headers=again).status == 304


def test_the_health_address_answers(room: RoomServer) -> None:
    assert Guest(room.base, "ma").ask("GET", "/lachan/suc-khoe").text == "khỏe"


def test_the_list_names_open_contests_without_a_script(
    room: RoomServer, codes: Iterator[str]
) -> None:
    page = Guest(room.base, "ma").ask("GET", "/").text
    assert 'href="/thi/ma"' in page
    assert "Đang mở" in page


def test_a_short_path_leads_to_the_room(room: RoomServer, hall: Hall, codes: Iterator[str]) -> None:
    guest = Guest(room.base, "ma")
    contest = hall.office.board("ma", seats=False).contest
    reply = guest.ask("GET", f"/{contest.short}")
    assert (302, "/thi/ma") == (reply.status, reply.headers["Location"])
    assert [404] * 3 == [guest.ask("GET", path).status for path in ("/0", "/99999999", "/9" * 20)]


def test_acknowledged_answers_outlive_the_server(
    hall: Hall, repository: Path, tmp_path: Path
) -> None:
    (code,) = hall.hold("giet", 1, entry=EntryMode.CODES)
    with room_server(hall, tmp_path / "log.txt", repository) as first:
        guest = Guest(first.base, "giet")
        guest.enter(code)
        guest.call("start", {})
        item, choice = first_choice(guest)
        assert save(guest, (item, 1, choice))["acks"][0]["saved"]
        first.kill()
        with room_server(hall, tmp_path / "log2.txt", repository, port=first.port):
            assert tell(guest.call("attempt"))["answers"][item]["value"] == choice
