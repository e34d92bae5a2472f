"""Where to get help, as every lesson and every practice shows it."""

from __future__ import annotations

from typing import Any

from lachan.content import Content


def help_json(content: Content) -> dict[str, Any]:
    """Return hotlines, places and the school's own contacts as JSON."""
    return {
        "hotlines": [
            {
                "number": line.number,
                "name": line.name,
                "when": line.when,
                "hours": line.hours,
                "free": line.free,
            }
            for line in content.hotlines
        ],
        "places": [{"name": place.name, "when": place.when} for place in content.places],
        "contacts": list(content.settings.contacts),
    }
