from __future__ import annotations

import socket

import pytest

from lachan.web.listening import (
    BaseUrlError,
    HostNameError,
    Listening,
    NetworkError,
    is_within,
    parse_base_url,
    parse_names,
    parse_networks,
)


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("/", "/"),
        ("", "/"),
        ("lachan-truong", "/lachan-truong/"),
        ("/lachan-truong", "/lachan-truong/"),
        ("/truong/la.chan_2/", "/truong/la.chan_2/"),
    ],
)
def test_parse_base_url(text: str, path: str) -> None:
    assert parse_base_url(text) == path


@pytest.mark.parametrize(
    "text",
    [
        "/trường/",
        "/a b/",
        "https://example.com/",
        "/a//b/",
        "/../a/",
        "/./",
        "/a?b",
        "/(.*)/",
        "\\",
    ],
)
def test_what_is_no_plain_path_is_refused(text: str) -> None:
    with pytest.raises(BaseUrlError, match="cần một đường dẫn"):
        parse_base_url(text)


@pytest.mark.parametrize(
    ("address", "believed"),
    [
        ("10.0.0.7", True),
        ("10.0.1.7", False),
        ("192.168.1.5", True),
        ("192.168.1.6", False),
        ("fd00::1", True),
        ("fe00::1", False),
        ("", False),
        ("unix", False),
    ],
)
def test_only_named_proxies_are_believed(address: str, believed: bool) -> None:
    named = parse_networks(["10.0.0.0/24", " 192.168.1.5 ", "fd00::/8"])
    assert is_within(address, named) is believed


@pytest.mark.parametrize("text", ["", "10.0.0.5/24", "10.0.0", "nginx", "10.0.0.0/33"])
def test_what_is_no_network_is_refused(text: str) -> None:
    with pytest.raises(NetworkError, match=r"cần dạng 10\.0\.0\.5"):
        parse_networks([text])


@pytest.mark.parametrize(
    ("listening", "header", "answered"),
    [
        (Listening(), "localhost:8866", True),
        (Listening(), "127.0.0.1:8866", True),
        (Listening(), "[::1]:8866", True),
        (Listening(), "ke-gian.example:8866", False),
        (Listening(), "localhost.ke-gian.example", False),
        (Listening(), f"{socket.gethostname()}:8866", False),
        (Listening(), "", False),
        (Listening(host=""), "", False),
        # No name, so nobody can have led it here.
        (Listening(), "192.168.1.20:8866", True),
        (Listening(host="0.0.0.0"), f"{socket.gethostname().upper()}:8866", True),
        (Listening(host="0.0.0.0"), "ke-gian.example", False),
        (Listening(host="may-chu"), "may-chu:8866", True),
        (Listening(names=("truong.vn",)), "TRUONG.vn.:443", True),
        (Listening(names=("truong.vn",)), "x.truong.vn", False),
        (Listening(behind_proxy=True), "truong.vn", False),
    ],
)
def test_server_answers_to_its_own_names(listening: Listening, header: str, answered: bool) -> None:
    assert listening.answers_to(header) is answered


def test_names_are_read_as_people_write_them() -> None:
    assert parse_names([" Truong.VN ", "may-1.local."]) == ("truong.vn", "may-1.local")


@pytest.mark.parametrize("text", ["", "http://truong.vn", "truong.vn:80", "a b", "trường.vn"])
def test_what_is_no_name_is_refused(text: str) -> None:
    with pytest.raises(HostNameError, match="cần tên máy chủ như người xem gõ"):
        parse_names([text])
