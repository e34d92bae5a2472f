"""The items of a room, as everyone in it sees them."""

from __future__ import annotations

from random import Random

from lachan.content import Content
from lachan.domain.items import Item
from lachan.domain.live.live_class import Room, RoomItem
from lachan.domain.practice.draw import mix_choices
from lachan.errors import LachanError


def find_room_item(room: Room, item_id: str, content: Content) -> Item | None:
    """Return an item of the room with its choices mixed, the same way at every call.

    None where the content no longer holds it as it was when the room was opened: answers
    that were given to it then could not be judged.
    """
    asked = next((item for item in room.items if item.id == item_id), None)
    try:
        item = content.get_item(item_id)
    except LachanError:
        return None
    if asked is None or item.revision != asked.revision or not item.may_be_practised:
        return None
    # No secret: the salt only makes this room's order its own.
    return mix_choices(item, Random(f"{room.salt}|{item_id}"))  # noqa: S311


def name_items(items: list[Item]) -> tuple[RoomItem, ...]:
    """Return what a room keeps of its items."""
    return tuple(RoomItem(item.id, item.revision) for item in items)
