"""The processes of a server, from the system's own lists."""

from __future__ import annotations

import contextlib
import os
import select
from pathlib import Path

TEMPLATE = "lachan.kernels.template"


def children(pid: int) -> set[int]:
    tasks = Path(f"/proc/{pid}/task")
    return {
        int(child) for task in tasks.iterdir() for child in (task / "children").read_text().split()
    }


def find_room(server: int) -> tuple[int, int] | None:
    """Return the contest room beside a server and its port, None where it has none now."""
    for pid in children(server):
        words = Path(f"/proc/{pid}/cmdline").read_text().split("\0")
        if "--contest-only" in words:
            return pid, int(words[words.index("--port") + 1])
    return None


def descendants(pid: int) -> set[int]:
    """Return the children of a process, and theirs."""
    own = children(pid)
    return own.union(*map(descendants, own))


def find_template(server: int) -> int | None:
    """Return the template of a server, None where it has none."""
    for pid in children(server):
        if TEMPLATE in Path(f"/proc/{pid}/cmdline").read_text().split("\0"):
            return pid
    return None


def end_within(pids: set[int], limit_s: float) -> bool:
    """Tell whether all the processes end before the limit."""
    poller = select.poll()
    fds = set()
    for pid in pids:
        # One may have ended before it is looked at.
        with contextlib.suppress(ProcessLookupError):
            fds.add(os.pidfd_open(pid))
    for fd in fds:
        poller.register(fd, select.POLLIN)
    waiting = set(fds)
    while waiting:
        ended = poller.poll(limit_s * 1000)
        if not ended:
            break
        for fd, _ in ended:
            poller.unregister(fd)
            waiting.discard(fd)
    for fd in fds:
        os.close(fd)
    return not waiting
