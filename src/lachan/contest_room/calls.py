"""The addresses that the room's page calls: JSON in, JSON out, the session in a cookie."""

from __future__ import annotations

import math
import mimetypes
from http import HTTPStatus
from typing import Any, Literal, NotRequired, TypedDict

from tornado.web import HTTPError

from lachan.contest_room.gate import comes_from_our_page, name_visitor
from lachan.contest_room.handlers import RoomHandler
from lachan.contest_room.messages import (
    MessageError,
    parse_answers,
    parse_body,
    parse_prediction,
    parse_text,
)
from lachan.contest_room.replies import render_reply
from lachan.errors import LachanError
from lachan.limits.contest_room import LONGEST_TOKEN, SESSION
from lachan.store import StoreBusyError
from lachan.workflows.contests.views import ContestError, ContestView, EntryError, Refusal

COOKIE = "lachan-thi"


class OutsideJson(TypedDict):
    """What stands for an attempt where there is nobody to have one."""

    state: Literal["outside"]
    contest: ContestView


class RefusalJson(TypedDict):
    """Why something was not done: for the page, and for the person; a fault has a code."""

    reason: str
    message: str
    incident: NotRequired[str]


_STATUS = {
    Refusal.SIGNED_OUT: HTTPStatus.UNAUTHORIZED,
    Refusal.UNKNOWN_CONTEST: HTTPStatus.NOT_FOUND,
    Refusal.UNKNOWN_CODE: HTTPStatus.FORBIDDEN,
    Refusal.BAD_CODE: HTTPStatus.FORBIDDEN,
}


class CallHandler(RoomHandler):
    """A handler whose faults are JSON: ``reason`` for the page, ``message`` for the person."""

    def prepare(self) -> None:
        """Refuse what would change something and does not come from our page."""
        if self.request.method not in ("GET", "HEAD") and not comes_from_our_page(self.request):
            raise HTTPError(403)

    @property
    def token(self) -> str:
        """The session's token; empty where there is none."""
        token = self.get_cookie(COOKIE) or ""
        return token if len(token) <= LONGEST_TOKEN.value else ""

    @property
    def visitor(self) -> str:
        """The address that the request counts for."""
        return name_visitor(self.request, self.room.visitor_key)

    def message(self) -> dict[str, Any]:
        """Return the request's JSON object."""
        return parse_body(self.request.body)

    def ask_to_wait(self, wait_s: float, why: str) -> None:
        """Answer that whoever asks is to come again later."""
        seconds = math.ceil(wait_s)
        wait = f"{seconds} giây" if seconds < 90 else f"{math.ceil(seconds / 60)} phút"
        self.set_status(HTTPStatus.TOO_MANY_REQUESTS)
        self.set_header("Retry-After", str(seconds))
        self.refuse({"reason": "too_many", "message": f"{why} Hãy chờ {wait} rồi thử lại."})

    async def get_contest(self, slug: str) -> ContestView:
        """Return a contest as anyone may see it, or refuse."""
        contest = await self.room.find_contest(slug)
        if contest is None:
            raise ContestError(Refusal.UNKNOWN_CONTEST, "Không có cuộc thi này.")
        return contest

    def refuse(self, why: RefusalJson) -> None:
        """Answer that something was not done."""
        self.reply(why)

    def reply(self, value: object) -> None:
        """Answer with JSON."""
        self.set_header("Content-Type", "application/json; charset=UTF-8")
        self.set_header("Cache-Control", "no-store")
        self.finish(render_reply(value))

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """Answer a fault: a refusal of the desk as itself, anything else by its status."""
        error = kwargs.get("exc_info", (None, None, None))[1]
        if isinstance(error, ContestError):
            self.set_status(_STATUS.get(error.reason, HTTPStatus.CONFLICT))
            self.refuse({"reason": error.reason, "message": str(error)})
        elif isinstance(error, StoreBusyError):
            self.set_status(HTTPStatus.SERVICE_UNAVAILABLE)
            self.set_header("Retry-After", "1")
            self.refuse({"reason": "busy", "message": str(error)})
        elif isinstance(error, MessageError):
            self.set_status(HTTPStatus.BAD_REQUEST)
            self.refuse({"reason": "bad_request", "message": str(error)})
        elif status_code < 500:
            self.refuse({"reason": "refused", "message": "Yêu cầu này không được nhận."})
        else:
            self._tell_fault(self.find_incident(status_code))

    def log_exception(self, typ: Any, value: Any, tb: Any) -> None:
        """Leave refusals out of the log: they are answers, not faults."""
        if not isinstance(value, LachanError):
            super().log_exception(typ, value, tb)

    def _tell_fault(self, incident: str) -> None:
        message = (
            "Máy chủ gặp trục trặc; các câu đã ghi vẫn còn. Hãy thử lại sau ít phút. Nếu vẫn "
            f"vậy, báo người coi thi mã sự cố {incident}."
        )
        self.refuse({"reason": "fault", "message": message, "incident": incident})


class ContestHandler(CallHandler):
    """The contest as anyone may see it."""

    async def get(self, slug: str) -> None:
        """Answer with the contest."""
        self.reply(await self.get_contest(slug))


