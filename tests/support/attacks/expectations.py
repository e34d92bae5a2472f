"""What each address of both servers owes whoever asks, by the pattern that it is found under.

``{…}`` in a path is filled in by the test: names that change with content or version.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any


class Who(Enum):
    """Whom an address opens to; a sample's path says which kernel, seat or session is meant."""

    EVERYONE = auto()
    STAFF = auto()
    SEAT = auto()
    SESSION = auto()


FOREVER = "public, max-age=31536000, immutable"


@dataclass(frozen=True)
class Expected:
    """An address and how it answers.

    Attributes
    ----------
    path
        A sample of the address, below the base.
    methods
        What it answers to; all others are refused.
    status
        Of its first method, asked by whom it opens to.
    cache
        The answer's ``Cache-Control``; "" for none.
    who
        Whom it opens to; others get what `SHUT` says.
    body
        What is sent with the first method.
    own_pages_only
        Whether pages of other sites, whose browsers say so, are refused.
    guesses
        With so many wrong tries from one address the next has to wait; 0 where nothing is guessed.
    by_nginx
        Whether nginx answers by itself.
    """

    path: str
    methods: tuple[str, ...] = ("GET",)
    status: int = 200
    cache: str = "no-store"
    who: Who = Who.EVERYONE
    body: str = ""
    own_pages_only: bool = False
    guesses: int = 0
    by_nginx: bool = False


SHUT = {Who.STAFF: 302, Who.SEAT: 403, Who.SESSION: 401}

STATIC = ("GET", "HEAD")
YEAR = "max-age=31536000"
HOUR = "public, max-age=3600"

CLASSROOM = {
    "": Expected("", status=302, cache=""),
    "BARE": Expected("{bare}", status=302, cache=""),
    "api/kernels/KERNEL": Expected("api/kernels/{kernel}"),
    # No websocket is asked for: those are for the attacks on frames.
    "api/kernels/KERNEL/channels": Expected("api/kernels/{kernel}/channels", status=400),
    r"bang-cuu-chuong(?:\.(css))?": Expected("bang-cuu-chuong", STATIC, cache="max-age=3600"),
    "lachan/chieu-ma": Expected("lachan/chieu-ma"),
    "lachan/dang-nhap": Expected("lachan/dang-nhap", ("GET", "POST"), guesses=12),
    "lachan/dang-xuat": Expected(
        "lachan/dang-xuat", ("POST",), status=303, cache="", own_pages_only=True
    ),
    r"lachan/fonts/(\d{3})\.woff2": Expected("lachan/fonts/400.woff2", cache=FOREVER),
    r"lachan/fonts/chu\.css": Expected("lachan/fonts/chu.css", cache="public, max-age=86400"),
    r"lachan/ket-qua-lop/([A-Z0-9]{6})\.xlsx": Expected(
        "lachan/ket-qua-lop/{code}.xlsx", who=Who.STAFF
    ),
    "lachan/tai/([a-z0-9-]+)/([a-z0-9.-]+)": Expected(
        "lachan/tai/viec-nhe-luong-cao/ke-hoach-bai-day.docx",
        who=Who.STAFF,
        cache="private, no-cache",
    ),
    "lachan/thoat": Expected("lachan/thoat", status=302),
    "lachan/tinh-trang": Expected("lachan/tinh-trang", who=Who.STAFF),
    # There is no room beside the server of these attacks.
    "lachan/phong-thi(?:/SLUG)?": Expected("lachan/phong-thi/thi-thu", status=404),
    "lachan/mang-lop": Expected("lachan/mang-lop", ("GET", "POST"), who=Who.STAFF),
    r"lachan/trang\.HASH\.js": Expected("lachan/trang.{page_script}.js", cache=FOREVER),
    "lop/([A-Za-z0-9-]{4,10})": Expected("lop/{code}", cache="no-cache"),
    "lop/?": Expected("lop", cache="no-cache"),
    "lop/api/phong/([A-Z0-9]{6})": Expected("lop/api/phong/{code}", who=Who.SEAT, guesses=80),
    r"lop/api/phong/([A-Z0-9]{6})/cau/(\d{1,3})": Expected(
        "lop/api/phong/{code}/cau/1",
        ("PUT",),
        who=Who.SEAT,
        body='{"response": "{choice}"}',
        own_pages_only=True,
    ),
    "lop/api/vao": Expected(
        "lop/api/vao", ("POST",), body='{"code": "{code}"}', own_pages_only=True, guesses=80
    ),
    r"lop/tep/([0-9a-f]+\.\w+)": Expected("lop/tep/{live_file}", cache=FOREVER),
    "tra-cuu/?": Expected("tra-cuu", cache="no-cache"),
    "tra-cuu/([a-z.-]+)": Expected("tra-cuu/tra-cuu-phap-luat.html", cache="no-cache"),
    r"tra-cuu/tep/([0-9a-f]+\.\w+)": Expected("tra-cuu/tep/{law_file}", cache=FOREVER),
    "voila/api/shutdown/KERNEL": Expected(
        "voila/api/shutdown/{no_kernel}", ("POST",), status=204, cache="", own_pages_only=True
    ),
    "voila/labextensions/EXTENSION": Expected(
        "voila/labextensions/anywidget/package.json", STATIC, cache="no-cache"
    ),
    "voila/render/([^/]+)": Expected("voila/render/giao_vien.ipynb", who=Who.STAFF),
    "voila/static/VERSION/(.+)": Expected("voila/static/{version}/voila.js", STATIC, cache=YEAR),
    "voila/templates/lachan/static/(.+)": Expected(
        "voila/templates/lachan/static/khien.svg", STATIC, cache=YEAR
    ),
}


