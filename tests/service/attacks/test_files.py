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
    # Beside the server's own path, where nginx might have files.
    "/../",
)
WISHES = ("voila-template", "voila-theme", "template", "theme")
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
            path = server.root + route + climb.format(file=name)
            answers[path] = server.get(path).status
    assert {path: status for path, status in answers.items() if status not in (400, 403, 404)} == {}


def test_absolute_paths_reach_nothing(server: RunningServer, repository: Path) -> None:
    for route in STATIC_ROUTES:
        for encoded in (str(repository), str(repository).replace("/", "%2f")):
            path = f"{server.root}{route}{encoded}/lachan.toml"
            assert server.get(path).status in (400, 403, 404)


@pytest.mark.parametrize("value", ["lab", "base", "dark", "../../../law"])
def test_pages_choose_their_own_look(server: RunningServer, value: str) -> None:
    wish = "&".join(f"{name}={value}" for name in WISHES)
    for page in ("/voila/render/trang_chu.ipynb", LESSONS):
        reply = server.get(f"{server.root}{page}?{wish}")
        assert reply.status == 200
        assert 'data-jp-theme-name="JupyterLab Light"' in reply.text
        assert "Thoát nhanh" in reply.text
