"""A Voilà page: one notebook, one kernel, ready from the pool or streamed as it is drawn."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator

from tornado.iostream import StreamClosedError
from tornado.web import HTTPError

from lachan.serving.catalogue import App
from lachan.serving.drawing import Drawing, PageDrawer
from lachan.serving.kernels.pool import PagePool
from lachan.serving.kernels.slots import Seats
from lachan.serving.kernels.visitors import Visitor, find_visitor
from lachan.serving.pages import SiteHandler
from lachan.serving.staff.session import find_role, find_session

log = logging.getLogger(__name__)

# Sent while a kernel starts slowly, so that no proxy takes the silence for the end.
KEEP_ALIVE_S = 10.0
KEEP_ALIVE = "<!-- -->\n"

# How soon the waiting page asks again, in seconds.
RETRY_S = 10


class AppHandler(SiteHandler):
    """Renders an app of the catalogue.

    Stock Voilà's handler is not used: it renders in a task nobody awaits, so that a kernel
    that dies leaves the page loading for ever; it also lets requests choose template, theme
    and any notebook below the root.
    """

    def initialize(self, drawer: PageDrawer, pool: PagePool, seats: Seats) -> None:
        """Take what draws pages and what keeps them."""
        self._drawer = drawer
        self._pool = pool
        self._seats = seats

    async def get(self, name: str) -> None:
        """Give the page, or ask for the passcode, to wait, or say that there is no such page."""
        app = self.site.catalogue.find(name)
        if app is None:
            raise HTTPError(404)
        role = find_role(self)
        if not app.opens_to(role):
            self.ask_to_log_in()
            return
        self.set_header("Content-Type", "text/html; charset=UTF-8")
        self.set_header("Cache-Control", "no-store")
        page = self._pool.find_plain(app)
        if page is not None:
            self.finish(page.html)
            return
        await self._give_seat(app, find_visitor(self.request, role if app.staff else None))

    async def _give_seat(self, app: App, visitor: Visitor) -> None:
        """Answer with a page that needs a kernel, or ask to wait for one."""
        within = self._seats.is_within_share(visitor)
        page = self._pool.take(app) if within else None
        if page is not None and page.kernel_id is not None:
            self._seats.give(page.kernel_id, visitor)
            self.finish(page.html)
        elif (within and await self._find_seat(visitor)) or await self._clear_seat(visitor):
            with self._seats.serve_visitor():
                drawing = await self._drawer.start(app, visitor)
                self._note_in_session(drawing.kernel_id, visitor)
                await self._stream(drawing, visitor)
        else:
            self._ask_to_wait()

    async def _find_seat(self, visitor: Visitor) -> bool:
        return self._seats.has_seat(visitor) or await self._pool.give_up_one()

    async def _clear_seat(self, visitor: Visitor) -> bool:
        """Take a seat back from someone who hardly needs it."""
        return await self._seats.end_an_idle_one(visitor) and self._seats.has_seat(visitor)

    def _note_in_session(self, kernel_id: str, visitor: Visitor) -> None:
        """Let the page end when its session does."""
        session = find_session(self) if visitor.role is not None else None
        if session is not None:
            session.kernels.add(kernel_id)

    async def _stream(self, drawing: Drawing, visitor: Visitor) -> None:
        needed = False
        try:
            async for html in _with_keep_alive(drawing.pieces()):
                self.write(html)
                await self.flush()
            needed = drawing.needs_kernel
        except StreamClosedError:
            # The visitor left while the page was being drawn.
            pass
        except Exception:
            # Whatever Jupyter raises here, the page has begun: its end must be told in it.
            incident = drawing.incident
            log.exception("Sự cố %s: không vẽ được trang %s", incident, self.request.path)
            self.write(self.fill("trouble.html", incident=incident))
        finally:
            # A page of plain HTML opens no connection, so nothing else would end its kernel.
            if needed:
                self._seats.give(drawing.kernel_id, visitor)
            else:
                await self._seats.end(drawing.kernel_id)

    def _ask_to_wait(self) -> None:
        self.set_status(503)
        self.set_header("Retry-After", str(RETRY_S))
        # Browsers reload by this header, with and without JavaScript.
        self.set_header("Refresh", str(RETRY_S))
        self.finish(self.fill("waiting.html", wait_s=RETRY_S))


async def _with_keep_alive(pieces: AsyncIterator[str]) -> AsyncIterator[str]:
    """Yield the pieces, and a comment whenever the next one takes long."""
    upcoming = asyncio.ensure_future(anext(pieces, None))
    while True:
        done, _ = await asyncio.wait({upcoming}, timeout=KEEP_ALIVE_S)
        if not done:
            yield KEEP_ALIVE
            continue
        piece = upcoming.result()
        if piece is None:
            return
        yield piece
        upcoming = asyncio.ensure_future(anext(pieces, None))
