"""Login and logout of staff."""

from __future__ import annotations

import math

from tornado.web import HTTPError

from lachan.domain.contests.roles import Role
from lachan.serving.catalogue import OFFICE_APP
from lachan.serving.kernels.slots import Seats
from lachan.serving.pages import LOGIN_PATH, SiteHandler, comes_from_here
from lachan.serving.staff.session import (
    close_session,
    find_caller,
    is_staff,
    open_session,
    remember_device,
    safe_next,
)
from lachan.web.address import STAFF_APP

WRONG = "Mã chưa đúng. Hãy xem lại mã trên màn hình của máy chủ."


class LoginHandler(SiteHandler):
    """Asks for a passcode; a right answer opens the session of its role and leads on."""

    def initialize(self, seats: Seats) -> None:
        """Take what ends kernels."""
        self._seats = seats

    def get(self) -> None:
        """Show the form, or go on where the session is already open."""
        if is_staff(self):
            self.redirect(self._next_path())
            return
        self._show_form()

    def post(self) -> None:
        """Hold the passcode to those of all roles that need not wait."""
        self.check_xsrf_cookie()
        caller, throttle = find_caller(self), self.site.throttle
        waits = {role: throttle.find_wait_s(caller, role) for role in self.site.passcodes}
        tried = [role for role, wait_s in waits.items() if wait_s == 0]
        role = self.site.find_role(self.get_body_argument("passcode", ""), tried)
        if role is not None:
            throttle.record_right(caller, role)
            self._let_in(role)
            return
        throttle.record_wrong(caller, tried)
        longest_s = max(waits.values())
        if longest_s > 0:
            self._refuse_for_now(longest_s)
            return
        self.set_status(403)
        self._show_form(WRONG)

    def _let_in(self, role: Role) -> None:
        # Who had a session of another role begins anew, and so do its pages.
        self._seats.end_soon(*close_session(self))
        open_session(self, role)
        remember_device(self, role)
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
    """Ends the staff session and its pages."""

    def initialize(self, seats: Seats) -> None:
        """Take what ends kernels."""
        self._seats = seats

    def get(self) -> None:
        """Refuse: a link or a picture must not sign anyone out."""
        raise HTTPError(405)

    def post(self) -> None:
        """End the session and go home; only a form on a page of this server can ask for it."""
        if not comes_from_here(self.request):
            raise HTTPError(403)
        self._seats.end_soon(*close_session(self))
        self.redirect(self.settings["base_url"], status=303)
