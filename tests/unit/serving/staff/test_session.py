from __future__ import annotations

import pytest

from lachan.serving.staff.session import safe_next


@pytest.mark.parametrize(
    "target",
    ["/", "/voila/render/ra_de.ipynb", "/voila/render/bai_hoc_giao_vien.ipynb?bai=x#buoc-1"],
)
def test_path_on_this_server_is_kept(target: str) -> None:
    assert safe_next(target, "/", "/ve") == target


@pytest.mark.parametrize(
    "target",
    [
        "",
        "ra_de.ipynb",
        "//example.com",
        "///example.com",
        "/\\example.com",
        "\\/example.com",
        "http://example.com",
        "HTTPS:/example.com",
        "javascript:alert(1)",
        "data:text/html,x",
        "/\texample.com",
        "/\n/example.com",
        " /x",
        "/x\x7f",
        "http://[::1",
    ],
)
def test_anything_else_falls_back(target: str) -> None:
    assert safe_next(target, "/", "/ve") == "/ve"


def test_path_outside_the_base_falls_back() -> None:
    assert safe_next("/khac/x", "/lachan/", "/lachan/ve") == "/lachan/ve"
    assert safe_next("/lachan/x", "/lachan/", "/lachan/ve") == "/lachan/x"
