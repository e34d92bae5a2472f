"""A lesson's notebook as the exports need it: readable, with its items found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from nbformat import NotebookNode

from lachan.content import Content
from lachan.domain.items import Item
from lachan.domain.law import Provision
from lachan.domain.lessons import Lesson
from lachan.domain.rich.text import RichText
from lachan.errors import ContentError, Severity
from lachan.exchange.snapshot.carried_items import CarriedItems, render_carried
from lachan.notebooks import (
    NotebookError,
    NotebookLesson,
    build_notebook,
    parse_notebook,
    read_notebook,
)
from lachan.printing import find_picture_paths
from lachan.workflows.content.pictures import find_picture
from lachan.workflows.lessons.carried_items import CARRIED


def find_notebook(name: str, content: Content) -> tuple[NotebookNode, str]:
    """Return a notebook and its file name: a path to an .ipynb, or a lesson's name.

    Raises
    ------
    LachanError
        Where the file is no notebook, or no lesson has that name.
    """
    path = Path(name)
    if path.suffix == ".ipynb":
        return parse_notebook(_read_notebook(path), path.name), path.name
    lesson = content.get_lesson(name)
    return make_notebook(lesson, content), f"{lesson.slug}.ipynb"


def _read_notebook(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise NotebookError(
            f"{path}: không có sổ nào ở {path.absolute()}. Hãy xem lại tên và thư mục; bản riêng "
            "của một bài thì lấy bằng lachan lab, hoặc bằng copy_lesson trong sổ Chọn bài, sửa "
            "bài, xuất bài."
        ) from error
    except UnicodeDecodeError as error:
        raise NotebookError(f"{path}: không phải sổ Jupyter đọc được (không phải UTF-8)") from error


def make_notebook(lesson: Lesson, content: Content) -> NotebookNode:
    """Return a lesson's notebook that carries what its quizzes need, wherever it is copied to."""
    items = {item.id: item for item in content.items}
    notebook = build_notebook(
        lesson, content.hotlines, content.places, content.comic_of(lesson), items
    )
    item_ids = (item_id for block in lesson.blocks for item_id in block.item_ids)
    carry_items(notebook, content, item_ids, [block.content for block in lesson.blocks])
    return notebook


def read_lesson_notebook(notebook: NotebookNode, name: str) -> NotebookLesson:
    """Return the notebook's sections; raises `ContentError` with every fault of its cells."""
    lesson = read_notebook(notebook, name)
    errors = [problem for problem in lesson.problems if problem.severity is Severity.ERROR]
    if errors:
        raise ContentError(errors)
    return lesson


def lesson_items(lesson: NotebookLesson, content: Content) -> Mapping[str, Item]:
    """Return the items of all quick checks; raises `NotFoundError` for one that is gone."""
    return {item_id: content.get_item(item_id) for item_id in lesson.item_ids}


def carry_items(
    notebook: NotebookNode, content: Content, item_ids: Iterable[str], texts: Iterable[RichText]
) -> None:
    """Write the practice items, their law and all pictures into the notebook's metadata.

    What the content does not hold, and items of contests, are left out: the first is told by
    `lachan check`, the others must not leave.
    """
    known = {item.id: item for item in content.items}
    found = (known[item_id] for item_id in dict.fromkeys(item_ids) if item_id in known)
    items = tuple(item for item in found if item.may_be_practised)
    paths = find_picture_paths(texts, items)
    pictures = {path: find_picture(content, path) for path in paths}
    carried = CarriedItems(
        items,
        _cited(items, content),
        {path: data for path, data in pictures.items() if data is not None},
    )
    if carried != CarriedItems():
        notebook.metadata.setdefault("lachan", {})[CARRIED] = render_carried(carried)


def _cited(items: Iterable[Item], content: Content) -> Mapping[str, Provision]:
    cited = dict.fromkeys(each for item in items for each in item.all_citations)
    return {each: content.provisions[each] for each in cited if each in content.provisions}