def _call(name: str, method: str = "POST", **more: Any) -> Expected:
    return Expected(f"thi-thu/goi/{name}", (method,), own_pages_only=method == "POST", **more)


ROOM = {
    "": Expected(""),
    "SLUG": Expected("thi-thu", cache="no-cache"),
    "SLUG/goi/attempt": _call("attempt", "GET"),
    "SLUG/goi/contest": _call("contest", "GET"),
    "SLUG/goi/enter": _call("enter", body='{"code": "{entry}", "device": "x"}', guesses=40),
    "SLUG/goi/leave": _call("leave"),
    "SLUG/goi/practice": _call("practice", body='{"value": "x"}', status=409),
    "SLUG/goi/result": _call("result", "GET", who=Who.SESSION, status=409),
    "SLUG/goi/save": _call("save", who=Who.SESSION, body='{"answers": []}'),
    "SLUG/goi/start": _call("start", who=Who.SESSION),
    "SLUG/goi/submit": _call("submit", who=Who.SESSION),
    "SLUG/hinh/([A-Za-z0-9._/-]+)": Expected(
        "thi-thu/hinh/khong-co.png", status=404, who=Who.SESSION
    ),
    r"bang-cuu-chuong(\.css)?": Expected("bang-cuu-chuong", cache=HOUR),
    "lachan/cuoc-thi": Expected("lachan/cuoc-thi"),
    "lachan/suc-khoe": Expected("lachan/suc-khoe"),
    "lachan/tep/([a-z0-9.-]+)": Expected("lachan/tep/{room_file}", cache=FOREVER),
    "lachan/thoat": Expected("lachan/thoat", status=302),
}

# ---- Behind nginx -------------------------------------------------------------------------------

_ALL_BUT_TRACE = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "BREW")

CLASSROOM_BEHIND_NGINX = {
    **CLASSROOM,
    # nginx adds the slash itself.
    "BARE": Expected("{bare}", _ALL_BUT_TRACE, status=301, by_nginx=True),
}

_NAMES = (
    (re.escape("(?P<kernel_id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"), "KERNEL"),
    (re.escape("([a-z0-9][a-z0-9-]{0,79})"), "SLUG"),
    (r"\(\(\?:@voila-dashboards/.*\)/\.\+\)", "EXTENSION"),
    (r"(?<=trang\\\.)[0-9a-f]{16}", "HASH"),
    (r"(?<=voila/static/)[0-9.]+", "VERSION"),
)


def name_pattern(pattern: str) -> str:
    """Return a pattern as it stands in the tables: long and changing parts have names."""
    for part, name in _NAMES:
        pattern = re.sub(part, name, pattern)
    return pattern


# ---- What every answer carries ------------------------------------------------------------------

_SHARED = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
_CLASSROOM_POLICY = (
    "default-src 'self'; script-src 'self' blob: 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; "
    "connect-src 'self' ws://{name} wss://{name}; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'self'"
)
_ROOM_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'; require-trusted-types-for 'script'"
)


def classroom_headers(name: str) -> dict[str, str]:
    """Return what every answer of the server of lessons carries, asked for by a name."""
    policy = _CLASSROOM_POLICY.replace("{name}", name)
    return {**_SHARED, "x-frame-options": "SAMEORIGIN", "content-security-policy": policy}


def room_headers(_name: str) -> dict[str, str]:
    """Return what every answer of the contest room carries."""
    return {**_SHARED, "x-frame-options": "DENY", "content-security-policy": _ROOM_POLICY}


def nginx_headers() -> dict[str, str]:
    """Return what every answer carries that nginx gives by itself: words, and nothing to load."""
    return {
        "x-content-type-options": "nosniff",
        "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
        "cache-control": "no-store",
    }
