from __future__ import annotations

import pytest

from lachan.serving.listening import (
    BaseUrlError,
    NetworkError,
    is_within,
    parse_base_url,
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
