"""No spelling of a path reaches a file that is not meant to be sent."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.addresses import LESSONS
from support.running import RunningServer

SECRETS = (
    "quiz_bank/thcs/mang.yaml",
    "law/sources.yaml",
    "lachan.toml",
    ".git/config",
    "voila_apps/giao_vien.ipynb",
    "notebooks/thcs/viec-nhe-luong-cao.ipynb",
    "content.pickle",
    "pyproject.toml",
    "etc/passwd",
)
STATIC_ROUTES = (
    "/voila/templates/lachan/static/",
    "/voila/static/0.5.13/",
    "/voila/labextensions/anywidget/",
    "/voila/api/themes/",
    "/voila/render/",
    "/lachan/fonts/",
    "/lachan/tai/viec-nhe-luong-cao/",
    "/",
)
CLIMBS = (
    "{file}",
    "/{file}",
    "../../../../../../../../{file}",
    "..%2f..%2f..%2f..%2f..%2f..%2f{file}",
    "%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/{file}",
    "%252e%252e%252f%252e%252e%252f%252e%252e%252f{file}",
    "..%5c..%5c..%5c..%5c..%5c{file}",
    "..%c0%af..%c0%af..%c0%af{file}",
    "khien.svg%00/../../../../../../{file}",
    "khien.svg%00{file}",
    "....//....//....//....//....//{file}",
    "..;/..;/..;/..;/..;/{file}",
    "%2f{file}",
    "file:///{file}",
    "{file}.",
    "{file}%20",
    "{file}::$DATA",
)


@pytest.mark.parametrize("route", STATIC_ROUTES)
@pytest.mark.parametrize("climb", CLIMBS)
def test_no_static_route_reaches_a_file_of_ours(
    server: RunningServer, route: str, climb: str
) -> None:
    answers = {}
    for secret in SECRETS:
        for name in (secret, secret.upper()):
            path = route + climb.format(file=name)
            answers[path] = server.get(path).status
    assert {path: status for path, status in answers.items() if status not in (400, 403, 404)} == {}


def test_absolute_paths_reach_nothing(server: RunningServer, repository: Path) -> None:
    for route in STATIC_ROUTES:
        for encoded in (str(repository), str(repository).replace("/", "%2f")):
            assert server.get(f"{route}{encoded}/lachan.toml").status in (400, 403, 404)


def test_link_out_of_a_served_folder_is_not_followed(odd_server: RunningServer) -> None:
    root = odd_server.log.parent / "root"
    static = root / "voila_apps" / "template" / "voila" / "templates" / "lachan" / "static"
    link = static / "loi-tat.toml"
    link.symlink_to(root / "lachan.toml")
    route = "/voila/templates/lachan/static/"
    assert odd_server.get(f"{route}khien.svg").status == 200
    assert odd_server.get(f"{route}loi-tat.toml").status in (403, 404)


@pytest.mark.parametrize("name", ["voila-template", "voila-theme", "template", "theme"])
def test_pages_choose_their_own_look(server: RunningServer, name: str) -> None:
    for value in ("lab", "base", "dark", "../../../law"):
        for page in ("/voila/render/trang_chu.ipynb", LESSONS):
            reply = server.get(f"{page}?{name}={value}")
            assert reply.status == 200
            assert 'data-jp-theme-name="JupyterLab Light"' in reply.text
            assert "Thoát nhanh" in reply.text
