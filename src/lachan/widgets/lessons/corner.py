"""The teachers' corner: lessons and questions to be found, and what to do with each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

import anywidget
import traitlets as t

from lachan.content import Content
from lachan.domain.kinds import Band
from lachan.frontend import load_module, load_styles, load_texts
from lachan.markup import render_plain
from lachan.widgets.lessons.player import LinkJson
from lachan.wire.lesson import LessonCardJson, card_json


class FoundItemJson(TypedDict):
    """A question that may be found by its words, with the lesson that it belongs to."""

    stem: str
    band: Band
    topic: str


class LessonCorner(anywidget.AnyWidget):
    """Cards of all lessons, each with one thing to do and a menu of the others.

    It is for staff, though it holds no key: what it leads to is theirs.

    Parameters
    ----------
    content
        Loaded content.
    links
        Pairs of a label and an address in which ``{slug}`` and ``{band}`` stand for the lesson;
        the first is what a teacher mostly wants.
    ask
        Address, with the same two, at which a question's class is asked.
    lookup
        Address of the page on which the law is looked up; empty where there is none.
    """

    _esm = load_module("lesson/corner")
    _css = load_styles("lesson/corner")

    index: t.List[LessonCardJson] = t.List().tag(sync=True, wire=list[LessonCardJson])
    questions: t.List[FoundItemJson] = t.List().tag(sync=True, wire=list[FoundItemJson])
    links: t.List[LinkJson] = t.List().tag(sync=True, wire=list[LinkJson])
    ask = t.Unicode().tag(sync=True)
    lookup = t.Unicode().tag(sync=True)
    texts = t.Dict().tag(sync=True, wire=dict[str, str])

    def __init__(
        self, content: Content, links: Sequence[tuple[str, str]], *, ask: str, lookup: str = ""
    ) -> None:
        questions: list[FoundItemJson] = [
            {
                "stem": " ".join(render_plain(item.stem).split()),
                "band": item.band,
                "topic": item.topic,
            }
            for item in content.items
            if item.may_be_practised
        ]
        super().__init__(
            index=[card_json(each, content.origin_of(each)) for each in content.lessons],
            questions=questions,
            links=[{"label": label, "href": href} for label, href in links],
            ask=ask,
            lookup=lookup,
            texts=load_texts(),
        )

    def set_state(self, sync_data: object) -> None:
        """Take over nothing that a browser writes into the traits."""
