"""The pupils' page of a live class and what it asks: no kernel, no account, no cookie."""

from __future__ import annotations

import asyncio
import json
import logging
import math
from collections.abc import Callable
from typing import Any, TypeVar

from markupsafe import Markup
from tornado.ioloop import IOLoop, PeriodicCallback
from tornado.web import HTTPError

from lachan.domain.live.room_codes import is_code, read_code
from lachan.errors import LachanError
from lachan.frontend import load_texts, render_script_json
from lachan.grading import ResponseError
from lachan.limits.live import LARGEST_ANSWER
from lachan.serving.live.door import LiveDoor
from lachan.serving.packed import ModuleFileHandler, pack_module
from lachan.serving.pages import SiteHandler, comes_from_here
from lachan.store.live.rooms import RoomFullError, RoomGoneError
from lachan.workflows.live.live_class import AnswerLateError, PupilDesk, SeatUnknownError

PAGE_PATH = "lop"
MODULE = "live/pupil"
SEAT_HEADER = "X-Lachan-Seat"

PURGE_EVERY_MS = 3_600_000

CROWD = "Nhiều máy đang vào phòng cùng lúc. Máy này sẽ tự vào sau giây lát."
AWAY = "Máy chủ chưa ghi được câu trả lời; trang sẽ tự thử lại."

_STATUS = ((AnswerLateError, 409), (RoomFullError, 409), (ResponseError, 422))

log = logging.getLogger(__name__)

T = TypeVar("T")


class LivePageHandler(SiteHandler):
    """The page, the same for every room; a QR code's address names the room."""

    def get(self, typed: str = "") -> None:
        """Send the page."""
        code = read_code(typed)
        data = {
            "base": self.address(PAGE_PATH),
            "code": code if is_code(code) else "",
            "texts": load_texts(),
        }
        files = pack_module(MODULE).items()
        self.set_header("Cache-Control", "no-cache")
        self.finish(
            self.fill(
                "live.html",
                files={kind: f"{PAGE_PATH}/tep/{each.name}" for kind, each in files},
                data=Markup(render_script_json(data)),  # noqa: S704 - safe inside a script
            )
        )


class RefusalError(HTTPError):
    """A fault with words for the person who holds the phone."""

    def __init__(
        self, status_code: int, words: str, wait_s: int = 0, *, returns: bool = False
    ) -> None:
        super().__init__(status_code)
        self.words = words
        self.wait_s = wait_s
        # Whether the phone is to come again by itself.
        self.returns = returns


class LiveHandler(SiteHandler):
    """What all questions of a phone have in common: JSON, waiting, faults told in words."""

    def initialize(self, desk: PupilDesk, door: LiveDoor) -> None:
        """Take who answers, and who counts wrong codes."""
        self._desk = desk
        self._door = door

    def prepare(self) -> None:
        """Refuse what a page of another site sends."""
        if self.request.method not in ("GET", "HEAD") and not comes_from_here(self.request):
            raise HTTPError(403)

    async def ask(self, question: Callable[..., T], *values: object) -> T:
        """Let the desk answer in a thread, so that no other phone waits for the database.

        An address that has tried too many codes learns nothing more for a while; a phone that
        has its seat is answered all the same.
        """
        try:
            return await asyncio.to_thread(question, *values)
        except (RoomGoneError, SeatUnknownError) as unknown:
            self.refuse_guesses()
            self._door.record_wrong(self.address_of_phone)
            status = 404 if isinstance(unknown, RoomGoneError) else 403
            raise RefusalError(status, str(unknown)) from unknown
        except LachanError as fault:
            status = next((code for kind, code in _STATUS if isinstance(fault, kind)), 503)
            if status == 503:
                log.warning("%s", fault)
            raise RefusalError(status, str(fault) if status < 500 else AWAY) from fault

    @property
    def address_of_phone(self) -> str:
        """Where the phone, or its school, is."""
        return self.request.remote_ip or ""

    def refuse_guesses(self, code: str = "") -> None:
        """Raise where this address must wait before it may try the code."""
        wait_s = math.ceil(self._door.find_code_wait_s(self.address_of_phone, code))
        if wait_s > 0:
            words = f"Đã gõ sai nhiều lần. Hãy chờ {wait_s} giây rồi thử lại."
            raise RefusalError(429, words, wait_s)

    def read_body(self) -> dict[str, Any]:
        """Return the JSON object that was sent."""
        if len(self.request.body) > LARGEST_ANSWER.value:
            raise HTTPError(413)
        try:
            body = json.loads(self.request.body)
        except (ValueError, RecursionError) as error:
            raise HTTPError(400) from error
        if not isinstance(body, dict):
            raise HTTPError(400)
        return body

    def send_json(self, data: object) -> None:
        """Send `data`; nobody keeps it."""
        self.set_header("Content-Type", "application/json; charset=UTF-8")
        self.set_header("Cache-Control", "no-store")
        self.finish(json.dumps(data, ensure_ascii=False, separators=(",", ":")))

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """Tell a fault as JSON; the server's own carry an incident code."""
        fault = kwargs.get("exc_info", (None, None, None))[1]
        if isinstance(fault, RefusalError):
            if fault.wait_s:
                self.set_header("Retry-After", str(fault.wait_s))
            again = {"retry_s": fault.wait_s} if fault.returns else {}
            self.send_json({"error": fault.words, **again})
            return
        incident = self.find_incident(status_code)
        self.send_json({"error": f"Máy chủ chưa nhận được. {incident}".strip()})

    def log_exception(self, typ: Any, value: Any, tb: Any) -> None:
        """Leave refusals out of the log: they are answers."""
        if not isinstance(value, RefusalError):
            super().log_exception(typ, value, tb)


