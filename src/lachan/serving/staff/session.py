"""The staff session as a browser carries it: signed cookies, which hold nothing about a person."""

from __future__ import annotations

import secrets
from urllib.parse import urlsplit

from tornado.web import RequestHandler

from lachan.domain.contests.roles import Role
from lachan.limits.doors import SESSION
from lachan.serving.staff.login_throttle import Caller
from lachan.serving.staff.sessions import StaffSession, StaffSessions

SESSION_COOKIE = "lachan-staff"
DEVICE_COOKIE = "lachan-may-quen"
DEVICE_BYTES = 16
DEVICE_DAYS = 30
_SECONDS_A_DAY = 86_400


def find_session(handler: RequestHandler) -> StaffSession | None:
    """Return the request's session, None where this server knows none."""
    return _sessions(handler).find(_find_name(handler))


def find_role(handler: RequestHandler) -> Role | None:
    """Return the role in the request's session, None where there is none."""
    session = find_session(handler)
    return session.role if session else None


def is_staff(handler: RequestHandler) -> bool:
    """Tell whether the request carries a session of teachers and organisers."""
    return find_role(handler) is Role.ORGANISER


def open_session(handler: RequestHandler, role: Role) -> None:
    """Give the browser a session, which ends with the browser or after some hours."""
    _set(handler, SESSION_COOKIE, _sessions(handler).open(role))


def close_session(handler: RequestHandler) -> frozenset[str]:
    """Take the session back from this browser and all copies of its cookie.

    Returns the kernels of the pages that were opened with it, for the caller to end.
    """
    kernels = _sessions(handler).close(_find_name(handler))
    handler.clear_cookie(_cookie_name(handler, SESSION_COOKIE), path=handler.settings["base_url"])
    return kernels


def find_caller(handler: RequestHandler) -> Caller:
    """Return who tries a passcode: an address, or a device that has logged in before."""
    address = handler.request.remote_ip or ""
    role_name, _, device = _read(handler, DEVICE_COOKIE, DEVICE_DAYS).partition(":")
    roles = {role.value: role for role in Role}
    role = roles.get(role_name)
    return Caller(address, role, device) if role else Caller(address)


def remember_device(handler: RequestHandler, role: Role) -> None:
    """Let the browser show later that somebody has logged in with it as this role."""
    name = f"{role.value}:{secrets.token_urlsafe(DEVICE_BYTES)}"
    _set(handler, DEVICE_COOKIE, name, expires_days=DEVICE_DAYS)


def safe_next(target: str, base_url: str, fallback: str) -> str:
    """Return `target` if it is a path on this server, else `fallback`.

    Refused: other hosts (``//host``, ``https:``), backslashes, which browsers read as slashes,
    and control characters, which browsers drop before reading.
    """
    if "\\" in target or any(ord(char) < 0x21 or ord(char) == 0x7F for char in target):
        return fallback
    try:
        parts = urlsplit(target)
    except ValueError:
        return fallback
    if parts.scheme or parts.netloc or target.startswith("//"):
        return fallback
    return target if target.startswith(base_url) else fallback


def _sessions(handler: RequestHandler) -> StaffSessions:
    sessions: StaffSessions = handler.settings["lachan"].sessions
    return sessions


def _find_name(handler: RequestHandler) -> str:
    return _read(handler, SESSION_COOKIE, SESSION.value / _SECONDS_A_DAY)


def _read(handler: RequestHandler, cookie: str, days: float) -> str:
    value = handler.get_signed_cookie(_cookie_name(handler, cookie), max_age_days=days)
    return "" if value is None else value.decode("ascii", "replace")


def _set(
    handler: RequestHandler, cookie: str, value: str, expires_days: float | None = None
) -> None:
    handler.set_signed_cookie(
        _cookie_name(handler, cookie),
        value,
        expires_days=expires_days,
        httponly=True,
        samesite="Strict",
        path=handler.settings["base_url"],
    )


def _cookie_name(handler: RequestHandler, cookie: str) -> str:
    # Browsers share cookies between ports of a host; two servers must not sign each other out.
    port = handler.request.host.rpartition(":")[2]
    return f"{cookie}-{port}" if port.isdecimal() else cookie
