"""Debian's Chromium before the real server with the real content."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from support.browsers import WatchedBrowser
from support.running import RunningServer, lachan_server
from support.visit import Visit, open_visit


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Iterator[RunningServer]:
    log = tmp_path_factory.mktemp("e2e") / "log.txt"
    with lachan_server(log, "--root", str(repository), "--ready", "1", cwd=log.parent) as running:
        yield running


# A phone is where things get narrow; the tablet and the projector are tried with the long tests.
LARGER = [pytest.param(size, marks=pytest.mark.full) for size in ("768x1024", "1920x1080")]


@pytest.fixture(params=["360x640", *LARGER])
def visit(
    request: pytest.FixtureRequest, browser: WatchedBrowser, server: RunningServer, repository: Path
) -> Iterator[Visit]:
    """A visitor on a phone, a tablet or before a projector; none may meet an error."""
    visit = open_visit(browser, server.base, request.param, repository / "out" / "screens")
    yield visit
    visit.context.close()
    assert visit.foreign == []


@pytest.fixture
def phone(browser: WatchedBrowser, server: RunningServer, repository: Path) -> Iterator[Visit]:
    """A visitor on a phone who meets refused requests and lost lines, as is meant there."""
    browser.expect("^Failed to load resource|^WebSocket connection to")
    visit = open_visit(browser, server.base, "360x640", repository / "out" / "screens")
    yield visit
    visit.context.close()
    assert visit.foreign == []
