"""From a lesson's notebook to its leaflet for the family."""

from __future__ import annotations

from nbformat import NotebookNode

from lachan.content import Content
from lachan.domain.kinds import BlockKind
from lachan.domain.names import BLOCK_NAMES
from lachan.errors import LachanError
from lachan.printing import Leaflet, render_leaflet
from lachan.workflows.content.pictures import read_pictures
from lachan.workflows.lessons.carried_items import add_carried, read_carried
from lachan.workflows.lessons.notebook import read_lesson_notebook


class NoLeafletError(LachanError):
    """The lesson has no leaflet block."""


def make_leaflet(notebook: NotebookNode, name: str, content: Content) -> bytes:
    """Return the one-page A4 PDF of a notebook's leaflet.

    Raises
    ------
    LachanError
        Where there is none, or it cannot be printed.
    """
    content = add_carried(content, read_carried(notebook.metadata, name))
    lesson = read_lesson_notebook(notebook, name)
    blocks = [block for section in lesson.sections for block in section.blocks]
    block = next((each for each in blocks if each.kind is BlockKind.LEAFLET), None)
    if block is None:
        raise NoLeafletError(f"{name}: bài này chưa có tờ rơi (khối to-roi)")
    source = next((each for each in content.lessons if each.slug == lesson.slug), None)
    leaflet = Leaflet(
        title=block.title or BLOCK_NAMES[BlockKind.LEAFLET],
        lesson=lesson.title,
        head=content.settings.letterhead,
        content=block.content,
        hotlines=content.hotlines,
        places=content.places,
        contacts=content.settings.contacts,
        band=source.band if source else None,
    )
    pictures = read_pictures(content, name, [block.content], ())
    return render_leaflet(leaflet, pictures=pictures)
