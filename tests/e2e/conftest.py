"""Debian's Chromium before the real server with the real content."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from e2e.visit import SIZES, Visit, open_visit
from service.running import RunningServer, lachan_server

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    executable = shutil.which("chromium")
    assert executable, "chromium is missing: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Iterator[RunningServer]:
    log = tmp_path_factory.mktemp("e2e") / "log.txt"
    with lachan_server(log, "--root", str(repository), cwd=log.parent) as running:
        yield running


@pytest.fixture(params=SIZES)
def visit(
    request: pytest.FixtureRequest, chromium: Browser, server: RunningServer, repository: Path
) -> Iterator[Visit]:
    """A visitor on a phone and one before a projector; neither may meet an error."""
    visit = open_visit(chromium, server.base, request.param, repository / "out" / "screens")
    yield visit
    visit.context.close()
    assert visit.errors == []
    assert visit.foreign == []


@pytest.fixture
def phone(chromium: Browser, server: RunningServer, repository: Path) -> Iterator[Visit]:
    """A visitor on a phone, on a journey where faults are meant to happen."""
    visit = open_visit(chromium, server.base, "360x740", repository / "out" / "screens")
    yield visit
    visit.context.close()
    assert visit.foreign == []
