"""What a live class answered, as a workbook for its teacher to keep."""

from __future__ import annotations

from lachan.content import Content
from lachan.exchange.live.results import render_live_workbook
from lachan.store.live.rooms import LiveRooms, RoomGoneError
from lachan.workflows.live.answers import read_live_class

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def make_live_workbook(rooms: LiveRooms, code: str, content: Content) -> bytes:
    """Return ket-qua-lop.xlsx of a room.

    Raises
    ------
    RoomGoneError
        Where no room with that code is kept.
    """
    room = rooms.find_room(code)
    if room is None:
        raise RoomGoneError
    return render_live_workbook(room, read_live_class(rooms, code, content))
