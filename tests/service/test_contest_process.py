"""The contest room beside ``lachan serve``: it comes, comes back, and goes with the server."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.beside import LIMIT_S, Beside, running_beside
from support.processes import end_within


@pytest.fixture
def beside(sample: Path, tmp_path: Path) -> Iterator[Beside]:
    with running_beside(sample, tmp_path) as beside:
        yield beside


@pytest.mark.posix
def test_it_comes_with_the_server_and_comes_back_where_it_was(beside: Beside) -> None:
    assert beside.is_healthy()
    first = beside.find_child()
    assert first is not None
    os.kill(first, signal.SIGKILL)
    assert end_within({first}, LIMIT_S)
    assert beside.is_healthy()
    assert beside.find_child() not in (None, first)


@pytest.mark.parametrize(
    "number",
    [
        pytest.param(signal.SIGINT, marks=pytest.mark.full),
        pytest.param(signal.SIGTERM, marks=pytest.mark.full),
        signal.SIGKILL,
    ],
)
def test_it_goes_with_the_server_however_that_goes(beside: Beside, number: signal.Signals) -> None:
    beside.await_health()
    room = beside.find_child()
    assert room is not None
    os.kill(beside.pid, number)
    assert end_within({room}, LIMIT_S)
