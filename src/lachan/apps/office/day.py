"""The day of a contest: the board, the wall, the acts and their log."""

from __future__ import annotations

from base64 import b64encode
from typing import TypedDict

from lachan.apps.office.form import FormReader
from lachan.apps.office.page import (
    UNKNOWN,
    Call,
    CallError,
    Reply,
    StaffPage,
    Values,
    read_reason,
    read_slug,
    read_who,
)
from lachan.apps.office.views.board import BoardJson, board_json
from lachan.apps.office.views.log import ActJson, log_json
from lachan.limits.office import LONGEST_MESSAGE, MOST_EXTRA_MINUTES, MOST_LISTED
from lachan.qr_codes import render_qr
from lachan.text import format_moment


class LookedJson(BoardJson):
    """The board; ``crowded`` where too many are listed to show them all."""

    crowded: bool


class InviteJson(TypedDict):
    """A contest's address, and its QR code as a data URL; both empty where there is no room."""

    address: str
    qr: str


class NewCodeJson(TypedDict):
    code: str


class LogJson(TypedDict):
    acts: list[ActJson]


class Day:
    """The calls while a contest runs."""

    def __init__(self, page: StaffPage) -> None:
        self._page = page

    def calls(self) -> dict[str, Call]:
        """Return what answers which name."""
        return {"look": self._look, "invite": self._invite, "act": self._act, "log": self._log}

    def _look(self, values: Values) -> Reply:
        slug, room = read_slug(values), read_room(values)
        numbers = self._page.board(slug, seats=False)
        listed = sum(count.listed for count in numbers.counts)
        wanted = values.get("seats") is True
        crowded = wanted and listed > MOST_LISTED.value and not room
        board = self._page.board(slug, room) if wanted and not crowded else numbers
        declared = self._page.staff.declaration(slug)
        state, query = str(values.get("state") or ""), str(values.get("query") or "")[:100]
        told = board_json(board, declared, room=room, state=state, query=query)
        looked: LookedJson = {**told, "crowded": crowded}
        return Reply(looked)

    def _invite(self, values: Values) -> Reply:
        """Return the contest's address with its QR code, for the wall."""
        address = self._page.find_address(read_slug(values))
        invite: InviteJson = {"address": address, "qr": ""}
        if address:
            picture = b64encode(render_qr(address).encode()).decode()
            invite["qr"] = f"data:image/svg+xml;base64,{picture}"
        return Reply(invite)

    def _act(self, values: Values) -> Reply:
        """Do one act of the day."""
        acts = {
            "pause": self._pause,
            "resume": self._resume,
            "extend": self._give_time,
            "reopen": self._give_time,
            "renew_code": self._renew_code,
            "message": self._tell_all,
            "move_closing": self._move_closing,
            "cancel": self._cancel,
        }
        act = acts.get(str(values.get("act")))
        if act is None:
            raise CallError(UNKNOWN)
        return act(values)

    def _pause(self, values: Values) -> Reply:
        slug, room = read_slug(values), read_room(values)
        self._page.staff.pause(slug, room, who=read_who(values), reason=read_reason(values))
        return Reply({})

    def _resume(self, values: Values) -> Reply:
        self._page.staff.resume(read_slug(values), read_room(values), who=read_who(values))
        return Reply({})

    def _give_time(self, values: Values) -> Reply:
        again = values.get("act") == "reopen"
        form = FormReader(values)
        minutes = form.whole("minutes", 0 if again else 1, MOST_EXTRA_MINUTES.value)
        form.check()
        give = self._page.staff.reopen if again else self._page.staff.extend
        person = str(values.get("person") or "")
        signed = {"who": read_who(values), "reason": read_reason(values)}
        deadline = give(read_slug(values), person, minutes, **signed)
        return Reply({"deadline": format_moment(deadline)})

    def _renew_code(self, values: Values) -> Reply:
        person = str(values.get("person") or "")
        signed = {"who": read_who(values), "reason": read_reason(values)}
        code = self._page.staff.renew_code(read_slug(values), person, **signed)
        renewed: NewCodeJson = {"code": code}
        return Reply(renewed)

    def _tell_all(self, values: Values) -> Reply:
        form = FormReader(values)
        text = form.words("text", longest=LONGEST_MESSAGE.value)
        form.check()
        self._page.staff.message(read_slug(values), text, who=read_who(values))
        return Reply({})

    def _move_closing(self, values: Values) -> Reply:
        form = FormReader(values)
        closes = form.moment("closes", "Hãy chọn ngày và giờ đóng mới.")
        form.check()
        signed = {"who": read_who(values), "reason": read_reason(values)}
        self._page.staff.move_closing(read_slug(values), closes, **signed)
        return Reply({})

    def _cancel(self, values: Values) -> Reply:
        signed = {"who": read_who(values), "reason": read_reason(values)}
        self._page.staff.cancel(read_slug(values), **signed)
        return Reply({})

    def _log(self, values: Values) -> Reply:
        acts = self._page.staff.list_acts(read_slug(values))
        log: LogJson = {"acts": log_json(acts, self._page.board(read_slug(values)).people)}
        return Reply(log)


def read_room(values: Values) -> str:
    """Return which room a message is about, "" for all."""
    return str(values.get("room") or "")
