"""Every address of both servers, found from the applications, and what it owes a stranger."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

import pytest
from hypothesis import Phase, given, settings

from support.attacks.expectations import (
    CLASSROOM,
    CLASSROOM_BEHIND_NGINX,
    ROOM,
    SHUT,
    Who,
    name_pattern,
    nginx_headers,
)
from support.attacks.hostile import (
    Answer,
    Door,
    Headers,
    ask,
    be_answered,
    connect,
    render_request,
    send_raw,
)
from support.attacks.places import BEHIND_NGINX, OWN, PLACES, Place
from support.attacks.strategies import DRAWN_ALIKE, Malformed, malformed_requests

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW")
# What a method meets that an address does not have: some ask first whether it is one's own page.
REFUSALS = (400, 403, 404, 405, 501)
FOREIGN = (
    (("Origin", "https://ke-gian.example"), ("X-Lachan", "1")),
    (("Origin", "http://[::1"), ("X-Lachan", "1")),
    (("Sec-Fetch-Site", "cross-site"), ("X-Lachan", "1")),
)
# A place that is full, and a store that is busy, say so; neither is a fault.
NO_FAULT = (503,)

EXPECTED = {
    "classroom": CLASSROOM,
    "contest_room": ROOM,
    "classroom_behind_nginx": CLASSROOM_BEHIND_NGINX,
    "contest_room_behind_nginx": ROOM,
}
# How many of each sort of address; so many find a fault that is anywhere.
MALFORMED = [
    ("classroom", 40),
    ("contest_room", 40),
    *(pytest.param(place, 200, marks=pytest.mark.full) for place in EXPECTED),
]
# Behind nginx they are asked with the long tests.
ROUTES = [
    pytest.param(place, name, marks=[pytest.mark.full] if place in BEHIND_NGINX else [])
    for place, expected in EXPECTED.items()
    for name in expected
]


@pytest.fixture
def place(request: pytest.FixtureRequest) -> Place:
    place: Place = request.getfixturevalue(request.param)
    return place


every_place = pytest.mark.parametrize("place", PLACES, indirect=True)
every_route = pytest.mark.parametrize(("place", "name"), ROUTES, indirect=["place"])


@every_place
def test_every_route_is_expected(place: Place) -> None:
    assert {name_pattern(each) for each in place.read_patterns()} == set(place.expected)


@every_route
def test_it_answers_whom_it_opens_to_and_says_how_long_it_may_be_kept(
    place: Place, name: str
) -> None:
    expected = place.expected[name]
    answer = place.ask_as(expected.who, expected)
    assert (answer.status, answer.headers.get("cache-control", "")) == (
        expected.status,
        expected.cache,
    )


@every_route
def test_it_is_shut_to_everyone_else(place: Place, name: str) -> None:
    expected = place.expected[name]
    if expected.who is Who.EVERYONE:
        return
    answer = place.ask_as(Who.EVERYONE, expected)
    assert answer.status == SHUT[expected.who]
    if expected.who is Who.STAFF:
        assert "/lachan/dang-nhap" in answer.headers["location"]
    assert len(answer.body) < 1000


@every_route
def test_it_knows_its_methods_and_no_other(place: Place, name: str) -> None:
    expected = place.expected[name]
    with place.nothing_logged():
        statuses = {
            method: place.ask_as(expected.who, expected, method).status
            for method in METHODS
            if method not in expected.methods
        }
    assert {each: code for each, code in statuses.items() if code not in REFUSALS} == {}


@every_route
def test_every_answer_carries_what_protects_the_page(place: Place, name: str) -> None:
    expected = place.expected[name]
    due = nginx_headers() if expected.by_nginx else place.every_header
    for who, method in ((expected.who, ""), (Who.EVERYONE, ""), (Who.EVERYONE, "BREW")):
        check_headers(place, place.ask_as(who, expected, method), due)
    stranger = be_answered(place.door, "GET", f"{place.path_of(expected)}/khong-co")
    check_headers(place, stranger, place.every_header)


def check_headers(place: Place, answer: Answer, due: Mapping[str, str]) -> None:
    assert {header: answer.headers.get(header) for header in due} == dict(due)
    told = {header for header in answer.headers if header.startswith("access-control-")}
    assert told == set()
    # Neither program tells its version.
    assert answer.headers.get("server") == ("nginx" if place.behind_nginx else None)
    secure = "max-age=31536000" if place.door.tls else None
    assert answer.headers.get("strict-transport-security") == secure


@every_route
def test_pages_of_other_sites_change_nothing(place: Place, name: str) -> None:
    expected = place.expected[name]
    if not expected.own_pages_only:
        return
    with place.nothing_logged():
        statuses = {
            headers: place.ask_as(expected.who, expected, headers=headers).status
            for headers in FOREIGN
        }
    assert set(statuses.values()) <= {400, 403}, statuses


@every_route
def test_a_body_over_the_bound_is_refused_before_it_is_sent(place: Place, name: str) -> None:
    expected = place.expected[name]
    sizes = (("Content-Length", str(place.largest_body + 1)),)
    for method in (expected.methods[0], "POST"):
        answer = _announce(place.door, method, place.path_of(expected), sizes)
        assert answer is None or answer.status in (400, 403, 405, 413)


def _announce(door: Door, method: str, path: str, headers: Headers) -> Answer | None:
    with connect(door) as line:
        line.send(render_request(door, method, path, (*OWN, *headers)))
        return line.hear(method)


@every_route
def test_headers_over_the_bound_are_refused(place: Place, name: str) -> None:
    path = place.path_of(place.expected[name])
    answer = _announce(place.door, "GET", path, (("X-Dai", "x" * 40_000),))
    assert answer is None or answer.status in (400, 431)


@every_route
def test_who_guesses_has_to_wait(place: Place, name: str) -> None:
    expected = place.expected[name]
    if not expected.guesses:
        return
    guess = {"lachan/dang-nhap": _guess_passcode, "lop/api/phong/([A-Z0-9]{6})": _guess_seat}.get(
        name, _guess_code
    )
    guesser = place.from_elsewhere()
    for number in range(expected.guesses):
        answer = guess(place, guesser, number)
        if answer.status == 429:
            assert int(answer.headers.get("retry-after", "1")) > 0
            break
        assert answer.status in (403, 404)
    else:
        pytest.fail("nobody was made to wait")


def _guess_passcode(place: Place, guesser: Door, number: int) -> Answer:
    path = f"{place.door.base}lachan/dang-nhap"
    form = be_answered(guesser, "GET", path)
    token = re.search(r'name="_xsrf" value="([^"]+)"', form.text)[1]
    kind = ("Content-Type", "application/x-www-form-urlencoded")
    body = f"_xsrf={token.replace('|', '%7C')}&passcode={10_000_000 + number}".encode()
    return be_answered(guesser, "POST", path, (("Cookie", form.cookies), kind), body)


def _guess_seat(place: Place, guesser: Door, number: int) -> Answer:
    path = place.path_of(place.expected["lop/api/phong/([A-Z0-9]{6})"])
    return be_answered(guesser, "GET", path, (("X-Lachan-Seat", f"la-{number}"),))


def _guess_code(place: Place, guesser: Door, number: int) -> Answer:
    from random import Random

    from lachan.domain.contests.entry_codes import make_entry_code

    in_room = place.expected is ROOM
    code = make_entry_code(Random(number).randrange) if in_room else f"ZZZ{222 + number}"
    path = "thi-thu/goi/enter" if in_room else "lop/api/vao"
    body = json.dumps({"code": code, "device": "x"}).encode()
    return be_answered(guesser, "POST", place.door.base + path, OWN, body)


@pytest.mark.parametrize(("place", "examples"), MALFORMED, indirect=["place"])
def test_no_malformed_request_is_a_fault_of_the_server(place: Place, examples: int) -> None:
    door = place.from_elsewhere()
    paths = [place.path_of(each) for each in place.expected.values()]

    @settings(max_examples=examples, phases=[Phase.generate], **DRAWN_ALIKE)
    @given(malformed_requests())
    def send(request: Malformed) -> None:
        for path in paths:
            answer = send_raw(door, request.render(door, path), complete=request.complete)
            assert answer is None or answer.status < 500 or answer.status in NO_FAULT, path

    with place.nothing_logged():
        send()
        assert ask(place.door, "GET", f"{place.door.base}bang-cuu-chuong").status == 200
