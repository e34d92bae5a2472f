"""The server with a certificate of its own."""

from __future__ import annotations

import http.client
import re
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from websockets.sync.client import connect
from websockets.typing import Origin

from support.certificates import make_pair
from support.running import RunningServer, lachan_server, serve_command, serve_env
from support.speaking import V1

PRACTICE = "/voila/render/luyen_tap.ipynb"


@pytest.fixture(scope="module")
def secure(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Iterator[RunningServer]:
    folder = tmp_path_factory.mktemp("tls")
    pair = make_pair(folder)
    root = repository / "tests" / "content" / "sample"
    files = ("--certfile", str(pair.certfile), "--keyfile", str(pair.keyfile))
    log = folder / "log.txt"
    with lachan_server(log, "--root", str(root), *files, cwd=folder, tls=pair.trust()) as server:
        yield server


def test_https_addresses_are_told(secure: RunningServer) -> None:
    assert secure.base.startswith("https://localhost:")


def test_page_comes_with_a_certificate_that_holds(secure: RunningServer) -> None:
    assert secure.get("/voila/render/trang_chu.ipynb").status == 200


def test_cookies_never_go_over_http(secure: RunningServer) -> None:
    form = secure.get("/lachan/dang-nhap")
    opened = secure.log_in()
    assert opened.status == 303
    cookies = [*form.cookies, *opened.cookies]
    assert len(cookies) == 3
    assert [cookie for cookie in cookies if "; secure" not in cookie.lower()] == []


def test_http_keeps_its_cookies_usable(server: RunningServer) -> None:
    cookies = [*server.get("/lachan/dang-nhap").cookies, *server.log_in().cookies]
    assert len(cookies) == 3
    assert [cookie for cookie in cookies if "; secure" in cookie.lower()] == []


def test_kernel_answers_over_wss(secure: RunningServer) -> None:
    kernel = re.search(r'"kernelId": "([0-9a-f-]+)"', secure.get(PRACTICE).text).group(1)
    address = secure.base.replace("https:", "wss:", 1)
    with connect(
        f"{address}/api/kernels/{kernel}/channels",
        subprotocols=[V1],
        proxy=None,
        ssl=secure.tls,
        origin=Origin(secure.base),
    ) as socket:
        assert socket.recv(timeout=30)


def test_http_on_this_port_gets_no_page(secure: RunningServer) -> None:
    plain = replace(secure, tls=None)
    with pytest.raises((http.client.HTTPException, OSError)):
        plain.get("/")
    assert secure.log.read_text() == ""


def test_files_that_do_not_fit_are_told_in_one_sentence(sample: Path, tmp_path: Path) -> None:
    one, other = make_pair(tmp_path / "mot"), make_pair(tmp_path / "hai")
    files = ("--certfile", str(one.certfile), "--keyfile", str(other.keyfile))
    done = subprocess.run(
        serve_command(*files),
        capture_output=True,
        text=True,
        timeout=90,
        cwd=sample,
        env=serve_env(tmp_path),
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert f"khóa riêng không khớp với chứng chỉ {one.certfile}" in done.stderr
    assert "Traceback" not in done.stderr
