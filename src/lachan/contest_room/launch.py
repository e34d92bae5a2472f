"""From a desk to a running room, and to its end in good order."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import logging
import os
import signal
import threading
import time
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from socket import socket
from typing import BinaryIO

from tornado.ioloop import PeriodicCallback

from lachan.contest_room.application import make_application
from lachan.contest_room.gate import EntryLimits
from lachan.contest_room.pages import RoomPages
from lachan.contest_room.site import RoomSite
from lachan.limits.contest_room import DATABASE_CONNECTIONS, LARGEST_BODY
from lachan.watchdog import report_life
from lachan.web.lan_door import LanDoor
from lachan.web.listening import Listening, ListeningServer
from lachan.workflows.contests.desk import ContestDesk

# Threads mostly wait for the disk, and those that wait together are saved together. More than the
# database's pool has connections would only wait for these.
DESK_THREADS = DATABASE_CONNECTIONS.value
SWEEP_INTERVAL_S = 5
STOP_WITHIN_S = 10.0


@dataclass(frozen=True, slots=True)
class Door:
    """Where the room listens.

    Attributes
    ----------
    sockets
        Bound and ready; whoever bound them knows the address.
    listening
        How the room listens there.
    leash
        When this file ends, the room does: a pipe from the process that started this one. What
        is written there opens the room to other machines, or shuts it (see `LanDoor.obey`).
    visitor_key
        What the server of apps signs the addresses with that rooms inside its notebooks name.
    """

    sockets: Sequence[socket]
    listening: Listening
    leash: BinaryIO | None = None
    visitor_key: str = field(default="", repr=False)


def serve_room(
    desk: ContestDesk,
    door: Door,
    *,
    apps_dir: Path,
    school: str = "",
    announce: Callable[[], object] = lambda: None,
) -> None:
    """Serve the contest room until the process is told to stop.

    Any number of such processes may share one database.

    Parameters
    ----------
    apps_dir
        Folder of the apps, with our template in ``template/``.
    school
        The school's name for the foot of the pages.
    announce
        Called once when the server listens.
    """
    # Tornado would log the address of everyone who sends what it cannot read.
    logging.getLogger("tornado.general").setLevel(logging.ERROR)
    base_url = door.listening.base_url
    pages = RoomPages(apps_dir, base_url, school)
    with ThreadPoolExecutor(DESK_THREADS, "ban-thi") as executor:
        limits = EntryLimits(time.monotonic)
        clock = time.monotonic
        site = RoomSite(desk, pages, limits, executor, clock, base_url, door.visitor_key)
        asyncio.run(_run(site, door, announce))


async def _run(site: RoomSite, door: Door, announce: Callable[[], object]) -> None:
    application = make_application(site)

    def make_server(listening: Listening) -> ListeningServer:
        size = LARGEST_BODY.value
        return listening.http_server(application, ssl_options=listening.tls, max_body_size=size)

    server = make_server(door.listening)
    server.add_sockets(list(door.sockets))
    lan = LanDoor(door.listening)
    lan.begin(make_server, door.sockets[0].getsockname()[1])
    sweeping = PeriodicCallback(_make_sweep(site), SWEEP_INTERVAL_S * 1000)
    sweeping.start()
    stopped = _find_end(door.leash, lan.obey)
    # What is loaded by now stays to the end: a collection that looks through it all again finds
    # nothing and holds everyone up.
    gc.collect()
    gc.freeze()
    announce()
    life = asyncio.ensure_future(report_life(os.environ))
    await stopped.wait()
    life.cancel()
    sweeping.stop()
    server.stop()
    # What has been sent is answered first: an answer that was saved must be acknowledged.
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(
            asyncio.gather(server.close_all_connections(), lan.end()), STOP_WITHIN_S
        )


def _find_end(leash: BinaryIO | None, hear: Callable[[bytes], object]) -> asyncio.Event:
    """Return what is set when the process is told to stop, or left alone by its parent.

    Each line that the parent writes is heard.
    """
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()

    def stop(*_: object) -> None:
        loop.call_soon_threadsafe(stopped.set)

    def wait_for_end(file: BinaryIO) -> None:
        for line in file:
            loop.call_soon_threadsafe(hear, line)
        stop()

    if threading.current_thread() is threading.main_thread():
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, stop)
    if leash is not None:
        threading.Thread(target=wait_for_end, args=(leash,), daemon=True).start()
    return stopped


def _make_sweep(site: RoomSite) -> Callable[[], Awaitable[None]]:
    async def sweep() -> None:
        await site.ask(site.desk.sweep)

    return sweep
