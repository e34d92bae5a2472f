from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from lachan.kernels.forked_process import UNKNOWN_STATUS, ForkedProcess


@pytest.fixture
def sleeper() -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-S", "-c", "import sys; sys.stdin.read()"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, start_new_session=True) as process:
        yield process


def open_fds() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def test_runs_until_told_otherwise(sleeper: subprocess.Popen[bytes]) -> None:
    before = open_fds()
    process = ForkedProcess(sleeper.pid)
    assert process.poll() is None
    with pytest.raises(TimeoutError, match=str(sleeper.pid)):
        process.wait(0)
    process.settle(-9)
    assert (process.poll(), process.wait(), open_fds()) == (-9, -9, before)


def test_orphan_is_watched_by_its_pidfd(sleeper: subprocess.Popen[bytes]) -> None:
    process = ForkedProcess(sleeper.pid)
    process.become_orphan()
    assert process.poll() is None
    process.terminate()
    assert sleeper.wait() == -signal.SIGTERM
    assert process.wait(10) == UNKNOWN_STATUS


def test_process_that_has_gone_gets_no_signal(sleeper: subprocess.Popen[bytes]) -> None:
    process = ForkedProcess(sleeper.pid)
    process.settle(0)
    process.kill()
    assert sleeper.poll() is None


def test_pid_that_is_gone_already(sleeper: subprocess.Popen[bytes]) -> None:
    sleeper.kill()
    sleeper.wait()
    process = ForkedProcess(sleeper.pid)
    process.become_orphan()
    assert process.poll() == UNKNOWN_STATUS
