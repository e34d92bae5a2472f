"""From the pages of lessons to the contest room: which contests are on, and the way there."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from urllib.parse import urlencode, urlsplit

from tornado.ioloop import PeriodicCallback
from tornado.web import HTTPError

from lachan.domain.contests.doors import ContestDoor
from lachan.domain.hosts import format_host
from lachan.errors import LachanError
from lachan.serving.pages import SiteHandler
from lachan.store import open_store
from lachan.web.listening import Listening
from lachan.workflows.contests.database import ContestDatabase
from lachan.workflows.contests.doors import list_doors
from lachan.workflows.environment import CONTEST_ENV

ROOM_APP = "phong_thi.ipynb"
ROOM_PATH = "lachan/phong-thi"
CONTEST_SLUG = r"([a-z0-9][a-z0-9-]{0,79})"
# How late a door may come, or go.
LOOK_MS = 10_000

log = logging.getLogger(__name__)


class RoomDoorHandler(SiteHandler):
    """Leads to the room beside this server, under the name by which the visitor came here.

    The home page is drawn once for all, and cannot know that name.
    """

    def initialize(self, listening: Listening) -> None:
        """Take how the server listens."""
        self._listening = listening

    def get(self, slug: str | None = None) -> None:
        """Redirect to the room of a contest, or to the list of all."""
        room = urlsplit(self.site.environ.get(CONTEST_ENV, ""))
        if not room.port:
            raise HTTPError(404)
        self.set_header("Cache-Control", "no-store")
        if self._listening.behind_proxy or self._listening.proxies:
            # The room's own port lies behind the proxy; its notebook goes the way of all pages.
            query = f"?{urlencode({'cuoc-thi': slug})}" if slug else ""
            self.redirect(self.address(f"voila/render/{ROOM_APP}{query}"))
            return
        host = format_host(self.request.host_name)
        self.redirect(f"{room.scheme}://{host}:{room.port}{room.path}{slug or ''}")


class ContestWatch:
    """Looks again and again which contests are on.

    Parameters
    ----------
    url
        Where the database is.
    """

    def __init__(self, url: str) -> None:
        self.doors: tuple[ContestDoor, ...] = ()
        self._url = url
        self._when_changed: Callable[[], object] = tuple
        self._database: ContestDatabase | None = None
        self._looking = PeriodicCallback(self.look, LOOK_MS)

    async def start(self, when_changed: Callable[[], object]) -> None:
        """Begin to look; call `when_changed` after other contests are on than before."""
        self._when_changed = when_changed
        self._looking.start()
        await self.look()

    def stop(self) -> None:
        """Look no more."""
        self._looking.stop()
        if self._database is not None:
            self._database.close()
            self._database.store.close()

    async def look(self) -> None:
        """Read what is on; where the database is away, what was on stays so."""
        try:
            doors = await asyncio.to_thread(self._read)
        except LachanError as fault:
            log.warning("Chưa xem được cuộc thi nào đang mở: %s", fault)
            return
        if doors != self.doors:
            self.doors = doors
            self._when_changed()

    def _read(self) -> tuple[ContestDoor, ...]:
        if self._database is None:
            self._database = ContestDatabase(open_store(self._url))
        return list_doors(self._database)
