"""Practice: choose a topic, answer, meet again what went wrong, see what to read again.

Nothing is stored: what a reload needs is with the browser.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Literal, TypedDict

import traitlets as t

from lachan.content import Content
from lachan.domain.items import Item
from lachan.domain.practice.draw import draw_items
from lachan.errors import LachanError
from lachan.frontend import load_module, load_styles
from lachan.widgets.answering import Answering, Handler, Message, MessageError
from lachan.widgets.practice.marks import Mark, PracticeMarks
from lachan.widgets.practice.session import PracticeSession, SessionJson, mark_items, parse_session
from lachan.widgets.practice.spacing import Spacing, start_spacing
from lachan.wire import NothingJson
from lachan.wire.explanation import CitationJson, citations_json
from lachan.wire.help import HelpJson, help_json
from lachan.wire.media import load_media
from lachan.wire.practice_topics import (
    BandJson,
    LessonLinkJson,
    Topic,
    find_lesson,
    find_topic,
    group_by_topic,
    lesson_json,
    menu_json,
)


class ProgressJson(TypedDict):
    """``done`` of ``total`` items are over; ``waiting`` have been put off or come back."""

    done: int
    total: int
    waiting: int


class TurnJson(ProgressJson):
    """The question on show; ``is_return`` where it was wrong before, ``comes_back`` where it is."""

    item: str
    answered: bool
    is_return: bool
    comes_back: bool


class ResultRowJson(TypedDict):
    item: str
    state: Mark


class ResultJson(TypedDict):
    """What was right, and what to read again."""

    rows: list[ResultRowJson]
    right: int
    total: int
    read: list[CitationJson]
    lesson: LessonLinkJson


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
    turn
        The question on show, whether it is answered, and how far the practice has come.
    session
        What the browser sends back after a reload; empty when there is nothing to go on with.
    """

    _esm = load_module("practice/practice")
    _css = load_styles("practice/practice")

    stage = t.Unicode("choose").tag(sync=True, wire=Literal["choose", "run", "result"])
    title = t.Unicode().tag(sync=True)
    menu: t.List[BandJson] = t.List().tag(sync=True, wire=list[BandJson])
    turn = t.Dict().tag(sync=True, wire=TurnJson)
    result = t.Dict().tag(sync=True, wire=ResultJson)
    session = t.Dict().tag(sync=True, wire=SessionJson | NothingJson)
    help = t.Dict().tag(sync=True, wire=HelpJson)

    def __init__(
        self, content: Content, rng: Random | None = None, *, lesson_href: str = ""
    ) -> None:
        self._content = content
        self._rng = rng
        self._lesson_href = lesson_href
        self._pools = group_by_topic(content.items)
        self._topic: Topic | None = None
        self._spacing = Spacing(())
        self._marks = PracticeMarks()
        self._record: PracticeSession | None = None
        super().__init__(
            content.provisions,
            help=help_json(content),
            menu=menu_json(self._pools, content.lessons),
        )

    def handlers(self) -> dict[str, Handler]:
        """Return what starts, leaves and resumes, and what happens within a practice."""
        within = {name: self._recorded(act) for name, act in self._acts().items()}
        return {**within, "start": self._start, "leave": self._leave, "resume": self._resume}

    def _acts(self) -> dict[str, Handler]:
        return {
            "answer": self._answer,
            "next": self._next,
            "later": self._later,
            "finish": self._finish,
            "again": self._again,
        }

    def _recorded(self, act: Handler) -> Handler:
        def recorded(message: Message) -> None:
            act(message)
            if self._record:
                self._record = self._record.followed_by(message)
                self.session = dict(self._record.to_json())

        return recorded

    def _start(self, message: Message) -> None:
        self._begin(message, self._rng.getrandbits(32) if self._rng else None)

    def _begin(self, message: Message, seed: int | None) -> None:
        topic = find_topic(self._pools, message)
        length = message.get("length")
        # A JSON true would pass for the number 1.
        if topic is None or not isinstance(length, int) or isinstance(length, bool) or length < 0:
            self._refuse()
        self._topic = topic
        self.speak_to(topic[0])
        lesson = find_lesson(self._content.lessons, topic)
        self.title = lesson.title if lesson else topic[1]
        pool = self._pools[topic]
        start = {"band": topic[0].value, "topic": topic[1], "length": length}
        self._record = PracticeSession(start, seed, mark_items(pool))
        self.session = dict(self._record.to_json())
        # Nobody is to be kept from guessing the order: the seed goes to the browser.
        rng = None if seed is None else Random(seed)  # noqa: S311
        self._run(draw_items(pool, length, rng))

    def _run(self, items: Sequence[Item]) -> None:
        self.ask(items, load_media(self._content.folders, items))
        self._marks = PracticeMarks()
        self._spacing = start_spacing(item.id for item in items)
        self._show_turn()
        self.stage = "run"

    def _answer(self, message: Message) -> None:
        if not self._is_asking(message.get("item")):
            self._refuse()
        super()._answer(message)
        item_id = self._spacing.queue[0]
        right = self.is_right(item_id) is True
        self._marks.add(item_id, right)
        was_return = self._spacing.is_return
        self._spacing = self._spacing.answered(right)
        self._tell_turn(answered=True, is_return=was_return, item_id=item_id)

    def _next(self, _message: Message) -> None:
        if self.stage != "run" or not self.turn["answered"] or self._spacing.is_over:
            self._refuse()
        self._show_turn()

    def _later(self, _message: Message) -> None:
        if not self._is_asking(self.turn.get("item")):
            self._refuse()
        self._spacing = self._spacing.put_off()
        self._show_turn()

    def _is_asking(self, item_id: object) -> bool:
        asking = self.stage == "run" and not self.turn["answered"]
        return asking and item_id == self._spacing.queue[0]

    def _show_turn(self) -> None:
        item_id = self._spacing.queue[0]
        self.forget(item_id)
        self._tell_turn(answered=False, is_return=self._spacing.is_return, item_id=item_id)

    def _tell_turn(self, *, answered: bool, is_return: bool, item_id: str) -> None:
        turn: TurnJson = {
            **self._progress(),
            "item": item_id,
            "answered": answered,
            "is_return": is_return,
            "comes_back": answered and item_id in self._spacing.queue,
        }
        self.turn = dict(turn)

    def _progress(self) -> ProgressJson:
        total = len(self._asked)
        left = len(self._spacing.queue)
        return {"done": total - left, "total": total, "waiting": self._spacing.waiting}

    def _finish(self, _message: Message) -> None:
        if self.stage != "run":
            self._refuse()
        self.result = dict(self._result_json())
        self.stage = "result"

    def _again(self, _message: Message) -> None:
        missed = [item for item in self._asked.values() if not self._marks.ended_right(item.id)]
        if self.stage != "result" or not missed:
            self._refuse()
        self._run(missed)

    def _leave(self, _message: Message) -> None:
        self._record = None
        self.session = {}
        self.ask((), {})
        self.speak_to(None)
        self.stage = "choose"

    def _resume(self, message: Message) -> None:
        with self.hold_sync():
            try:
                self._play(parse_session(message.get("session")))
            except LachanError as error:
                self._leave({})
                raise MessageError(self.texts["practice_not_resumed"]) from error

    def _play(self, session: PracticeSession) -> None:
        self._begin(session.start, session.seed)
        if self.session["mark"] != session.mark:
            self._refuse()
        acts = {name: self._recorded(act) for name, act in self._acts().items()}
        for event in session.events:
            self._find_handler(event, acts)(event)

    def _result_json(self) -> ResultJson:
        marks = self._marks
        rows: list[ResultRowJson] = [
            {"item": name, "state": marks.state(name)} for name in self._asked
        ]
        missed = [item for item in self._asked.values() if marks.state(item.id) != "right"]
        lesson = find_lesson(self._content.lessons, self._topic)
        return {
            "rows": rows,
            "right": sum(map(marks.ended_right, self._asked)),
            "total": len(rows),
            "read": citations_json(missed, self._provisions),
            "lesson": lesson_json(lesson, self._lesson_href),
        }
