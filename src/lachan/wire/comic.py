"""A comic for the browser: its panels drawn, with what is seen and said as text beside them."""

from __future__ import annotations

from typing import TypedDict

from lachan.domain.comics import Comic, Panel, spoken_lines
from lachan.drawing import panel_svg


class ComicLineJson(TypedDict):
    """Words of a panel, for who listens instead of looking."""

    label: str
    text: str


class ComicPanelJson(TypedDict):
    """``svg`` is a document of our own drawing, its words real text; ``alt`` says what is seen."""

    svg: str
    alt: str
    lines: list[ComicLineJson]


class ComicJson(TypedDict):
    title: str
    panels: list[ComicPanelJson]
    ask: list[str]


def comic_json(comic: Comic) -> ComicJson:
    """Return a strip with its panels drawn.

    Raises
    ------
    DoesNotFitError
        Where words have no room; `lachan check` tells it with their place.
    """
    return {
        "title": comic.title,
        "panels": [panel_json(panel, number) for number, panel in enumerate(comic.panels, 1)],
        "ask": list(comic.ask),
    }


def panel_json(panel: Panel, name: int | str) -> ComicPanelJson:
    """Return a picture drawn, with its words as text; `name` is as of `panel_svg`.

    Raises
    ------
    DoesNotFitError
        As of `comic_json`.
    """
    return {
        "svg": panel_svg(panel, name),
        "alt": panel.alt,
        "lines": [{"label": one.label, "text": one.text} for one in spoken_lines(panel)],
    }
