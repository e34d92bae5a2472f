from __future__ import annotations

import pytest

from lachan.web.address import Address, format_passcode


@pytest.mark.parametrize(
    ("host", "home"),
    [
        ("127.0.0.1", "http://localhost:8866/"),
        ("0.0.0.0", "http://localhost:8866/"),
        ("192.168.1.20", "http://192.168.1.20:8866/"),
        ("fd00::7", "http://[fd00::7]:8866/"),
    ],
)
def test_home(host: str, home: str) -> None:
    assert Address(host, 8866, 8866, "x").home == home


def test_staff_page_lies_below_home() -> None:
    address = Address("127.0.0.1", 9000, 9000, "x")
    assert address.staff == "http://localhost:9000/voila/render/giao_vien.ipynb"


@pytest.mark.parametrize(
    ("asked", "got", "moved"), [(8866, 8866, False), (8866, 8867, True), (0, 41000, False)]
)
def test_moved(asked: int, got: int, moved: bool) -> None:
    assert Address("127.0.0.1", got, asked, "x").moved is moved


def test_passcode_is_not_in_the_repr() -> None:
    assert "12345678" not in repr(Address("127.0.0.1", 1, 1, "12345678"))


@pytest.mark.parametrize(
    ("passcode", "shown"),
    [("12345678", "1234 5678"), ("123456", "123456"), ("mật khẩu", "mật khẩu")],
)
def test_format_passcode(passcode: str, shown: str) -> None:
    assert format_passcode(passcode) == shown


def test_other_machines_are_told_every_network() -> None:
    address = Address("0.0.0.0", 8866, 8866, "x", network=("192.168.1.20", "10.0.0.4"))
    assert address.home == "http://localhost:8866/"
    assert address.shared
    assert address.network_homes == ("http://192.168.1.20:8866/", "http://10.0.0.4:8866/")


def test_named_address_is_the_only_one_to_tell() -> None:
    address = Address("192.168.1.20", 8866, 8866, "x")
    assert address.network_homes == ("http://192.168.1.20:8866/",)


def test_server_for_this_machine_alone_invites_nobody() -> None:
    address = Address("127.0.0.1", 8866, 8866, "x", network=("192.168.1.20",))
    assert not address.shared
    assert address.network_homes == ()


@pytest.mark.parametrize(
    ("scheme", "port", "home"),
    [
        ("https", 8866, "https://localhost:8866/lop/"),
        ("https", 443, "https://localhost/lop/"),
        ("http", 80, "http://localhost/lop/"),
    ],
)
def test_scheme_and_base_show(scheme: str, port: int, home: str) -> None:
    assert Address("127.0.0.1", port, port, "x", scheme, "/lop/").home == home
