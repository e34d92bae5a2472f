"""Messages on a phone as the templates read them."""

from __future__ import annotations

from typing import Any

from lachan.domain.messages import Thread
from lachan.printing.pictures import PictureTray


def phone_data(thread: Thread, tray: PictureTray) -> dict[str, Any]:
    """Return a phone, JSON-ready: its label, and of each message who says what."""
    return {
        "label": thread.label,
        "messages": [
            {
                "sender": each.sender if each.leads else "",
                "own": each.is_own,
                "time": each.time,
                "number": "" if each.number is None else str(each.number),
                "nodes": tray.nodes(each.content),
            }
            for each in thread.messages
        ],
    }
