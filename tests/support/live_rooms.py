"""Rooms of live classes, opened as a teacher's kernel does."""

from __future__ import annotations

from pathlib import Path

from lachan.content import Content
from lachan.domain.live.live_class import Plan, Room, RoomItem
from lachan.store.live.rooms import LiveRooms
from lachan.workflows.environment import DATABASE_ENV
from lachan.workflows.live.live_class import open_live_rooms


def open_folder(folder: Path) -> LiveRooms:
    """Open the rooms of a server whose log lies in `folder`, as a teacher's kernel does."""
    return open_live_rooms({DATABASE_ENV: f"sqlite:///{folder / 'lachan.db'}"})


def open_room(rooms: LiveRooms, content: Content) -> Room:
    items = [
        item
        for item in content.items
        if (item.band.value, item.topic) == ("thcs", "viec-nhe-luong-cao")
        and item.type.value == "single_choice"
    ]
    asked = tuple(RoomItem(item.id, item.revision) for item in items[:2])
    return rooms.open_room("Việc nhẹ, lương cao", Plan.QUIZ, asked)
