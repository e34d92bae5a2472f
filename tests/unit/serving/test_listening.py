from __future__ import annotations

import pytest

from lachan.serving.listening import BaseUrlError, parse_base_url


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
