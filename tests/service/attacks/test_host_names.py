"""A page of another site that lets its own name lead here ("DNS rebinding") gets nothing."""

from __future__ import annotations

import pytest

from support.attacks.hostile import Door, ask, connect, render_request
from support.attacks.places import Place

FOREIGN = ("ke-gian.example", "localhost.ke-gian.example", "127.0.0.1.nip.example", "2130706433")
OWN = ("localhost", "LOCALHOST.", "127.0.0.1", "[::1]", "192.168.1.20", "{allowed}")
PAGES = ("", "bang-cuu-chuong", "lachan/suc-khoe", "khong-co", "khong-co/../law/sources.yaml")


@pytest.mark.parametrize("host", FOREIGN)
def test_nothing_is_told_under_a_foreign_name(door: Door, host: str) -> None:
    for method in ("GET", "HEAD", "POST", "OPTIONS"):
        for path in PAGES:
            answer = ask(door, method, door.base + path, (("Host", f"{host}:{door.port}"),))
            assert (answer.status, answer.headers["cache-control"]) == (421, "no-store")
            assert answer.headers["content-security-policy"] == "default-src 'none'"
            if method != "HEAD":
                assert "Máy chủ Lá Chắn không mở dưới tên này." in answer.text
                assert f"--allow-host {host}" in answer.text


@pytest.mark.parametrize("host", OWN)
def test_the_servers_own_names_are_right(place: Place, host: str) -> None:
    door, own = place.door, host.replace("{allowed}", place.allowed_name)
    for name in (own, f"{own}:{door.port}"):
        assert ask(door, "GET", f"{door.base}bang-cuu-chuong", (("Host", name),)).status == 200


def test_a_body_under_a_foreign_name_is_not_read(place: Place) -> None:
    door = place.door
    headers = (("Host", "ke-gian.example"), ("Content-Length", "60000"))
    with connect(door) as line:
        line.send(render_request(door, "POST", f"{door.base}lop/api/vao", headers))
        if place.behind_nginx:
            # nginx has it whole before it asks.
            line.send(b"x" * 60_000)
        assert line.hear().status == 421


@pytest.mark.parametrize("body", [b"", b"x" * 60_000])
def test_a_refusal_costs_the_next_visitor_nothing(place: Place, body: bytes) -> None:
    """A proxy gives the connection on; one that is closed by then loses the next request."""
    door, page = place.door, f"{place.door.base}bang-cuu-chuong"
    host = (("Host", "ke-gian.example"),)
    with place.nothing_logged():
        for _ in range(20):
            with connect(door) as line:
                line.send(render_request(door, "POST", page, host, body, closing=False))
                assert line.hear().status == 421
                line.send(render_request(door, "POST", page))
                assert line.hear().status == 405


@pytest.mark.parametrize("host", ["[::1", "a:99999999", "a b", "<script>", "a,b", ""])
def test_what_is_no_host_is_refused(door: Door, host: str) -> None:
    answer = ask(door, "GET", f"{door.base}lachan/chieu-ma", (("Host", host),))
    assert answer.status in (400, 421)
    assert b"<script>" not in answer.body
