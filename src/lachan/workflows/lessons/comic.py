"""A lesson's comic as a file to print, and as HTML for a notebook's output."""

from __future__ import annotations

from base64 import b64encode
from html import escape

from lachan.content import Content
from lachan.domain.comics import Comic
from lachan.drawing import panel_svg
from lachan.errors import LachanError
from lachan.printing import ComicSheet, PanelPicture, render_comic_sheet
from lachan.wire.comic import ComicPanelJson, comic_json, panel_json
from lachan.workflows.screen_fonts import open_screen_font

# The weights of the words in pictures.
_WEIGHTS = (400, 600)


class NoComicError(LachanError):
    """The lesson has no strip, or its step no picture."""


def find_comic(name: str, content: Content) -> Comic:
    """Return the strip of the lesson with this id or slug.

    Raises
    ------
    NotFoundError
        When there is no such lesson.
    NoComicError
        When it has no strip.
    """
    lesson = content.get_lesson(name)
    comic = content.comic_of(lesson)
    if comic is None:
        raise NoComicError(f"{lesson.slug}: bài này chưa có truyện tranh")
    return comic


def make_comic(name: str, content: Content) -> bytes:
    """Return the PDF of a lesson's strip: to read, then with empty balloons and questions.

    Raises
    ------
    LachanError
        Where there is none, or it cannot be printed.
    """
    return render_comic_sheet(draw_comic_sheet(find_comic(name, content), content))


def draw_comic_sheet(comic: Comic, content: Content) -> ComicSheet:
    """Return a strip as it is printed, its panels drawn.

    Raises
    ------
    DoesNotFitError
        Where words have no room; `lachan check` tells it with their place.
    """
    told = comic_json(comic)
    panels = tuple(
        PanelPicture(
            alt=" ".join(
                (panel["alt"], *(f"{one['label']}: {one['text']}" for one in panel["lines"]))
            ),
            picture=panel["svg"].encode(),
            blank=panel_svg(comic.panels[number - 1], number, blank=True).encode()
            if number in comic.blank
            else None,
        )
        for number, panel in enumerate(told["panels"], 1)
    )
    return ComicSheet(
        title=comic.title,
        lesson=content.get_lesson(comic.lesson_id).title,
        school=content.settings.school,
        panels=panels,
        ask=comic.ask,
    )


def render_strip(name: str, content: Content) -> str:
    """Return a lesson's strip as HTML that stands alone, its letters included.

    Raises
    ------
    LachanError
        As of `find_comic`.
    """
    told = comic_json(find_comic(name, content))
    return (
        f"{_style(told['panels'])}<h4>{escape(told['title'])}</h4>"
        '<div class="lachan-tranh" style="display:grid;max-width:64rem;gap:12px;'
        'grid-template-columns:repeat(auto-fill,minmax(min(100%,18rem),1fr))">'
        f"{''.join(map(_figure, told['panels']))}</div>"
    )


def render_picture(name: str, step: str, content: Content) -> str:
    """Return the picture of a lesson's step as HTML that stands alone.

    Raises
    ------
    LachanError
        As of `find_comic`, and where the step has no picture.
    """
    comic = find_comic(name, content)
    panel = comic.picture_of(step)
    if panel is None:
        raise NoComicError(f'{comic.slug}: bước "{step}" chưa có tranh')
    told = panel_json(panel, step)
    return (
        f'{_style([told])}<div class="lachan-tranh" style="max-width:22rem">{_figure(told)}</div>'
    )


def _style(panels: list[ComicPanelJson]) -> str:
    """Return how panels are shown, with the letters that they need."""
    has_words = any("<text" in panel["svg"] for panel in panels)
    faces = "".join(
        f'@font-face{{font-family:"Lachan Sans";font-weight:{weight};'
        f'src:url("data:font/woff2;base64,{b64encode(open_screen_font(weight)).decode()}")}}'
        for weight in (_WEIGHTS if has_words else ())
    )
    return f"<style>{faces}.lachan-tranh svg{{width:100%;height:auto}}</style>"


def _figure(panel: ComicPanelJson) -> str:
    return (
        f'<figure style="margin:0" role="img" aria-label="{escape(panel["alt"])}">'
        f"{panel['svg']}</figure>"
    )
