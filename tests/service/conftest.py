"""Servers that tests of this folder share."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.apps import write_app
from support.running import RunningServer, lachan_server


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Iterator[RunningServer]:
    """The real content behind the real command."""
    log = tmp_path_factory.mktemp("server") / "log.txt"
    with lachan_server(log, "--root", str(repository), cwd=log.parent) as running:
        yield running


@pytest.fixture(scope="session")
def odd_server(
    tmp_path_factory: pytest.TempPathFactory, repository: Path
) -> Iterator[RunningServer]:
    """The sample content, whose apps fail, die, or tell their environment."""
    folder = tmp_path_factory.mktemp("odd")
    root = Path(shutil.copytree(repository / "tests" / "content" / "sample", folder / "root"))
    apps = Path(shutil.copytree(repository / "voila_apps", root / "voila_apps"))
    environment = "import os\nprint_me = sorted(n for n in os.environ if 'LACHAN' in n)\n"
    shown = "from IPython.display import HTML\nHTML('|'.join(print_me) + '|END')"
    write_app(apps / "bai_hoc.ipynb", "import os\nos._exit(3)")
    write_app(apps / "luyen_tap.ipynb", environment + shown)
    write_app(apps / "hong.ipynb", "SECRET = 'lời-mật'\n1 / 0")
    write_app(apps / "moi_truong.ipynb", environment + shown)
    env = {"LACHAN_STAFF": "1", "HOSTING_LACHAN_TOKEN": "rat-mat"}
    options = ("--root", str(root), "--own-apps")
    log = folder / "log.txt"
    with lachan_server(log, *options, cwd=folder, env=env) as running:
        yield running
