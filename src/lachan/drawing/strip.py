"""A strip as pictures: each panel alone for screens, all of them on a page for paper."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from lachan.domain.comics import Comic, Panel
from lachan.drawing.balloons import WIDTH
from lachan.drawing.lettering import FAMILY
from lachan.drawing.palette import PALETTE
from lachan.drawing.panel import HEIGHT, draw_panel
from lachan.drawing.pen import INNER

GUTTER = 12.0
COLUMNS = 2


@lru_cache(maxsize=512)
def panel_svg(panel: Panel, name: int | str, *, blank: bool = False) -> str:
    """Return a panel as a whole SVG document, 404 by 404 with its frame.

    Parameters
    ----------
    name
        Which panel of its strip it is, or of which step: what must be unique on a page with others
        has it in its name.
    blank
        Leaves its balloons empty.

    Raises
    ------
    DoesNotFitError
        With the words that have no room.
    """
    inside = _framed(draw_panel(panel, blank=blank), name, 0, 0)
    return _document(WIDTH + 4, HEIGHT + 4, f'<g transform="translate(2 2)">{inside}</g>')


def _framed(inside: str, name: int | str, x: float, y: float) -> str:
    """Clip a panel to its frame and draw the frame."""
    move = f' transform="translate({x:g} {y:g})"' if x or y else ""
    clip = f"tranh-{name}"
    return (
        f'<g{move}><clipPath id="{clip}"><rect width="400" height="400" rx="6"/></clipPath>'
        f'<g clip-path="url(#{clip})">{inside}</g>'
        f'<rect width="400" height="400" rx="6" stroke-width="3"/></g>'
    )


def _document(width: float, height: float, inside: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" '
        f'width="{width:g}" height="{height:g}">'
        f'<g font-family="{FAMILY}" fill="none" stroke="{PALETTE["ink"]}" stroke-width="{INNER:g}" stroke-linejoin="round" '
        f'stroke-linecap="round">{inside}</g></svg>'
    )


def strip_svg(comic: Comic, *, blank: bool = False) -> str:
    """Return all panels on one picture, two in a row.

    Parameters
    ----------
    blank
        Leaves the balloons of the panels that the strip names empty.
    """
    drawn = (
        draw_panel(panel, blank=blank and number in comic.blank)
        for number, panel in enumerate(comic.panels, 1)
    )
    return _arranged(drawn, COLUMNS)


def sheet_svg(panels: Iterable[Panel], columns: int) -> str:
    """Return any panels on one picture, as many in a row as is asked for."""
    return _arranged((draw_panel(panel) for panel in panels), columns)


def _arranged(drawn: Iterable[str], columns: int) -> str:
    parts = [
        _framed(
            inside,
            index + 1,
            index % columns * (WIDTH + GUTTER) + 2,
            index // columns * (HEIGHT + GUTTER) + 2,
        )
        for index, inside in enumerate(drawn)
    ]
    rows = -(-len(parts) // columns)
    return _document(
        columns * (WIDTH + GUTTER) - GUTTER + 4,
        rows * (HEIGHT + GUTTER) - GUTTER + 4,
        "".join(parts),
    )
