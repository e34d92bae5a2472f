"""A notebook of questions alone, which every export of a lesson's notebook takes."""

from __future__ import annotations

from collections.abc import Sequence

from nbformat import NotebookNode

from lachan.domain.items import Item
from lachan.domain.kinds import BlockKind
from lachan.domain.law import HelpPlace, Hotline
from lachan.domain.lessons import LessonBlock
from lachan.notebooks.builder import (
    block_cells,
    gather_cells,
    help_markdown,
    markdown_cell,
)


def build_quiz_notebook(
    title: str,
    items: Sequence[Item],
    hotlines: Sequence[Hotline],
    places: Sequence[HelpPlace],
) -> NotebookNode:
    """Return a notebook that asks the items in this order and ends with where to get help."""
    help_list = help_markdown(hotlines, places)
    known = {item.id: item for item in items}
    blocks = (
        ("cau-hoi", LessonBlock(BlockKind.QUICK_CHECK, "", "", (), tuple(known))),
        ("ho-tro", LessonBlock(BlockKind.HELP, "", "", ())),
    )
    cells = [cell for name, block in blocks for cell in block_cells(name, block, help_list, known)]
    heading = markdown_cell("tieu-de", f"# {title}", part="title")
    return gather_cells(title, [heading, *cells])
