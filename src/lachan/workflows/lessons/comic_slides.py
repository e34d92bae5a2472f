"""A lesson's pictures on slides: those of its steps where they have room, and its comic.

Of the comic each panel has a slide, its words beside it as large as all others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from lachan.content import Content
from lachan.domain.comics import Comic, Panel, spoken_lines
from lachan.domain.kinds import BlockKind
from lachan.drawing import panel_svg
from lachan.exchange.slides.design import Look
from lachan.exchange.slides.flow import fits_one
from lachan.exchange.slides.pieces import NUMBERS, Marker, Para, Passage, Picture, Span
from lachan.notebooks import NotebookLesson


def find_shown_comic(lesson: NotebookLesson, content: Content) -> Comic | None:
    """Return the strip of a notebook's lesson, None where the notebook does not show it."""
    blocks = (block for section in lesson.sections for block in section.blocks)
    if not any(block.kind is BlockKind.COMIC for block in blocks):
        return None
    return _find_comic(lesson, content)


def find_step_pictures(lesson: NotebookLesson, content: Content) -> dict[str, Panel]:
    """Return step → picture, for the steps whose picture a notebook's lesson shows."""
    comic = _find_comic(lesson, content)
    shown = {section.picture for section in lesson.sections}
    pictures = comic.pictures if comic else ()
    return {each.step: each.panel for each in pictures if each.step in shown}


def _find_comic(lesson: NotebookLesson, content: Content) -> Comic | None:
    source = next((each for each in content.lessons if each.slug == lesson.slug), None)
    return content.comic_of(source) if source else None


def place_picture(
    passages: Iterable[Passage], step: str, panel: Panel, least: float
) -> Iterator[Passage]:
    """Yield a step's passages, the picture beside the first words that stand on one slide with it.

    Parameters
    ----------
    least
        The size that these words must keep. Where none have room the picture is left out: it
        never makes one slide more.
    """
    is_placed = False
    picture = Picture(_path(step), panel.alt)
    for passage in passages:
        pieces = (*passage.pieces, picture)
        has_picture = any(isinstance(piece, Picture) for piece in passage.pieces)
        fits = passage.look is Look.TEXT and bool(passage.pieces) and not has_picture
        if not is_placed and fits and fits_one(pieces, least):
            is_placed = True
            yield replace(passage, pieces=pieces)
        else:
            yield passage


def draw_step_pictures(pictures: Mapping[str, Panel]) -> dict[str, bytes]:
    """Return path → SVG of the pictures of steps, under the paths of `place_picture`."""
    return {_path(step): panel_svg(panel, step).encode() for step, panel in pictures.items()}


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


def _path(name: int | str) -> str:
    return f"truyen-tranh/{name:02}.svg" if isinstance(name, int) else f"tranh/{name}.svg"
