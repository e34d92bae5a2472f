"""A stranger's content folder is served as content: nothing in it runs."""

from __future__ import annotations

import http.client
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from support.apps import write_app
from support.running import RunningServer, find_quiet_port, lachan_server
from support.school_folder import make_school

# What the server, the contest room, kernels or Jupyter import, read as settings, or run by itself.
MODULES = ("brotli", "tornado", "voila", "typst", "ipykernel_launcher", "sitecustomize", "yaml")
SETTINGS = ("jupyter_config", "jupyter_server_config", "ipython_config", "ipython_kernel_config")
APPS = ("trang_chu", "bai_hoc", "luyen_tap", "phong_thi")


@dataclass(frozen=True)
class Foreign:
    server: RunningServer
    errors: Path
    ran: Path
    room_port: int


@pytest.fixture(scope="module")
def foreign(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Iterator[Foreign]:
    """The server and its contest room, started in the folder by someone who was given it."""
    folder = tmp_path_factory.mktemp("la")
    root = Path(shutil.copytree(repository / "tests" / "content" / "sample", folder / "root"))
    ran = folder / "da-chay"
    ran.mkdir()
    trap = f"import os, pathlib\n(pathlib.Path({str(ran)!r}) / {{name!r}}).touch()\n"
    school = make_school(folder / "kho")
    for place in (root, school):
        for name in (*MODULES, *SETTINGS):
            (place / f"{name}.py").write_text(trap.format(name=name), encoding="utf-8")
        apps = Path(shutil.copytree(repository / "voila_apps", place / "voila_apps"))
        for name in APPS:
            write_app(apps / f"{name}.ipynb", trap.format(name=f"{name}.ipynb"))
    log = folder / "log.txt"
    port = find_quiet_port()
    options = ("--ready", "0", "--contest", "--contest-port", str(port), "--school", str(school))
    with lachan_server(log, *options, cwd=root) as server:
        yield Foreign(server, log, ran, port)


def test_none_of_its_files_runs(foreign: Foreign) -> None:
    for app in APPS:
        assert foreign.server.get(f"/voila/render/{app}.ipynb").status == 200
    connection = http.client.HTTPConnection("127.0.0.1", foreign.room_port, timeout=60)
    connection.request("GET", "/lachan/suc-khoe")
    assert connection.getresponse().status == 200
    connection.close()
    assert sorted(each.name for each in foreign.ran.iterdir()) == []


def test_the_operator_is_told_how_to_run_apps_of_their_own(foreign: Foreign) -> None:
    told = " ".join(foreign.errors.read_text(encoding="utf-8").split())
    assert "ứng dụng riêng" in told
    assert "--own-apps" in told
