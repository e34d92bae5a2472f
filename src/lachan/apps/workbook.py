"""What the teachers' workbooks call: look through the kit, take, adapt, export."""

from __future__ import annotations

import functools
import os
import re
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from enum import StrEnum
from pathlib import Path
from random import Random
from typing import ParamSpec, TypeVar

from IPython.display import FileLink

from lachan.analysis import (
    Table,
    items_table,
    lessons_table,
    misconceptions_table,
    questions_table,
    rooms_table,
)
from lachan.apps.notebook import open_once
from lachan.apps.opening import show_widget
from lachan.domain.items import Item
from lachan.domain.kinds import Audience, Band, ItemType, Level
from lachan.domain.live.room_codes import read_code
from lachan.domain.practice.draw import draw_items
from lachan.errors import LachanError
from lachan.notebooks import build_quiz_notebook
from lachan.os_words import describe_os_error
from lachan.store.live.rooms import LiveRooms
from lachan.workflows.lessons.copies import copy_notebook, render_copy, write_product
from lachan.workflows.lessons.notebook import carry_items
from lachan.workflows.lessons.products import (
    OFFLINE_PAGE,
    PRODUCTS,
    PUPIL_HANDOUT,
    TEACHER_HANDOUT,
    LessonProduct,
)
from lachan.workflows.live.answers import read_live_class, read_live_misconceptions
from lachan.workflows.live.live_class import open_live_rooms
from lachan.workflows.write_files import write_text

P = ParamSpec("P")
R = TypeVar("R")
K = TypeVar("K", bound=StrEnum)

_FILE_NAME = re.compile(r"[\w-]+")


class WorkbookError(LachanError):
    """A fault in words for the teacher; Jupyter shows the words alone, without a traceback."""

    def _render_traceback_(self) -> list[str]:
        return [str(self)]


