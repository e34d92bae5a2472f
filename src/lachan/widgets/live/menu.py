"""What a teacher chooses from: the rooms there are, and the items of a topic."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lachan.domain.items import Item
from lachan.domain.live.live_class import Room
from lachan.domain.live.privacy import is_guarded
from lachan.domain.names import ITEM_TYPE_NAMES, LEVEL_NAMES
from lachan.domain.practice.draw import draw_items
from lachan.markup import to_nodes
from lachan.wire.practice_topics import Topic

Json = dict[str, Any]

PICKED_AT_FIRST = 5


def rooms_json(rooms: Sequence[tuple[Room, int]]) -> list[Json]:
    """Return rooms, each with its number of seats, as the list shows them."""
    return [
        {
            "code": room.code,
            "title": room.title,
            "plan": room.plan.value,
            "opened_at": room.opened_at.isoformat(),
            "ended": room.ended_at is not None,
            "seats": seats,
        }
        for room, seats in rooms
    ]


def pool_json(topic: Topic, items: Sequence[Item]) -> Json:
    """Return the items of a topic without their keys; some are picked to begin with."""
    picked = {item.id for item in draw_items(items, PICKED_AT_FIRST, None)}
    rows = [
        {
            "id": item.id,
            "stem": to_nodes(item.stem),
            "type": ITEM_TYPE_NAMES[item.type],
            "level": LEVEL_NAMES[item.level],
            "guarded": is_guarded(item),
            "picked": item.id in picked,
        }
        for item in items
    ]
    return {"band": topic[0].value, "topic": topic[1], "items": rows}
