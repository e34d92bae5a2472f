"""Lay every strip and every picture of a step out to find the words that have no room."""

from __future__ import annotations

from collections.abc import Iterator

from lachan.checks import Finding
from lachan.content import Content
from lachan.domain.comics import Panel
from lachan.drawing import DoesNotFitError, require_room


def find_misfits(content: Content) -> Iterator[Finding]:
    """Yield the panels whose words have no room, each at its place."""
    for comic in content.comics:
        named: list[tuple[int | str, Panel]] = list(enumerate(comic.panels, 1))
        named += [(picture.step, picture.panel) for picture in comic.pictures]
        for name, panel in named:
            try:
                require_room(panel)
            except DoesNotFitError as error:
                message = (
                    f"{comic.id}: tranh {name}: chữ không vừa, thừa {error.excess:.0f} "
                    f"trên 400 phần chiều cao: “{error.text}”"
                )
                yield Finding("CM009", panel.source, message, "bớt chữ, hoặc bớt một bóng lời")
