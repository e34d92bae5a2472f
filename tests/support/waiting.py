"""Wait for what tells nobody when it comes about: what another process does.

The one place in the tests that pauses and asks again. Within a process an event, a future or a
queue tells, and a test waits for that; but that a process has ended which is not ours, that a port
opens, or that a server sees what was stored beside it, shows only to who asks.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import TypeVar

PAUSE_S = 0.02
# For what takes no time at all on a machine that has nothing else to do.
DEADLINE_S = 60.0

T = TypeVar("T")


def ask_until(ask: Callable[[], T | None], deadline_s: float = DEADLINE_S) -> T:
    """Return the first answer that is not None (or False).

    Raises
    ------
    TimeoutError
        Where none came before the deadline.
    """
    deadline = time.monotonic() + deadline_s
    while True:
        answer = ask()
        if answer is not None and answer is not False:
            return answer
        if time.monotonic() > deadline:
            raise TimeoutError(f"nothing came within {deadline_s} s")
        time.sleep(PAUSE_S)


async def until(true: Callable[[], bool], deadline_s: float = DEADLINE_S) -> None:
    """Wait while other tasks go on; raises `TimeoutError` after the deadline."""
    async with asyncio.timeout(deadline_s):
        while not true():  # noqa: ASYNC110 (what it waits for knows nothing of this loop)
            await asyncio.sleep(PAUSE_S)
