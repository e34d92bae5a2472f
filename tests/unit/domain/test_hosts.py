from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from lachan.domain.hosts import (
    find_network,
    format_host,
    is_address,
    is_local_host,
    is_origin,
    read_host_header,
    replace_host,
)


@pytest.mark.parametrize(
    ("host", "local"),
    [
        ("localhost", True),
        ("127.0.0.1", True),
        ("127.9.9.9", True),
        ("::1", True),
        ("[::1]", True),
        ("192.168.1.20", False),
        ("lachan.truong.edu.vn", False),
        ("", False),
    ],
)
def test_is_local_host(host: str, local: bool) -> None:
    assert is_local_host(host) is local


@pytest.mark.parametrize(
    ("host", "written"),
    [
        ("192.168.1.20", "192.168.1.20"),
        ("lachan.truong.edu.vn", "lachan.truong.edu.vn"),
        ("fd00::7", "[fd00::7]"),
        ("[fd00::7]", "[fd00::7]"),
    ],
)
def test_format_host(host: str, written: str) -> None:
    assert format_host(host) == written


@pytest.mark.parametrize(
    ("address", "host", "replaced"),
    [
        ("http://localhost:8866/lop", "192.168.1.20", "http://192.168.1.20:8866/lop"),
        ("https://localhost/lop", "192.168.1.20", "https://192.168.1.20/lop"),
        ("http://localhost:8866/", "fd00::7", "http://[fd00::7]:8866/"),
    ],
)
def test_replace_host(address: str, host: str, replaced: str) -> None:
    assert replace_host(urlsplit(address), host).geturl() == replaced


@pytest.mark.parametrize(
    ("header", "host"),
    [
        ("localhost:8866", "localhost"),
        ("Lachan.Truong.EDU.vn.", "lachan.truong.edu.vn"),
        ("192.168.1.20:80", "192.168.1.20"),
        ("[FD00::7]:8866", "fd00::7"),
        ("[::1]", "::1"),
        ("", ""),
        ("[::1", ""),
        ("a:99999999", ""),
        ("a:b", ""),
        ("a b", ""),
        ("a@b", ""),
        ("a/b", ""),
        ("trường.vn", ""),
    ],
)
def test_read_host_header(header: str, host: str) -> None:
    assert read_host_header(header) == host


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("192.168.1.20", True),
        ("fd00::7", True),
        ("2130706433", False),
        ("0x7f.1", False),
        ("", False),
    ],
)
def test_is_address(host: str, address: bool) -> None:
    assert is_address(host) is address


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("10.0.0.5", "10.0.0.5"),
        ("::ffff:10.0.0.5", "10.0.0.5"),
        ("2001:db8:1:2:3::4", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("abc", "abc"),
        ("", ""),
    ],
)
def test_find_network(address: str, network: str) -> None:
    assert find_network(address) == network


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("null", True),
        ("https://truong.vn", True),
        ("http://[::1]:8866", True),
        ("moz-extension://0f1e-2d3c", True),
        ("http://[::1", False),
        ("https://truong.vn/", False),
        ("https://a https://b", False),
        ("truong.vn", False),
        ("", False),
        ("://a", False),
    ],
)
def test_is_origin(text: str, origin: bool) -> None:
    assert is_origin(text) is origin
