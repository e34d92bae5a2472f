"""Practice: choose a topic, answer, see what to read again. Nothing is stored."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import traitlets as t

from lachan.content import Content
from lachan.domain.items import Item
from lachan.domain.kinds import Band, ItemType, Status, Use
from lachan.domain.lessons import Lesson
from lachan.domain.names import BAND_NAMES
from lachan.frontend import load_module, load_styles, load_texts
from lachan.frontend.explanation import citations_json
from lachan.frontend.media import load_media
from lachan.widgets.answering import Answering, Handler, Json, Message, MessageError
from lachan.widgets.draw import draw_items
from lachan.widgets.help import help_json


class Practice(Answering):
    """Practice over the ready practice items of `content`.

    The browser may preselect by its address: ``?cap=<band>`` or ``?chu-de=<topic>``.

    Parameters
    ----------
    content
        Loaded content.
    rng
        Draws items and mixes choices; None keeps the bank's order.
    lesson_href
        Address of a lesson, in which ``{slug}`` stands for its slug; empty names the lesson
        without a link.

    Attributes
    ----------
    stage
        ``choose``, ``run`` or ``result``.
    """

    _esm = load_module("practice")
    _css = load_styles("practice")

    stage = t.Unicode("choose").tag(sync=True)
    title = t.Unicode().tag(sync=True)
    menu: t.List[Json] = t.List().tag(sync=True)
    result = t.Dict().tag(sync=True)
    help = t.Dict().tag(sync=True)

    def __init__(
        self, content: Content, rng: Random | None = None, *, lesson_href: str = ""
    ) -> None:
        self._content = content
        self._rng = rng
        self._lesson_href = lesson_href
        self._topic: tuple[Band, str] | None = None
        self._pools = _group_by_topic(content.items)
        super().__init__(content.provisions, help=help_json(content), menu=self._menu_json())

    def handlers(self) -> dict[str, Handler]:
        """Return the base's handlers and those of choosing, ending and doing again."""
        return {
            **super().handlers(),
            "start": self._start,
            "finish": self._finish,
            "again": self._again,
            "leave": self._leave,
        }

    def _start(self, message: Message) -> None:
        topic = self._find_topic(message)
        length = message.get("length")
        # A JSON true would pass for the number 1.
        if topic is None or not isinstance(length, int) or isinstance(length, bool) or length < 0:
            raise MessageError(load_texts()["unknown_message"])
        self._topic = topic
        lesson = self._find_lesson()
        self.title = lesson.title if lesson else topic[1]
        self._run(draw_items(self._pools[topic], length, self._rng))

    def _run(self, items: Sequence[Item]) -> None:
        self.ask(items, load_media(self._content.root, items))
        self.stage = "run"

    def _finish(self, _message: Message) -> None:
        if self.stage != "run":
            raise MessageError(load_texts()["unknown_message"])
        self.result = self._result_json()
        self.stage = "result"

    def _again(self, _message: Message) -> None:
        missed = self._missed()
        if self.stage != "result" or not missed:
            raise MessageError(load_texts()["unknown_message"])
        self._run(missed)

    def _leave(self, _message: Message) -> None:
        self.ask((), {})
        self.stage = "choose"

    def _missed(self) -> list[Item]:
        return [item for item in self._asked.values() if not self.is_right(item.id)]

    def _find_topic(self, message: Message) -> tuple[Band, str] | None:
        wanted = (message.get("band"), message.get("topic"))
        return next((key for key in self._pools if (key[0].value, key[1]) == wanted), None)

    def _find_lesson(self) -> Lesson | None:
        lessons = self._content.lessons
        return next((each for each in lessons if (each.band, each.slug) == self._topic), None)

    def _menu_json(self) -> list[Json]:
        titles = {(lesson.band, lesson.slug): lesson.title for lesson in self._content.lessons}
        return [
            {
                "band": band.value,
                "label": BAND_NAMES[band],
                "topics": [
                    {"topic": key[1], "title": titles.get(key, key[1]), "count": len(pool)}
                    for key, pool in self._pools.items()
                    if key[0] is band
                ],
            }
            for band in dict.fromkeys(key[0] for key in self._pools)
        ]

    def _result_json(self) -> Json:
        states = {True: "right", False: "wrong", None: "open"}
        rows = [{"item": i, "state": states[self.is_right(i)]} for i in self._asked]
        lesson = self._find_lesson()
        return {
            "rows": rows,
            "right": sum(row["state"] == "right" for row in rows),
            "total": len(rows),
            "read": citations_json(self._missed(), self._provisions),
            "lesson": {
                "title": lesson.title if lesson else "",
                "href": self._lesson_href.replace("{slug}", lesson.slug) if lesson else "",
            },
        }


def _group_by_topic(items: Sequence[Item]) -> dict[tuple[Band, str], list[Item]]:
    """Return the items to practise by band and topic; essays need a person to mark them."""
    pools: dict[tuple[Band, str], list[Item]] = {}
    for item in sorted(items, key=lambda item: list(Band).index(item.band)):
        usable = item.use is Use.PRACTICE and item.status is Status.READY
        if usable and item.type is not ItemType.ESSAY:
            pools.setdefault((item.band, item.topic), []).append(item)
    return pools
