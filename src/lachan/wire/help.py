"""Where to get help, as every lesson and every practice shows it."""

from __future__ import annotations

from typing import TypedDict

from lachan.content import Content


class HotlineJson(TypedDict):
    number: str
    name: str
    when: str
    hours: str
    free: bool


class PlaceJson(TypedDict):
    name: str
    when: str


class HelpJson(TypedDict):
    """Numbers to call, places to go, and whom to tell at school."""

    hotlines: list[HotlineJson]
    places: list[PlaceJson]
    contacts: list[str]


def help_json(content: Content) -> HelpJson:
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
