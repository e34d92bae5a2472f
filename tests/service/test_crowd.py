"""More visitors than seats, kernels forked or not, and the end of the server."""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from support.links import KERNEL
from support.processes import children, descendants, end_within, find_template
from support.running import Reply, RunningServer, lachan_server
from support.systems import System

PRACTICE = "/voila/render/luyen_tap.ipynb"
LESSON = "/voila/render/bai_hoc.ipynb"
STATUS = "/lachan/tinh-trang"


def kernel_of(reply: Reply) -> str:
    return KERNEL.search(reply.text).group(1)


@pytest.fixture(params=["--fork", pytest.param("--no-fork", marks=pytest.mark.full)])
def narrow(request: pytest.FixtureRequest, sample: Path, tmp_path: Path) -> Iterator[RunningServer]:
    """A server with one seat and no page ready."""
    options = ("--kernels", "1", request.param)
    with lachan_server(tmp_path / "log.txt", *options, cwd=sample) as server:
        yield server


def test_visitor_over_the_cap_waits_and_gets_in(narrow: RunningServer) -> None:
    first = narrow.get(PRACTICE)
    assert first.status == 200
    waiting = narrow.get(LESSON)
    assert waiting.status == 503
    assert waiting.headers["Retry-After"] == waiting.headers["Refresh"] == "10"
    assert '<html lang="vi">' in waiting.text
    assert "Máy chủ đang đông" in waiting.text
    assert 'href="tel:111"' in waiting.text
    assert narrow.ask("POST", f"/voila/api/shutdown/{kernel_of(first)}").status == 204
    assert narrow.get(LESSON).status == 200
    assert narrow.log.read_text() == ""


def test_status_page_is_for_staff_and_counts(narrow: RunningServer) -> None:
    narrow.get(PRACTICE)
    refused = narrow.get(STATUS)
    assert (refused.status, refused.headers["Location"]) == (
        302,
        f"/lachan/dang-nhap?next={STATUS}",
    )
    page = narrow.get(STATUS, cookie=narrow.staff_cookie()).text
    assert "Đang có người dùng: <strong>1</strong>" in page
    assert "Nhiều nhất cùng lúc: <strong>1</strong>; còn chỗ cho <strong>0</strong>" in page
    assert re.search(r"Máy còn trống: <strong>[\d.]+ MB", page)


def test_kernels_are_forked_unless_told_otherwise(
    narrow: RunningServer, request: pytest.FixtureRequest, played_system: System
) -> None:
    assert narrow.get(PRACTICE).status == 200
    template = find_template(narrow.pid)
    told = "--no-fork" in request.node.callspec.params.values()
    if told or played_system is System.WITHOUT_POSIX:
        assert template is None
        assert len(children(narrow.pid)) == 1
    else:
        assert template is not None
        assert children(narrow.pid) == {template}
        assert len(children(template)) == 1


def test_visitors_at_once_have_kernels_of_their_own(server: RunningServer) -> None:
    with ThreadPoolExecutor(8) as visitors:
        replies = list(visitors.map(server.get, [PRACTICE, LESSON] * 4))
    assert {reply.status for reply in replies} == {200}
    assert len({kernel_of(reply) for reply in replies}) == 8


@pytest.mark.full
def test_killed_server_leaves_no_process(sample: Path, tmp_path: Path) -> None:
    with lachan_server(tmp_path / "log.txt", "--ready", "1", cwd=sample) as server:
        assert server.get(PRACTICE).status == 200
        left = descendants(server.pid)
        os.kill(server.pid, signal.SIGKILL)
        assert end_within(left, 30)


@pytest.mark.parametrize(
    "stop", [pytest.param(signal.SIGINT, marks=pytest.mark.full), signal.SIGTERM]
)
def test_stopped_server_leaves_no_process(sample: Path, tmp_path: Path, stop: int) -> None:
    with lachan_server(tmp_path / "log.txt", "--ready", "1", cwd=sample) as server:
        assert server.get(PRACTICE).status == 200
        left = {server.pid, *descendants(server.pid)}
        os.kill(server.pid, stop)
        assert end_within(left, 30)
    assert (tmp_path / "log.txt").read_text() == ""


@pytest.mark.posix
def test_template_that_dies_is_replaced(sample: Path, tmp_path: Path) -> None:
    with lachan_server(tmp_path / "log.txt", cwd=sample) as server:
        first = kernel_of(server.get(PRACTICE))
        template = find_template(server.pid)
        assert template is not None
        os.kill(template, signal.SIGKILL)
        assert end_within({template}, 30)
        assert server.get(LESSON).status == 200
        assert find_template(server.pid) not in (None, template)
        assert server.get(f"/api/kernels/{first}").status == 200