class LiveJoinHandler(LiveHandler):
    """Gives a phone its seat."""

    async def post(self) -> None:
        """Take the code that was typed."""
        typed = self.read_body().get("code")
        code = read_code(typed) if isinstance(typed, str) else ""
        self.refuse_guesses(code)
        if is_code(code):
            self._pace(code)
        seat = await self.ask(self._desk.join, code)
        self._door.record_join(self.address_of_phone, code)
        self.send_json(seat)

    def _pace(self, code: str) -> None:
        """Raise where one address brings more phones than a class has, faster than a hall."""
        wait_s = math.ceil(self._door.find_join_wait_s(self.address_of_phone, code))
        if wait_s > 0:
            raise RefusalError(429, CROWD, wait_s, returns=True)


class LiveRoomHandler(LiveHandler):
    """Tells a phone what is on."""

    async def get(self, code: str) -> None:
        """Send what is new, or that nothing is."""
        seat = self.request.headers.get(SEAT_HEADER, "")
        seen = self.request.headers.get("If-None-Match", "")
        mark, view = await self.ask(self._desk.look, code, seat, seen)
        self.set_header("Etag", mark)
        if view is None:
            self.set_header("Cache-Control", "no-store")
            self.set_status(304)
            self.finish()
            return
        self.send_json(view)


class LiveAnswerHandler(LiveHandler):
    """Takes a phone's answer; the acknowledgement says that it is kept."""

    async def put(self, code: str, stop: str) -> None:
        """Keep the answer."""
        seat = self.request.headers.get(SEAT_HEADER, "")
        response = self.read_body().get("response")
        await self.ask(self._desk.answer, code, seat, int(stop), response)
        self.send_json({"saved": True})


def keep_purging(desk: PupilDesk) -> None:
    """Delete old rooms now and then, also where no teacher opens a new one."""

    async def purge() -> None:
        try:
            await asyncio.to_thread(desk.purge)
        except LachanError as fault:
            log.warning("Chưa xóa được phòng cũ: %s", fault)

    IOLoop.current().add_callback(purge)
    PeriodicCallback(purge, PURGE_EVERY_MS).start()


def live_handlers(desk: PupilDesk, door: LiveDoor) -> list[tuple[str, Any, dict[str, Any]]]:
    """Return the addresses of this module, relative to the server's."""
    shared = {"desk": desk, "door": door}
    return [
        (rf"{PAGE_PATH}/?", LivePageHandler, {}),
        (rf"{PAGE_PATH}/([A-Za-z0-9-]{{4,10}})", LivePageHandler, {}),
        (rf"{PAGE_PATH}/tep/([0-9a-f]+\.\w+)", ModuleFileHandler, {"module": MODULE}),
        (rf"{PAGE_PATH}/api/vao", LiveJoinHandler, shared),
        (rf"{PAGE_PATH}/api/phong/([A-Z0-9]{{6}})", LiveRoomHandler, shared),
        (rf"{PAGE_PATH}/api/phong/([A-Z0-9]{{6}})/cau/(\d{{1,3}})", LiveAnswerHandler, shared),
    ]
