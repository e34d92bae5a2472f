"""What all widgets with questions share: they show items, take answers, give feedback.

The browser only asks. It sends messages, and all state that it sees is made here; nothing
it writes into a trait is taken over, so no key can be lured out and no result forged.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NoReturn

import anywidget
import traitlets as t

from lachan.domain.items import Item
from lachan.domain.kinds import Band
from lachan.domain.law import Provision
from lachan.domain.practice.items import require_practice
from lachan.errors import LachanError
from lachan.frontend import load_texts
from lachan.grading import parse_response
from lachan.wire.feedback import FeedbackJson, feedback_json
from lachan.wire.public_item import ItemJson, public_json

Message = Mapping[str, object]
Handler = Callable[[Message], None]


class MessageError(LachanError):
    """A message from a browser that a widget cannot act on."""


class Answering(anywidget.AnyWidget):
    """Base of the widgets that ask questions.

    Attributes
    ----------
    items
        The items on show, without keys.
    feedback
        By item id, for answered items only.
    texts
        The catalogue of what the screen says.
    media
        Data URLs of pictures, by path.
    notice
        What the person should know about the last message; empty when all went well.
    """

    items: t.List[ItemJson] = t.List().tag(sync=True, wire=list[ItemJson])
    feedback = t.Dict().tag(sync=True, wire=dict[str, FeedbackJson])
    texts = t.Dict().tag(sync=True, wire=dict[str, str])
    media = t.Dict().tag(sync=True, wire=dict[str, str])
    notice = t.Unicode().tag(sync=True)

    def __init__(self, provisions: Mapping[str, Provision], **traits: object) -> None:
        self._provisions = provisions
        self._asked: dict[str, Item] = {}
        self._feedback: dict[str, FeedbackJson] = {}
        super().__init__(texts=load_texts(), **traits)
        self.on_msg(lambda _widget, content, _buffers: self.receive(content))

    def set_state(self, sync_data: object) -> None:
        """Take over nothing that a browser writes into the traits."""

    def receive(self, message: object) -> None:
        """Act on one message from the browser; what is wrong with it goes into `notice`."""
        self.notice = ""
        try:
            self._find_handler(message, self.handlers())(message)  # type: ignore[arg-type]
        except LachanError as error:
            self.notice = str(error)

    def handlers(self) -> dict[str, Handler]:
        """Return what acts on each type of message; subclasses add their own."""
        return {"answer": self._answer, "retry": self._retry}

    def ask(self, items: Sequence[Item], media: Mapping[str, str]) -> None:
        """Put `items` on show, unanswered.

        Raises
        ------
        ContestItemError
            When one is for contests.
        """
        require_practice(items)
        self._asked = {item.id: item for item in items}
        self._feedback = {}
        self.media = dict(media)
        self.feedback = {}
        self.items = [public_json(item) for item in items]

    def speak_to(self, band: Band | None) -> None:
        """Put the screen in the words for a band; None speaks to everyone."""
        self.texts = load_texts(band)

    def forget(self, item_id: str) -> None:
        """Take the feedback on an item back, so that it can be asked again."""
        self._feedback.pop(item_id, None)
        self.feedback = dict(self._feedback)

    def is_right(self, item_id: str) -> bool | None:
        """Tell whether the item's last answer was fully right; None while nothing judged it."""
        feedback = self._feedback.get(item_id)
        return None if feedback is None else feedback["correct"]

    def _find_handler(self, message: object, handlers: Mapping[str, Handler]) -> Handler:
        kind = message.get("type") if isinstance(message, dict) else None
        handler = handlers.get(kind) if isinstance(kind, str) else None
        return handler or self._refuse()

    def _refuse(self) -> NoReturn:
        raise MessageError(self.texts["unknown_message"])

    def _answer(self, message: Message) -> None:
        item = self._get_asked(message)
        response = parse_response(item, message.get("response"))
        self._feedback[item.id] = feedback_json(item, response, self._provisions)
        self.feedback = dict(self._feedback)

    def _retry(self, message: Message) -> None:
        self.forget(self._get_asked(message).id)

    def _get_asked(self, message: Message) -> Item:
        name = message.get("item")
        item = self._asked.get(name) if isinstance(name, str) else None
        if item is None:
            raise MessageError(self.texts["unknown_item"])
        return item
