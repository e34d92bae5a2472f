"""A lesson's comic on slides: a panel on each, its words beside it as large as all others."""

from __future__ import annotations

from collections.abc import Iterator

from lachan.content import Content
from lachan.domain.comics import Comic, spoken_lines
from lachan.domain.kinds import BlockKind
from lachan.drawing import panel_svg
from lachan.exchange.slides.pieces import NUMBERS, Marker, Para, Passage, Picture, Span
from lachan.notebooks import NotebookLesson


def find_shown_comic(lesson: NotebookLesson, content: Content) -> Comic | None:
    """Return the strip of a notebook's lesson, None where the notebook does not show it."""
    blocks = (block for section in lesson.sections for block in section.blocks)
    source = next((each for each in content.lessons if each.slug == lesson.slug), None)
    if source is None or not any(block.kind is BlockKind.COMIC for block in blocks):
        return None
    return content.comic_of(source)


def list_panels(comic: Comic) -> Iterator[Passage]:
    """Yield a passage for each panel, and one for the questions below the strip."""
    count = len(comic.panels)
    for number, panel in enumerate(comic.panels, 1):
        lines = (
            Para((Span(f"{line.label}: ", bold=True), Span(f"“{line.text}”")))
            for line in spoken_lines(panel)
        )
        picture = Picture(_path(number), panel.alt)
        yield Passage(f"{comic.title} ({number}/{count})", (*lines, picture))
    if comic.ask:
        questions = (
            Para((Span(question),), 1, Marker(NUMBERS, number))
            for number, question in enumerate(comic.ask, 1)
        )
        yield Passage(f"{comic.title} – cùng nghĩ", tuple(questions))


def draw_panels(comic: Comic) -> dict[str, bytes]:
    """Return path → SVG of every panel, under the paths of `list_panels`.

    Raises
    ------
    DoesNotFitError
        Where words have no room; `lachan check` tells it with their place.
    """
    return {
        _path(number): panel_svg(panel, number).encode()
        for number, panel in enumerate(comic.panels, 1)
    }


def _path(number: int) -> str:
    return f"truyen-tranh/{number:02}.svg"
