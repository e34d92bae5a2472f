"""What a teacher chooses from: the rooms there are, and the items of a topic."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from lachan.domain.items import Item
from lachan.domain.kinds import Band
from lachan.domain.live.live_class import Plan, Room, StopKind
from lachan.domain.live.privacy import is_guarded
from lachan.domain.names import ITEM_TYPE_NAMES, LEVEL_NAMES
from lachan.domain.practice.draw import draw_items
from lachan.domain.rich.nodes import BlockNode
from lachan.markup import to_nodes
from lachan.wire.practice_topics import Topic

PICKED_AT_FIRST = 5


class OpenRoomJson(TypedDict):
    code: str
    title: str
    plan: Plan
    opened_at: str
    ended: bool
    seats: int
    keep_days: int
    kept_until: str
    at_lesson: bool


class PoolItemJson(TypedDict):
    """An item to ask; ``type`` and ``level`` in words, ``picked`` to begin with.

    ``before_after`` marks those that the lesson itself asks before and after.
    """

    id: str
    stem: list[BlockNode]
    type: str
    level: str
    guarded: bool
    picked: bool
    before_after: bool


class PoolJson(TypedDict):
    band: Band
    topic: str
    items: list[PoolItemJson]


def rooms_json(rooms: Sequence[tuple[Room, int]]) -> list[OpenRoomJson]:
    """Return rooms, each with its number of seats, as the list shows them."""
    return [
        {
            "code": room.code,
            "title": room.title,
            "plan": room.plan,
            "opened_at": room.opened_at.isoformat(),
            "ended": room.ended_at is not None,
            "seats": seats,
            "keep_days": (room.kept_until - room.opened_at).days,
            "kept_until": room.kept_until.isoformat(),
            "at_lesson": room.stop.kind is StopKind.LESSON,
        }
        for room, seats in rooms
    ]


def pool_json(topic: Topic, items: Sequence[Item], before_after: Sequence[str] = ()) -> PoolJson:
    """Return the items of a topic without their keys; some are picked to begin with.

    `before_after` are the ids of those that the topic's lesson asks before and after.
    """
    picked = {item.id for item in draw_items(items, PICKED_AT_FIRST, None)}
    rows: list[PoolItemJson] = [
        {
            "id": item.id,
            "stem": to_nodes(item.stem),
            "type": ITEM_TYPE_NAMES[item.type],
            "level": LEVEL_NAMES[item.level],
            "guarded": is_guarded(item),
            "picked": item.id in picked,
            "before_after": item.id in before_after,
        }
        for item in items
    ]
    return {"band": topic[0], "topic": topic[1], "items": rows}
