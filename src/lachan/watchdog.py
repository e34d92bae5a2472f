"""Tell the system's service manager that a server is ready and that its loop still turns.

The protocol is systemd's (man sd_notify): short messages to a socket that the environment names.
Without that name nothing is sent. A server that one message has frozen tells nothing any more and
is started anew after ``WatchdogSec=`` of its unit.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
import sys
from collections.abc import Mapping

SOCKET_ENV = "NOTIFY_SOCKET"
INTERVAL_ENV = "WATCHDOG_USEC"

READY = "READY=1"
ALIVE = "WATCHDOG=1"
STOPPING = "STOPPING=1"


async def report_life(environ: Mapping[str, str]) -> None:
    """Tell that this process is ready, then that it lives, until this is cancelled.

    Parameters
    ----------
    environ
        The process's environment. Children must not inherit what it says (see `processes`): only
        the process that systemd has started may speak.
    """
    send_state(environ, READY)
    interval_s = find_interval(environ)
    if interval_s is None:
        return
    try:
        while True:
            send_state(environ, ALIVE)
            await asyncio.sleep(interval_s)
    finally:
        send_state(environ, STOPPING)


def find_interval(environ: Mapping[str, str]) -> float | None:
    """Return how often to tell, in seconds: a third of what the unit allows; None for never."""
    allowed = environ.get(INTERVAL_ENV, "")
    if not environ.get(SOCKET_ENV) or not allowed.isdecimal() or int(allowed) == 0:
        return None
    return int(allowed) / 1_000_000 / 3


def send_state(environ: Mapping[str, str], state: str) -> None:
    """Send one message, if there is anybody to hear it."""
    address = environ.get(SOCKET_ENV, "")
    if sys.platform != "win32" and address.startswith(("/", "@")):
        # An abstract address begins with a zero byte, which no environment can hold.
        place = f"\0{address[1:]}" if address.startswith("@") else address
        with (
            contextlib.suppress(OSError),
            socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as speaker,
        ):
            speaker.sendto(state.encode(), place)
