"""The staff session: one signed cookie, which holds nothing about a person."""

from __future__ import annotations

from urllib.parse import urlsplit

from tornado.web import RequestHandler

from lachan.domain.roles import Role
from lachan.limits.doors import SESSION


def _cookie_name(handler: RequestHandler) -> str:
    # Browsers share cookies between ports of a host; two servers must not sign each other out.
    port = handler.request.host.rpartition(":")[2]
    return f"lachan-staff-{port}" if port.isdecimal() else "lachan-staff"


def find_role(handler: RequestHandler) -> Role | None:
    """Return the role in the request's session, None where this server signed none."""
    value = handler.get_signed_cookie(_cookie_name(handler), max_age_days=SESSION.value / 86400)
    roles = {role.value.encode(): role for role in Role}
    return None if value is None else roles.get(value)


def is_staff(handler: RequestHandler) -> bool:
    """Tell whether the request carries a session of teachers and organisers."""
    return find_role(handler) is Role.ORGANISER


def open_session(handler: RequestHandler, role: Role) -> None:
    """Give the browser a session, which ends with the browser or after some hours."""
    handler.set_signed_cookie(
        _cookie_name(handler),
        role.value,
        expires_days=None,
        httponly=True,
        samesite="Strict",
        path=handler.settings["base_url"],
    )


def close_session(handler: RequestHandler) -> None:
    """Take the staff session back."""
    handler.clear_cookie(_cookie_name(handler), path=handler.settings["base_url"])


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
