"""Lay every strip out to find the words that have no room in it."""

from __future__ import annotations

from collections.abc import Iterator

from lachan.checks import Finding
from lachan.content import Content
from lachan.drawing import DoesNotFitError, require_room


def find_misfits(content: Content) -> Iterator[Finding]:
    """Yield the panels whose words have no room, each at its place."""
    for comic in content.comics:
        for number, panel in enumerate(comic.panels, 1):
            try:
                require_room(panel)
            except DoesNotFitError as error:
                message = (
                    f"{comic.id}: tranh {number}: chữ không vừa, thừa {error.excess:.0f} "
                    f"trên 400 phần chiều cao: “{error.text}”"
                )
                yield Finding("CM009", panel.source, message, "bớt chữ, hoặc bớt một bóng lời")
