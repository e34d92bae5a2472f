"""The lesson player: a list of lessons, and one open lesson step by step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

import traitlets as t

from lachan.content import Content
from lachan.domain.items import Item
from lachan.errors import LachanError
from lachan.frontend import load_module, load_styles
from lachan.widgets.answering import Answering, Handler, Message, MessageError
from lachan.wire import NothingJson
from lachan.wire.help import HelpJson, help_json
from lachan.wire.lesson import LessonCardJson, LessonJson, card_json, lesson_json
from lachan.wire.media import load_media


class LinkJson(TypedDict):
    label: str
    href: str


class LessonPlayer(Answering):
    """Lessons for a class or for one pupil.

    The browser opens the lesson that its address names (``?bai=<slug>``) and remembers the
    step in the address's fragment.

    Parameters
    ----------
    content
        Loaded content.
    staff
        Sends teachers' notes and plans, and shows a timer. Never true on a pupils' page.
    lesson
        Slug or id of the lesson to open at once; empty shows the list.
    links
        Pairs of a label and an address in which ``{slug}`` stands for the open lesson, such
        as ``("Phiếu học tập", "/phieu/{slug}.pdf")``.
    presenter
        Address of the staff's own page of lessons, where a presenter's window opens beside the
        class's; empty where there is none, such as in JupyterLab.
    lookup
        Address of the page on which the law is looked up; empty where there is none.
    """

    _esm = load_module("lesson/lesson")
    _css = load_styles("lesson/lesson")

    index: t.List[LessonCardJson] = t.List().tag(sync=True, wire=list[LessonCardJson])
    lesson = t.Dict().tag(sync=True, wire=LessonJson | NothingJson)
    help = t.Dict().tag(sync=True, wire=HelpJson)
    links: t.List[LinkJson] = t.List().tag(sync=True, wire=list[LinkJson])
    staff = t.Bool().tag(sync=True)
    presenter = t.Unicode().tag(sync=True)
    lookup = t.Unicode().tag(sync=True)

    def __init__(
        self,
        content: Content,
        staff: bool = False,
        *,
        lesson: str = "",
        links: Sequence[tuple[str, str]] = (),
        presenter: str = "",
        lookup: str = "",
    ) -> None:
        self._content = content
        self._link_patterns = tuple(links)
        super().__init__(
            content.provisions,
            help=help_json(content),
            staff=staff,
            presenter=presenter if staff else "",
            lookup=lookup,
        )
        self.index = [card_json(each, content.origin_of(each)) for each in content.lessons]
        if lesson:
            self.open_lesson(lesson)

    def handlers(self) -> dict[str, Handler]:
        """Return the base's handlers and ``open``."""
        return {**super().handlers(), "open": self._open}

    def open_lesson(self, name: str) -> None:
        """Open the lesson with this slug or id; an empty name goes back to the list.

        Raises
        ------
        LachanError
            When there is no such lesson.
        """
        if not name:
            self.speak_to(None)
            self.lesson = {}
            return
        lesson = self._content.get_lesson(name)
        self.speak_to(lesson.band)
        items = [item for item in map(self._find_item, lesson.item_ids) if item]
        texts = [block.content for block in lesson.blocks]
        self.ask(items, load_media(self._content.folders, items, texts))
        self.links = [
            {"label": label, "href": href.replace("{slug}", lesson.slug)}
            for label, href in self._link_patterns
        ]
        shown = frozenset(item.id for item in items)
        comic = self._content.comic_of(lesson)
        self.lesson = dict(lesson_json(lesson, shown, staff=self.staff, comic=comic))

    def _open(self, message: Message) -> None:
        name = message.get("lesson")
        try:
            self.open_lesson(name if isinstance(name, str) else "?")
        except LachanError as error:
            raise MessageError(self.texts["unknown_lesson"]) from error

    def _find_item(self, item_id: str) -> Item | None:
        """Return an item that may be asked; the content check reports the others."""
        try:
            item = self._content.get_item(item_id)
        except LachanError:
            return None
        return item if item.may_be_practised else None
