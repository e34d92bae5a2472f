"""The frame our own handlers share: templates, addresses, faults told in Vietnamese."""

from __future__ import annotations

import logging
from typing import Any
from urllib.parse import urlsplit

from jupyter_server.utils import url_escape
from tornado.httputil import HTTPServerRequest
from tornado.web import HTTPError
from voila.utils import create_include_assets_functions

from lachan.domain.hosts import format_host
from lachan.serving.site import Site
from lachan.serving.staff.session import is_staff
from lachan.web.faults_told import FaultTellingHandler

TEMPLATE = "lachan"
LOGIN_PATH = "lachan/dang-nhap"

log = logging.getLogger(__name__)


def comes_from_here(request: HTTPServerRequest) -> bool:
    """Tell whether a request was sent by a page of this server, as far as the browser says.

    Our pages send no referrer, and so browsers send "null" as the origin of their forms; that
    other sites send it too is told by ``Sec-Fetch-Site``.
    """
    origin = request.headers.get("Origin", "null")
    own = origin == "null" or urlsplit(origin).netloc == request.host
    return own and request.headers.get("Sec-Fetch-Site", "same-origin") == "same-origin"


class SiteHandler(FaultTellingHandler):
    """A handler that knows the site and answers faults with a Vietnamese page."""

    fault_log = log

    @property
    def site(self) -> Site:
        """What all handlers of this server share."""
        site: Site = self.settings["lachan"]
        return site

    def address(self, path: str) -> str:
        """Return `path` below the server's base address."""
        return f"{self.settings['base_url']}{path}"

    def find_home(self, host: str) -> str:
        """Return the pupils' home page as it is opened under another name of this machine."""
        port = urlsplit(f"//{self.request.host}").port
        name = format_host(host) + (f":{port}" if port else "")
        return f"{self.request.protocol}://{name}{self.address('')}"

    def set_cookie(self, *args: Any, **kwargs: Any) -> None:
        """Set a cookie; one given over HTTPS never goes back over HTTP."""
        kwargs.setdefault("secure", self.request.protocol == "https")
        super().set_cookie(*args, **kwargs)

    def fill(self, template: str, **values: object) -> str:
        """Return a page of our template folder, with what the common frame needs."""
        base_url: str = self.settings["base_url"]
        page: str = (
            self.settings["voila_jinja2_env"]
            .get_template(template)
            .render(
                base_url=base_url,
                lachan=self.settings["lachan_page"],
                **create_include_assets_functions(TEMPLATE, base_url),
                **values,
            )
        )
        return page

    def allow_staff(self) -> bool:
        """Tell whether staff is asking; where not, the answer is already a way to the login."""
        if is_staff(self):
            return True
        self.ask_to_log_in()
        return False

    def ask_to_log_in(self) -> None:
        """Lead to the login and from there back."""
        self.redirect(f"{self.address(LOGIN_PATH)}?next={url_escape(self.request.path)}")

    def write_error(self, status_code: int, **kwargs: Any) -> None:  # noqa: ARG002
        """Write the page for `status_code`; the server's own faults carry an incident code."""
        incident = self.find_incident(status_code)
        self.set_header("Content-Type", "text/html; charset=UTF-8")
        self.set_header("Cache-Control", "no-store")
        self.finish(self.fill("error.html", status_code=status_code, incident=incident))


class NotFoundHandler(SiteHandler):
    """Everything that no other handler serves."""

    def prepare(self) -> None:
        """Refuse, whatever the method."""
        raise HTTPError(404)


class HomeHandler(SiteHandler):
    """The server's root leads to the pupils' home page."""

    def get(self) -> None:
        """Redirect."""
        self.redirect(self.address(f"voila/render/{self.settings['lachan_home']}"))
