"""What every handler of the room does alike: faults in words, nothing personal in the log."""

from __future__ import annotations

import logging
from typing import Any, TypedDict

from tornado.web import HTTPError

from lachan.contest_room.assets import Asset
from lachan.contest_room.pages import NEUTRAL_PATH
from lachan.contest_room.replies import render_reply
from lachan.contest_room.site import RoomSite
from lachan.web.faults_told import FaultTellingHandler

FOREVER = "public, max-age=31536000, immutable"

log = logging.getLogger(__name__)


class RoomHandler(FaultTellingHandler):
    """A handler that knows the room and answers faults with a Vietnamese page."""

    fault_log = log

    @property
    def room(self) -> RoomSite:
        """What all handlers of this server share."""
        site: RoomSite = self.settings["room"]
        return site

    def send(self, asset: Asset, cache: str) -> None:
        """Answer with a file, compressed as the browser likes it."""
        encoding, body = asset.encode_for(self.request.headers.get("Accept-Encoding", ""))
        self.set_header("Content-Type", asset.media_type)
        self.set_header("Cache-Control", cache)
        self.set_header("Vary", "Accept-Encoding")
        self.set_header("Etag", f'"{asset.digest}-{encoding or "plain"}"')
        if encoding:
            self.set_header("Content-Encoding", encoding)
        if self.check_etag_header():
            self.clear_header("Content-Encoding")
            self.set_status(304)
            self.finish()
        else:
            self.finish(body)

    def write_error(self, status_code: int, **kwargs: Any) -> None:  # noqa: ARG002
        """Write the page for `status_code`; the server's own faults carry an incident code."""
        incident = self.find_incident(status_code)
        self.set_header("Content-Type", "text/html; charset=UTF-8")
        self.set_header("Cache-Control", "no-store")
        self.finish(self.room.pages.render_fault(status_code, incident))


class NotFoundHandler(RoomHandler):
    """Everything that no other handler serves."""

    def prepare(self) -> None:
        """Refuse, whatever the method."""
        raise HTTPError(404)


class FileHandler(RoomHandler):
    """A script, a style sheet, a font; its address changes with its content."""

    def get(self, name: str) -> None:
        """Send the file, for good."""
        asset = self.room.pages.shelf.find(name)
        if asset is None:
            raise HTTPError(404)
        self.send(asset, FOREVER)


class RoomPageHandler(RoomHandler):
    """The room of one contest; what happens in it goes through the addresses of `calls`."""

    async def get(self, slug: str) -> None:
        """Send the page, the same for everyone; a short path leads to the whole name."""
        contest = await self.room.find_contest(slug)
        if contest is None:
            named = await self.room.find_slug(slug)
            if not named:
                raise HTTPError(404)
            # A browser keeps the code behind # on the way.
            self.set_header("Cache-Control", "no-store")
            self.redirect(f"{self.room.base_url}{named}")
            return
        self.send(self.room.pages.get_room(contest.slug, contest.title, contest.band), "no-cache")


class ListHandler(RoomHandler):
    """The contests that one may enter."""

    async def get(self) -> None:
        """Send the list."""
        contests = await self.room.ask(self.room.desk.list_contests)
        self.set_header("Cache-Control", "no-store")
        self.finish(self.room.pages.render_list(contests))


class ListedJson(TypedDict):
    slug: str
    title: str


class ListCallHandler(RoomHandler):
    """The same list for the room inside a notebook."""

    async def get(self) -> None:
        """Send it as JSON."""
        contests = await self.room.ask(self.room.desk.list_contests)
        self.set_header("Content-Type", "application/json; charset=UTF-8")
        self.set_header("Cache-Control", "no-store")
        listed: list[ListedJson] = [{"slug": c.slug, "title": c.title} for c in contests]
        self.finish(render_reply(listed))


class NeutralHandler(RoomHandler):
    """Where the quick exit leads: a page that says nothing of us."""

    def get(self, suffix: str) -> None:
        """Send the page or its styles."""
        pages = self.room.pages
        self.send(pages.neutral_styles if suffix else pages.neutral, "public, max-age=3600")


class QuickExitHandler(RoomHandler):
    """The quick exit without JavaScript."""

    def get(self) -> None:
        """Redirect."""
        self.set_header("Cache-Control", "no-store")
        self.redirect(f"{self.room.base_url}{NEUTRAL_PATH}")


class HealthHandler(RoomHandler):
    """For nginx and its like: this process answers and reaches its database."""

    async def get(self) -> None:
        """Answer 200 once the desk has answered."""
        await self.room.ask(self.room.desk.list_contests)
        self.set_header("Cache-Control", "no-store")
        self.set_header("Content-Type", "text/plain; charset=UTF-8")
        self.finish("khỏe")
