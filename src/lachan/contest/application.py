"""The room's table of addresses."""

from __future__ import annotations

import logging
from typing import Any

from tornado.web import Application, RequestHandler

from lachan.contest.calls import CALLS, PictureHandler
from lachan.contest.handlers import (
    FileHandler,
    HealthHandler,
    ListCallHandler,
    ListHandler,
    NeutralHandler,
    NotFoundHandler,
    QuickExitHandler,
    RoomPageHandler,
)
from lachan.contest.headers import RoomHeaders
from lachan.contest.pages import FILES_PATH, NEUTRAL_PATH
from lachan.contest.site import RoomSite

HEALTH_PATH = "lachan/suc-khoe"

_SLUG = r"([a-z0-9][a-z0-9-]{0,79})"

log = logging.getLogger(__name__)


def make_application(site: RoomSite) -> Application:
    """Return the application; what is not in its table is a page not found."""
    calls: list[tuple[str, type[RequestHandler]]] = [
        (rf"{_SLUG}/goi/{name}", handler) for name, handler in CALLS.items()
    ]
    table = [
        ("", ListHandler),
        (HEALTH_PATH, HealthHandler),
        ("lachan/cuoc-thi", ListCallHandler),
        ("lachan/thoat", QuickExitHandler),
        (rf"{FILES_PATH}/([a-z0-9.-]+)", FileHandler),
        (rf"{NEUTRAL_PATH}(\.css)?", NeutralHandler),
        (_SLUG, RoomPageHandler),
        *calls,
        (rf"{_SLUG}/hinh/([A-Za-z0-9._/-]+)", PictureHandler),
    ]
    rules: list[Any] = [(f"{site.base_url}{path}", handler) for path, handler in table]
    return Application(
        rules,
        room=site,
        default_handler_class=NotFoundHandler,
        transforms=[RoomHeaders],
        log_function=_log_request,
    )


def _log_request(handler: RequestHandler) -> None:
    """Log the server's own faults only: a line for each request would tell who did what when."""
    if handler.get_status() >= 500:
        log.error("%s %s %s", handler.get_status(), handler.request.method, handler.request.path)
