"""The page to project: the pupils' address, large, and as a QR code."""

from __future__ import annotations

from urllib.parse import urlsplit

from markupsafe import Markup

from lachan.domain.hosts import is_local_host
from lachan.qr_codes import render_projected_qr
from lachan.serving.pages import SiteHandler
from lachan.web.lan_door import LanDoor


class InvitationHandler(SiteHandler):
    """Shows how to get here; open to all, since it tells pupils what they are to see."""

    def initialize(self, door: LanDoor) -> None:
        """Take the door for other machines."""
        self._door = door

    def get(self) -> None:
        """Show one address; where the machine is in several networks, ``may`` chooses another."""
        hosts = self._find_hosts()
        chosen = self.get_query_argument("may", "")
        host = chosen if chosen in hosts else next(iter(hosts), "")
        home = self.find_home(host) if host else ""
        self.set_header("Cache-Control", "no-store")
        self.finish(
            self.fill(
                "invitation.html",
                home=home,
                # Browsers add this by themselves, but not "https:".
                shown=home.removeprefix("http://").rstrip("/"),
                code=Markup(render_projected_qr(home)) if home else "",  # noqa: S704 - our own drawing
                others=[each for each in hosts if each != host],
                local_only=not self._door.is_open,
                movable=self._door.movable,
            )
        )

    def _find_hosts(self) -> tuple[str, ...]:
        """Return the names under which pupils reach this server, the likeliest first.

        Where staff opens the page by a name of the network, or through a proxy, that name is it.
        """
        own = urlsplit(f"//{self.request.host}").hostname or ""
        if not is_local_host(own):
            return (own,)
        return self._door.hosts
