"""Login and logout of staff."""

from __future__ import annotations

import math
from urllib.parse import urlsplit

from tornado.web import HTTPError

from lachan.domain.roles import Role
from lachan.serving.catalogue import OFFICE_APP, STAFF_APP
from lachan.serving.pages import LOGIN_PATH, SiteHandler
from lachan.serving.session import close_session, is_staff, open_session, safe_next

WRONG = "Mã chưa đúng. Hãy xem lại mã trên màn hình của máy chủ."


class LoginHandler(SiteHandler):
    """Asks for a passcode; a right answer opens the session of its role and leads on."""

    def get(self) -> None:
        """Show the form, or go on where the session is already open."""
        if is_staff(self):
            self.redirect(self._next_path())
            return
        self._show_form()

    def post(self) -> None:
        """Check the passcode."""
        self.check_xsrf_cookie()
        address = self.request.remote_ip or ""
        wait_s = self.site.limiter.find_wait_s(address)
        if wait_s > 0:
            self._refuse_for_now(wait_s)
            return
        role = self.site.find_role(self.get_body_argument("passcode", ""))
        if role is None:
            self.site.limiter.record_wrong(address)
            self.set_status(403)
            self._show_form(WRONG)
            return
        self.site.limiter.record_right(address)
        open_session(self, role)
        # Other roles have one page only.
        office = self.address(f"voila/render/{OFFICE_APP}")
        self.redirect(self._next_path() if role is Role.ORGANISER else office, status=303)

    def _refuse_for_now(self, wait_s: float) -> None:
        seconds = math.ceil(wait_s)
        self.set_status(429)
        self.set_header("Retry-After", str(seconds))
        wait = f"{seconds} giây" if seconds < 90 else f"{math.ceil(seconds / 60)} phút"
        self._show_form(f"Đã thử sai nhiều lần. Hãy chờ {wait} rồi thử lại.")

    def _next_path(self) -> str:
        fallback = self.address(f"voila/render/{STAFF_APP}")
        return safe_next(self.get_argument("next", ""), self.settings["base_url"], fallback)

    def _show_form(self, problem: str = "") -> None:
        self.set_header("Cache-Control", "no-store")
        self.finish(
            self.fill(
                "login.html",
                action=self.address(LOGIN_PATH),
                next_path=self._next_path(),
                numeric=self.site.passcode.numeric,
                problem=problem,
                xsrf_form_html=self.xsrf_form_html(),
            )
        )


class LogoutHandler(SiteHandler):
    """Ends the staff session."""

    def get(self) -> None:
        """Refuse: a link or a picture must not sign anyone out."""
        raise HTTPError(405)

    def post(self) -> None:
        """End the session and go home; only a form on a page of this server can ask for it."""
        if not self._comes_from_here():
            raise HTTPError(403)
        close_session(self)
        self.redirect(self.settings["base_url"], status=303)

    def _comes_from_here(self) -> bool:
        # Our pages send no referrer, and so browsers send "null" as their forms' origin.
        headers = self.request.headers
        origin = headers.get("Origin", "null")
        own = origin == "null" or urlsplit(origin).netloc == self.request.host
        return own and headers.get("Sec-Fetch-Site", "same-origin") == "same-origin"
