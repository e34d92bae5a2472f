"""The room's table of addresses."""

from __future__ import annotations

from typing import Any

from tornado.web import Application, RequestHandler

from lachan.contest_room.calls import CALLS, PictureHandler
from lachan.contest_room.handlers import (
    FileHandler,
    HealthHandler,
    ListCallHandler,
    ListHandler,
    NeutralHandler,
    NotFoundHandler,
    QuickExitHandler,
    RoomPageHandler,
)
from lachan.contest_room.headers import RoomHeaders
from lachan.contest_room.pages import FILES_PATH, NEUTRAL_PATH
from lachan.contest_room.site import RoomSite

HEALTH_PATH = "lachan/suc-khoe"

_SLUG = r"([a-z0-9][a-z0-9-]{0,79})"


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
        log_function=_log_nothing,
    )


def _log_nothing(_handler: RequestHandler) -> None:
    """Keep no record of who did what when; faults of our own are told by whoever meets them."""
