"""The teacher's switch for the class's devices: whether they may come in, and how they do."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup
from tornado.web import HTTPError

from lachan.qr_codes import render_projected_qr
from lachan.serving.pages import SiteHandler, comes_from_here
from lachan.serving.staff.session import is_staff
from lachan.web.lan_door import LanDoor

LAN_PATH = "lachan/mang-lop"


class LanHandler(SiteHandler):
    """Shows the door and moves it; for teachers and organisers only."""

    def initialize(self, door: LanDoor) -> None:
        """Take the door."""
        self._door = door

    def get(self) -> None:
        """Show how the door stands."""
        if self.allow_staff():
            self.finish(self._render())

    async def post(self) -> None:
        """Open the door or close it; only a form on a page of this server can ask for it."""
        if not comes_from_here(self.request):
            raise HTTPError(403)
        self.check_xsrf_cookie()
        if not is_staff(self):
            self.ask_to_log_in()
            return
        wish = self.get_body_argument("viec", "")
        if wish not in ("mo", "dong") or not self._door.movable:
            raise HTTPError(400)
        if wish == "mo":
            self._door.open()
        elif self._came_by_door():
            await self._close_behind_oneself()
            return
        else:
            self._door.close()
        self.redirect(self.address(LAN_PATH), status=303)

    def _came_by_door(self) -> bool:
        """Tell whether closing ends this very connection."""
        connection: Any = self.request.connection
        return self._door.is_at(connection.stream.socket.getsockname()[0])

    async def _close_behind_oneself(self) -> None:
        """Close for one who came in by this door: the answer first, then the connection ends."""
        await self.finish(self._render(leaving=True))
        self._door.close()

    def _render(self, *, leaving: bool = False) -> str:
        door = self._door
        homes = tuple(map(self.find_home, door.hosts))
        self.set_header("Cache-Control", "no-store")
        return self.fill(
            "lan.html",
            action=self.address(LAN_PATH),
            door=door,
            leaving=leaving,
            home=homes[0] if homes else "",
            others=homes[1:],
            code=Markup(render_projected_qr(homes[0])) if homes else "",  # noqa: S704 - our own drawing
            secure=self.request.protocol == "https",
            xsrf_form_html=self.xsrf_form_html(),
        )
