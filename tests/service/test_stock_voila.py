"""Every app also runs under plain Voilà, where staff pages refuse and say why."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.running import RunningServer, find_quiet_port, running


@pytest.fixture(scope="module", params=["lachan", pytest.param("lab", marks=pytest.mark.full)])
def stock(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, repository: Path
) -> Iterator[RunningServer]:
    folder = tmp_path_factory.mktemp("stock")
    apps = repository / "voila_apps"
    # Voilà tells its address on standard error, which the harness does not read.
    command = [
        *("sh", "-c", 'exec "$@" 2>&1', "sh"),
        *(sys.executable, "-m", "voila", str(apps), "--no-browser", "--Voila.ip=127.0.0.1"),
        *(f"--port={find_quiet_port()}", f"--template={request.param}"),
    ]
    env = {**os.environ, "JUPYTER_PATH": str(apps / "template"), "LACHAN_STAFF": ""}
    ready = re.compile(r"http://127\.0\.0\.1:\d+/")
    log = folder / "log.txt"
    with running(command, log, ready, env, folder) as (found, process, seen):
        yield RunningServer(found.group(0).rstrip("/"), log, process.pid, tuple(seen))


@pytest.mark.parametrize(
    ("app", "sign"),
    [
        ("trang_chu", "Biết luật để giữ mình"),
        ("bai_hoc", "application/vnd.jupyter.widget-view+json"),
        ("luyen_tap", "application/vnd.jupyter.widget-view+json"),
    ],
)
def test_open_app_runs(stock: RunningServer, app: str, sign: str) -> None:
    page = stock.get(f"/voila/render/{app}.ipynb")
    assert page.status == 200
    # The stock template carries output as JSON, in which Vietnamese letters are escaped.
    assert sign in page.text or json.dumps(sign)[1:-1] in page.text
    assert "Execution error" not in page.text
    assert 'class="site-trouble" role="alert">' not in page.text


@pytest.mark.parametrize("app", ["giao_vien", "bai_hoc_giao_vien", "ra_de", "soan_cau"])
def test_staff_app_refuses_and_says_why(stock: RunningServer, app: str) -> None:
    text = stock.get(f"/voila/render/{app}.ipynb").text
    assert "lachan serve" in text
    assert "widget-view+json" not in text
    assert "phieu-giao-vien" not in text
