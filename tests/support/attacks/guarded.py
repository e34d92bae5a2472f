"""A server that cannot eat the machine, whatever is done to it, and how much it has eaten."""

from __future__ import annotations

import re
from pathlib import Path

import psutil
import pytest
from websockets.exceptions import ConnectionClosed

from support.running import RunningServer
from support.speaking import PageChannel

# What a server may map beyond what it has mapped when it starts.
MOST_MORE_BYTES = 1_500_000_000


def guard(server: RunningServer) -> None:
    """Let the system stop a server from taking much more memory than it has when it starts."""
    process = psutil.Process(server.pid)
    most = process.memory_info().vms + MOST_MORE_BYTES
    process.rlimit(psutil.RLIMIT_AS, (most, most))


def forget_peak(pid: int) -> None:
    """Let the system count the most that the process holds from now on (proc(5), clear_refs)."""
    Path(f"/proc/{pid}/clear_refs").write_text("5")


def read_peak_bytes(pid: int) -> int:
    """Return the most memory that the process has held since it was forgotten."""
    status = Path(f"/proc/{pid}/status").read_text()
    (peak,) = re.findall(r"VmHWM:\s*(\d+) kB", status)
    return int(peak) * 1024


def hear_the_end(channel: PageChannel) -> tuple[int, str]:
    """Read until the server ends the connection; return its code and its words."""
    with pytest.raises(ConnectionClosed) as closed:
        hear_all(channel)
    assert closed.value.rcvd is not None, "the connection was dropped without a word"
    return closed.value.rcvd.code, closed.value.rcvd.reason


def hear_all(channel: PageChannel) -> None:
    """Read until there is nothing more to read, which raises."""
    while True:
        channel.hear()
