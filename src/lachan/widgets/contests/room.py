"""The contest room inside a notebook: the same modules, with the kernel as their way out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import anywidget
import traitlets as t

from lachan.domain.kinds import Band
from lachan.frontend import load_module, load_styles, load_texts
from lachan.widgets.contests.room_link import RoomLink


class ContestRoom(anywidget.AnyWidget):
    """What a contestant sees; all that counts happens in the room's own server.

    Parameters
    ----------
    address
        The room's address, with a slash at its end.
    find_pass
        See `RoomLink`.
    """

    _esm = load_module("room/widget")
    _css = load_styles("room/widget")

    texts = t.Dict().tag(sync=True, wire=dict[str, str])

    def __init__(self, address: str, find_pass: Callable[[], str] = str, **traits: object) -> None:
        self._link = RoomLink(address, find_pass)
        super().__init__(texts=load_texts(), **traits)
        self.on_msg(lambda _widget, content, _buffers: self.receive(content))

    def set_state(self, sync_data: object) -> None:
        """Take over nothing that a browser writes into the traits."""

    def receive(self, message: object) -> None:
        """Pass one question on and send its answer back; what is no question is dropped."""
        if isinstance(message, dict) and isinstance(message.get("id"), int):
            self.send({"id": message["id"], **self.answer(message)})

    def answer(self, message: Mapping[str, Any]) -> dict[str, Any]:
        """Return ``status`` and ``body`` of the room's answer."""
        slug, name = str(message.get("slug", "")), str(message.get("name", ""))
        if name == "list":
            status, body = self._link.list_contests()
        elif name == "picture":
            status, body = 200, self._link.find_picture(slug, str(message.get("message", "")))
        elif name == "words":
            status, body = self._find_words(slug)
        else:
            status, body = self._link.ask(slug, name, message.get("message"))
        return {"status": status, "body": body}

    def _find_words(self, slug: str) -> tuple[int, Any]:
        """Return the words of a contest's room: pupils are spoken to as pupils."""
        status, contest = self._link.ask(slug, "contest")
        return (status, load_texts(Band(contest["band"]))) if status == 200 else (status, {})
