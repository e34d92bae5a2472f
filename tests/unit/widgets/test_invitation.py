"""The address that a class types or scans."""

from __future__ import annotations

import base64
from urllib.parse import unquote

import pytest

from lachan.widgets.invitation import invitation_json, is_page_address


@pytest.mark.parametrize(
    ("address", "hosts", "shown"),
    [
        ("http://localhost:8866/lop", ["192.0.2.7", "10.0.0.3"], "192.0.2.7:8866/lop"),
        ("http://127.0.0.1:8866/truong/lop", ["192.0.2.7"], "192.0.2.7:8866/truong/lop"),
        ("https://localhost/lop", ["192.0.2.7"], "192.0.2.7/lop"),
        ("http://[::1]:8866/lop", ["fd00::7"], "[fd00::7]:8866/lop"),
        ("https://hoc.truong.example/lop", [], "hoc.truong.example/lop"),
        ("http://192.0.2.9:8866/lop", ["192.0.2.7"], "192.0.2.9:8866/lop"),
        ("http://localhost:8866/lop", [], ""),
    ],
)
def test_others_get_an_address_that_they_can_reach(
    address: str, hosts: list[str], shown: str
) -> None:
    invitation = invitation_json(address, "K7QF3M", hosts)
    assert invitation["shown"] == shown
    assert bool(invitation["qr"]) == bool(shown)


def test_the_code_is_a_picture_inside_the_page() -> None:
    qr = invitation_json("http://192.0.2.9/lop", "K7QF3M", [])["qr"]
    kind, _, data = qr.partition(",")
    assert kind.startswith("data:image/svg+xml")
    svg = base64.b64decode(data).decode() if kind.endswith("base64") else unquote(data)
    assert "<svg" in svg


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("http://localhost:8866/lop", True),
        ("https://hoc.truong.example/lop", True),
        ("ftp://localhost/lop", False),
        ("javascript:alert(1)", False),
        ("http://", False),
        ("http://a@localhost/lop", False),
        ("http://localhost/lop#x", False),
        ("http://localhost:99999/lop", False),
        (f"http://localhost/{'x' * 300}", False),
        (7, False),
    ],
)
def test_only_addresses_of_pages_are_taken(address: object, expected: bool) -> None:
    assert is_page_address(address) is expected
