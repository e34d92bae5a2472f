"""A room as the class's screen shows it at each stop."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypedDict

from lachan.content import Content
from lachan.domain.items import Item
from lachan.domain.lessons import Lesson
from lachan.domain.live.hands import Hands
from lachan.domain.live.live_class import Asking, Plan, Room, Round, StopKind
from lachan.domain.live.privacy import is_guarded
from lachan.wire.chart import Answers, SummaryJson, summary_row
from lachan.wire.feedback import FeedbackJson, feedback_json
from lachan.wire.gain import GainJson, gain_json
from lachan.wire.hands import HandsJson, hands_json
from lachan.wire.live_items import find_room_item
from lachan.wire.practice_topics import LessonLinkJson, find_lesson, lesson_json
from lachan.wire.public_item import ItemJson, public_json


class RoomJson(TypedDict):
    """Where a class is.

    ``number`` of ``total`` questions of this round; ``last`` where no question of it follows;
    ``early`` where the chart is shown while the question is open; ``guarded`` where it may not be;
    ``hands`` what raised hands are counted for; ``kept_until`` when the room
    is deleted.
    """

    code: str
    title: str
    plan: Plan
    version: int
    ended: bool
    kind: StopKind
    round: Round
    state: Asking
    place: int
    number: int
    total: int
    last: bool
    early: bool
    guarded: bool
    item: ItemJson | None
    feedback: FeedbackJson | None
    hands: HandsJson | None
    opened_at: str
    kept_until: str
    result: SummaryJson | GainJson | None
    lesson: LessonLinkJson


def room_json(
    room: Room,
    item: Item | None,
    answers: Mapping[int, Answers],
    content: Content,
    lesson_href: str,
    hands: Mapping[int, Hands] = MappingProxyType({}),
) -> RoomJson:
    """Return where the class is, with the question on show and, once told, its answer.

    Parameters
    ----------
    item
        The item on show; None where nothing is asked, or it is no longer what it was.
    answers
        All answers by stop; used at the result only.
    hands
        Hands that were raised and counted, by stop.
    """
    stop = room.stop
    same_round = [each for each in room.route if each.item_id and each.round is stop.round]
    is_question = stop.kind is StopKind.QUESTION
    revealed = item is not None and room.state is Asking.REVEALED
    return {
        "code": room.code,
        "title": room.title,
        "plan": room.plan,
        "version": room.version,
        "ended": room.ended_at is not None,
        "kind": stop.kind,
        "round": stop.round,
        "state": room.state,
        "place": room.place,
        "number": same_round.index(stop) + 1 if is_question else 0,
        "total": len(same_round) if is_question else len(room.items),
        "last": room.place + 1 < len(room.route)
        and room.route[room.place + 1].kind is not StopKind.QUESTION,
        "early": room.early_chart,
        "guarded": item is not None and is_guarded(item),
        "item": public_json(item, room.salt) if item else None,
        "feedback": feedback_json(item, None, content.provisions, room.salt)
        if item and revealed
        else None,
        "hands": hands_json(item, hands.get(room.place)) if item and not room.ended_at else None,
        "opened_at": room.opened_at.isoformat(),
        "kept_until": room.kept_until.isoformat(),
        "result": _result(room, answers, content, hands) if stop.kind is StopKind.RESULT else None,
        "lesson": _lesson(room, content, lesson_href),
    }


def shows_chart(room: Room, item: Item) -> bool | None:
    """Tell what the chart of the question on show may tell.

    Returns
    -------
    bool or None
        True: the right answer too. False: what was chosen, no more. None: there is no chart.
    """
    if room.stop.round is Round.BEFORE:
        return None
    if room.state is Asking.OPEN:
        return False if room.early_chart and not is_guarded(item) else None
    return room.state is Asking.REVEALED


def _result(
    room: Room, answers: Mapping[int, Answers], content: Content, hands: Mapping[int, Hands]
) -> SummaryJson | GainJson:
    items = [find_room_item(room, each.id, content) for each in room.items]
    known = [item for item in items if item]
    if room.plan is Plan.QUIZ:
        rows = [
            summary_row(item, answers.get(place, {}), room.salt, hands.get(place))
            for item in known
            for place in room.find_stops(item.id, Round.ONCE)
            if room.states[place] is not Asking.NOT_YET
        ]
        return {"rows": rows}
    pairs = [
        (item, _given(room, item, answers, Round.BEFORE), _given(room, item, answers, Round.AFTER))
        for item in known
    ]
    raised = {item.id: _raised(room, item, hands) for item in known}
    counted = {name: both for name, both in raised.items() if both}
    lesson = _find_lesson(room, content)
    objectives = {each.id: each.text for each in lesson.objectives} if lesson else {}
    return gain_json(pairs, room.salt, counted, objectives)


def _raised(room: Room, item: Item, hands: Mapping[int, Hands]) -> tuple[Hands, Hands] | None:
    before, after = (
        hands.get(room.find_stops(item.id, asked)[0]) for asked in (Round.BEFORE, Round.AFTER)
    )
    return (before, after) if before and after else None


def _given(room: Room, item: Item, answers: Mapping[int, Answers], asked: Round) -> Answers:
    return answers.get(room.find_stops(item.id, asked)[0], {})


def _lesson(room: Room, content: Content, lesson_href: str) -> LessonLinkJson:
    return lesson_json(_find_lesson(room, content), lesson_href)


def _find_lesson(room: Room, content: Content) -> Lesson | None:
    found = [find_room_item(room, each.id, content) for each in room.items]
    topic = next(((item.band, item.topic) for item in found if item), None)
    return find_lesson(content.lessons, topic)
