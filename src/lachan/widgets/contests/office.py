"""The organisers' office inside a notebook: the page asks, the kernel answers, nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

import anywidget
import traitlets as t

from lachan.frontend import load_module, load_office_texts, load_styles


class Answered(Protocol):
    """An answer: JSON, and the bytes of a file where it is one."""

    @property
    def body(self) -> Mapping[str, object]: ...
    @property
    def data(self) -> bytes: ...


Answer = Callable[[str, Mapping[str, Any], bytes], Answered]


class ContestOfficePage(anywidget.AnyWidget):
    """What an organiser sees; all that it shows is asked for by messages.

    Parameters
    ----------
    answer
        Gives the answer to a message, by its name, values and a piece of a file.
    school
        The school's name, to fill forms with.
    """

    _esm = load_module("office/office")
    _css = load_styles("office/office")

    words = t.Dict().tag(sync=True, wire=dict[str, str])
    school = t.Unicode().tag(sync=True)

    def __init__(self, answer: Answer, school: str = "") -> None:
        self._answer = answer
        super().__init__(words=load_office_texts(), school=school)
        self.on_msg(lambda _widget, content, buffers: self.receive(content, buffers))

    def set_state(self, sync_data: object) -> None:
        """Take over nothing that a browser writes into the traits."""

    def receive(self, message: object, buffers: Sequence[Any] = ()) -> None:
        """Answer one question; what is no question is dropped."""
        if not isinstance(message, dict) or not isinstance(message.get("id"), int):
            return
        values = message.get("values")
        piece = bytes(buffers[0]) if buffers else b""
        told = self._answer(
            str(message.get("name")), values if isinstance(values, dict) else {}, piece
        )
        self.send(
            {"id": message["id"], "body": told.body}, buffers=[told.data] if told.data else None
        )