def told(work: Callable[P, R]) -> Callable[P, R]:
    """Make `work` raise `WorkbookError` for every fault that has words for users."""

    @functools.wraps(work)
    def telling(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return work(*args, **kwargs)
        except LachanError as error:
            raise WorkbookError(str(error)) from None
        except OSError as error:
            reason = describe_os_error(error)
            raise WorkbookError(f"{error.filename or 'tệp'}: {reason}") from None

    return telling


@told
def find_lessons(band: str = "", grade: int = 0) -> Table:
    """Return the lessons of a band ("thcs"), of a grade (8), or all, as a table."""
    wanted = _find_member(Band, band, "cấp")
    return lessons_table(
        lesson
        for lesson in open_once().lessons
        if wanted in (None, lesson.band) and (not grade or grade in lesson.grades)
    )


@told
def copy_lesson(name: str, folder: str) -> None:
    """Put a copy of a lesson's notebook into `folder` and link to it; a copy there is kept."""
    _show_link(copy_notebook(open_once(), name, Path(folder)))


@told
def export_lesson(
    name: str,
    *files: str,
    folder: str = "xuat",
    products: Sequence[LessonProduct] = PRODUCTS,
) -> None:
    """Write a lesson's files to `folder` and link to them.

    Parameters
    ----------
    name
        A lesson's name, or the path of a notebook you have changed.
    files
        The files wanted ("phieu-hoc-tap.pdf"); none means all that are for pupils, of a changed
        notebook those that can be made of it.
    products
        What there is to write.
    """
    slug = Path(name).stem
    changed = Path(name).suffix == ".ipynb"
    made = [each for each in products if each.follows_changes or not changed]
    known = {each.name_within(slug): each for each in made}
    unknown = [each for each in files if each not in known]
    if unknown:
        raise WorkbookError(f"không có tệp {', '.join(unknown)}; có: {', '.join(known)}")
    for_pupils = (each for each in made if each.audience is Audience.PUPIL)
    for product in map(known.__getitem__, files) if files else for_pupils:
        path = Path(folder) / product.name_alone(slug)
        write_product(product, name, open_once(), path)
        _show_link(path)


@told
def find_items(
    *, band: str = "", lesson: str = "", level: str = "", kind: str = "", words: str = ""
) -> Table:
    """Return the practice items that fit every filter given, as a table.

    Parameters
    ----------
    band, level, kind
        As the bank writes them: "thcs", "hieu", "single_choice".
    lesson
        The slug of the lesson that the items belong to.
    words
        A piece of the question's text, in any case.
    """
    found = items_table(_find_practice(band, lesson, level, kind))
    return found[found["câu hỏi"].str.contains(words, case=False, regex=False)]


@told
def pick_items(
    count: int, *, band: str, lesson: str = "", level: str = "", kind: str = "", seed: str = ""
) -> list[str]:
    """Return the ids of `count` items that fit, easier ones first; the same for the same seed."""
    found = _find_practice(band, lesson, level, kind)
    if len(found) < count:
        raise WorkbookError(
            f"chỉ có {len(found)} câu hợp các điều kiện, cần {count}; hãy bớt điều kiện hoặc số câu"
        )
    return [item.id for item in draw_items(found, count, Random(seed) if seed else None)]  # noqa: S311


@told
def export_quiz(item_ids: Iterable[str], title: str, *, name: str, folder: str = "xuat") -> None:
    """Write the items as a notebook, worksheet, key and offline page, and link to them."""
    if not _FILE_NAME.fullmatch(name):
        raise WorkbookError(f'tên tệp "{name}" chỉ được có chữ, số và gạch nối')
    content = open_once()
    asked = [content.get_item(item_id) for item_id in item_ids]
    notebook = build_quiz_notebook(title, asked, content.hotlines, content.places)
    carry_items(notebook, content, (item.id for item in asked), ())
    path = Path(folder) / f"{name}.ipynb"
    write_text(path, render_copy(notebook))
    _show_link(path)
    made = (PUPIL_HANDOUT, TEACHER_HANDOUT, OFFLINE_PAGE)
    export_lesson(str(path), *(each.file_name for each in made), folder=folder)


@told
def find_rooms() -> Table:
    """Return the live classes that are still kept, the latest first, as a table."""
    with closing(open_live_rooms(os.environ)) as rooms:
        return rooms_table(rooms.list_rooms())


@told
def find_class_answers(code: str = "") -> Table:
    """Return how a live class answered each question, as a table; nobody's own answers.

    Without a code it is the latest class; the table is empty where none is kept.
    """
    with closing(open_live_rooms(os.environ)) as rooms:
        wanted = _find_room(rooms, code)
        return questions_table(read_live_class(rooms, wanted, open_once()) if wanted else ())


@told
def find_class_misconceptions(code: str = "") -> Table:
    """Return what a live class's wrong answers stand for, the most widespread first, as a table.

    Without a code it is the latest class; the table is empty where none is kept.
    """
    with closing(open_live_rooms(os.environ)) as rooms:
        wanted = _find_room(rooms, code)
        found = read_live_misconceptions(rooms, wanted, open_once()) if wanted else ()
        return misconceptions_table(found)


def _find_room(rooms: LiveRooms, code: str) -> str:
    """Return the room that is meant: the latest one without a code, "" where there is none."""
    return read_code(code) if code else next((room.code for room, _ in rooms.list_rooms()), "")


def _show_link(path: Path) -> None:
    show_widget(FileLink(path))  # type: ignore[no-untyped-call]


def _find_practice(band: str, lesson: str, level: str, kind: str) -> list[Item]:
    content = open_once()
    topic = content.get_lesson(lesson).slug if lesson else ""
    wanted = (
        _find_member(Band, band, "cấp"),
        _find_member(Level, level, "mức"),
        _find_member(ItemType, kind, "dạng câu"),
    )
    return [
        item
        for item in content.items
        if item.may_be_practised
        and topic in ("", item.topic)
        and all(
            want in (None, has)
            for want, has in zip(wanted, (item.band, item.level, item.type), strict=True)
        )
    ]


def _find_member(kind: type[K], name: str, what: str) -> K | None:
    """Return the member of a vocabulary, None for an empty name; raises `WorkbookError`."""
    if not name:
        return None
    try:
        return kind(name)
    except ValueError:
        raise WorkbookError(f'không có {what} "{name}"; có: {", ".join(kind)}') from None
