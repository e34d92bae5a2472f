"""From a kernel to the contest room's server, for a room inside a notebook.

The kernel passes on what the browser asks and knows nothing itself: no key, no database. It also
passes on who its visitor is, as the server of apps has signed it, since the room would see all
notebooks under one address.
"""

from __future__ import annotations

import json
import re
import ssl
import urllib.error
import urllib.request
from base64 import b64encode
from collections.abc import Callable
from http.cookiejar import CookieJar
from typing import Any
from urllib.parse import quote, urlsplit

PATIENCE_S = 10.0
LOST: tuple[int, Any] = (0, {})

_WORD = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")


class RoomLink:
    """One contestant's connection; the session's cookie stays here.

    Parameters
    ----------
    address
        The room's address as the server of apps tells it, with a slash at its end.
    find_pass
        Returns who the visitor is as the server of apps has signed it, "" for nobody.
    """

    def __init__(self, address: str, find_pass: Callable[[], str] = str) -> None:
        self._address = address
        self._find_pass = find_pass
        self._opener = urllib.request.build_opener(
            urllib.request.ProxyHandler({}),
            urllib.request.HTTPCookieProcessor(CookieJar()),
            urllib.request.HTTPSHandler(context=trust(address)),
        )

    def list_contests(self) -> tuple[int, Any]:
        """Return a status and the contests; status 0 is a lost network."""
        return self._ask("lachan/cuoc-thi", None)

    def ask(self, slug: str, name: str, message: object = None) -> tuple[int, Any]:
        """Return a status and what the room answers; with a message it is sent, else asked for."""
        if not _WORD.fullmatch(slug) or not _WORD.fullmatch(name):
            return 404, {}
        body = None if message is None else json.dumps(message).encode()
        return self._ask(f"{slug}/goi/{name}", body)

    def find_picture(self, slug: str, path: str) -> str | None:
        """Return a picture as a data URL, None where there is none."""
        if not _WORD.fullmatch(slug):
            return None
        try:
            with self._open(f"{slug}/hinh/{quote(path)}", None) as reply:
                kind, data = reply.headers.get_content_type(), reply.read()
        except OSError:
            return None
        return f"data:{kind};base64,{b64encode(data).decode('ascii')}"

    def _ask(self, path: str, body: bytes | None) -> tuple[int, Any]:
        try:
            with self._open(path, body) as reply:
                return reply.status, json.load(reply)
        except urllib.error.HTTPError as error:
            with error:
                return error.code, _read_refusal(error)
        except (OSError, ValueError):
            return LOST

    def _open(self, path: str, body: bytes | None) -> Any:
        headers = {
            "X-Lachan": "1",
            "X-Lachan-Visitor": self._find_pass(),
            "Content-Type": "application/json",
        }
        request = urllib.request.Request(self._address + path, body, headers)  # noqa: S310
        return self._opener.open(request, timeout=PATIENCE_S)


def _read_refusal(error: urllib.error.HTTPError) -> Any:
    try:
        return json.load(error)
    except ValueError:
        return {}


def trust(address: str) -> ssl.SSLContext:
    """Return what a kernel believes of the room at `address`; never less than TLS 1.2.

    Systems differ in the lowest version they allow (RFC 8996 forbids those before 1.2).
    """
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if urlsplit(address).hostname in ("127.0.0.1", "localhost", "::1"):
        # A school's certificate names the school, not this machine to itself.
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    return context