class PracticeHandler(CallHandler):
    """The trial question, which counts for nothing."""

    async def post(self, slug: str) -> None:
        """Answer with what a practice quiz shows after an answer."""
        value = self.message().get("value")
        self.reply(await self.room.ask(self.room.desk.try_practice, slug, value))


class EnterHandler(CallHandler):
    """The door."""

    async def post(self, slug: str) -> None:
        """Open a session: a right code at once, whoever else guesses from the same address."""
        message = self.message()
        code, device = parse_text(message, "code"), parse_text(message, "device")
        limits, visitor = self.room.limits, self.visitor
        wait_s = limits.find_wait_s(visitor, code)
        if wait_s > 0:
            self.ask_to_wait(wait_s, "Đã vào nhiều lần.")
            return
        try:
            if limits.find_guess_wait_s(visitor) > 0:
                # Guesses cost a reading now, and no turn of those who write.
                await self.room.ask(self.room.desk.check_code, slug, code)
            session = await self.room.ask(self.room.desk.enter, slug, code, device)
        except EntryError as error:
            # A slip of the finger shows in the check character and tells a guesser nothing.
            if error.reason is Refusal.UNKNOWN_CODE and self._slow_down(visitor, error):
                return
            raise
        limits.record_entry(visitor, code)
        self._open_session(slug, session.token)
        self.reply(session)

    def _slow_down(self, visitor: str, error: EntryError) -> bool:
        """Count a guess; tell whether it was answered, since its address has made many."""
        limits = self.room.limits
        wait_s = limits.find_guess_wait_s(visitor)
        if wait_s > 0:
            self.ask_to_wait(wait_s, f"{error} Từ mạng này đã có nhiều mã sai.")
        else:
            limits.record_guess(visitor)
        return wait_s > 0

    def _open_session(self, slug: str, token: str) -> None:
        self.set_cookie(
            COOKIE,
            token,
            expires_days=SESSION.value / 86400,
            path=f"{self.room.base_url}{slug}/",
            httponly=True,
            samesite="Strict",
            secure=self.request.protocol == "https",
        )


class LeaveHandler(CallHandler):
    """The way out on a shared computer."""

    async def post(self, slug: str) -> None:
        """End this device's session; the attempt stays as it is."""
        if self.token:
            await self.room.ask(self.room.desk.leave, self.token)
        self.clear_cookie(COOKIE, path=f"{self.room.base_url}{slug}/")
        self.reply({})


class StartHandler(CallHandler):
    """The beginning of an attempt."""

    async def post(self, _slug: str) -> None:
        """Begin, or go on with the attempt under way."""
        self.reply(await self.room.ask(self.room.desk.start, self.token))


class AttemptHandler(CallHandler):
    """Everything after a reload."""

    async def get(self, slug: str) -> None:
        """Answer with the attempt; with the contest alone where nobody is in, which is no fault."""
        try:
            view = await self.room.ask(self.room.desk.read, self.token) if self.token else None
        except ContestError as error:
            if error.reason is not Refusal.SIGNED_OUT:
                raise
            view = None
        if view is None:
            contest = await self.get_contest(slug)
            outside: OutsideJson = {"state": "outside", "contest": contest}
            self.reply(outside)
        else:
            self.reply(view)


class SaveHandler(CallHandler):
    """Answers, and signs of life without any."""

    async def post(self, _slug: str) -> None:
        """Answer once what was sent is durable; who saves without pause is asked to wait."""
        answers = parse_answers(self.message())
        wait_s = self.room.limits.count_save(self.token)
        if wait_s > 0:
            self.ask_to_wait(wait_s, "Máy này đang lưu quá nhanh; câu trả lời vẫn được giữ.")
            return
        self.reply(await self.room.ask(self.room.desk.save, self.token, answers))


class SubmitHandler(CallHandler):
    """The end of an attempt."""

    async def post(self, _slug: str) -> None:
        """Answer with the receipt, the same one however often it is asked for."""
        prediction = parse_prediction(self.message())
        self.reply(await self.room.ask(self.room.desk.submit, self.token, prediction))


class ResultHandler(CallHandler):
    """What may be seen after submitting."""

    async def get(self, _slug: str) -> None:
        """Answer with the receipt and what the contest reveals."""
        self.reply(await self.room.ask(self.room.desk.result, self.token))


class PictureHandler(CallHandler):
    """A picture of a question that the session's own form holds."""

    async def get(self, _slug: str, path: str) -> None:
        """Send it; anything but a picture is not found."""
        kind, _ = mimetypes.guess_type(path)
        if kind is None or not kind.startswith("image/"):
            raise HTTPError(404)
        picture = await self.room.ask(self.room.desk.find_picture, self.token, path)
        if picture is None:
            raise HTTPError(404)
        self.set_header("Content-Type", kind)
        self.set_header("Cache-Control", "private, max-age=3600")
        self.finish(picture)


CALLS: dict[str, type[CallHandler]] = {
    "contest": ContestHandler,
    "practice": PracticeHandler,
    "enter": EnterHandler,
    "leave": LeaveHandler,
    "start": StartHandler,
    "attempt": AttemptHandler,
    "save": SaveHandler,
    "submit": SubmitHandler,
    "result": ResultHandler,
}
"""By the name that the page uses, below ``<contest>/goi/``."""
