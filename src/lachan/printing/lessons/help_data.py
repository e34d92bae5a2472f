"""Where to get help, as the templates read it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lachan.domain.law import HelpPlace, Hotline


def help_data(
    hotlines: Sequence[Hotline], places: Sequence[HelpPlace], contacts: Sequence[str]
) -> dict[str, Any]:
    """Return numbers, places and local contacts, JSON-ready."""
    return {
        "hotlines": [
            {
                "number": line.number,
                "name": line.name,
                "when": line.when,
                "terms": " · ".join(["Miễn phí"] * line.free + [line.hours] * bool(line.hours)),
            }
            for line in hotlines
        ],
        "places": [{"name": place.name, "when": place.when} for place in places],
        "contacts": list(contacts),
    }
