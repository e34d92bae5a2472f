"""Bring a lesson into the school's own folder: one of the kit, or a notebook that was edited."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from lachan.content import Content
from lachan.content.lessons.front_matter import rewrite_lesson
from lachan.errors import ContentError, LachanError, Problem, Severity
from lachan.notebooks import NotebookError, write_lesson_body
from lachan.os_words import describe_os_error
from lachan.text import VIETNAM, date_in_vietnam
from lachan.workflows.lessons.notebook import find_notebook, make_notebook, read_lesson_notebook
from lachan.workflows.write_files import find_place, write_bytes

HISTORY = "lich-su"


class KeptFileError(LachanError):
    """A file of the school's lies where another should be written."""


def take_lesson(
    name: str, kit: Content, school: Path, *, with_items: bool = True
) -> tuple[Path, ...]:
    """Copy the files of a lesson and return the copies.

    Parameters
    ----------
    name
        The lesson's id or slug.
    kit
        The content without the school's folder.
    with_items
        Whether its practice items and its comic come along.

    Raises
    ------
    NotFoundError
        Where the kit has no such lesson.
    KeptFileError
        Where one of the files is there already; nothing was written then.
    """
    lesson = kit.get_lesson(name)
    sources = [lesson.source.file]
    if with_items:
        sources.append(f"quiz_bank/{lesson.band}/{lesson.slug}.yaml")
        comic = kit.comic_of(lesson)
        sources += [comic.source.file] if comic else []
    found = [each for each in sources if (kit.root / each).is_file()]
    return keep_files(school, {each: (kit.root / each).read_bytes() for each in found})


def take_notebook(
    path: Path, content: Content, school: Path, now: dt.datetime
) -> tuple[Path | None, tuple[Problem, ...]]:
    """Write the lesson that a teacher edited in JupyterLab as a lesson of the school's.

    What was in its place before is kept in ``lich-su/``.

    Parameters
    ----------
    path
        A notebook that was made of a lesson of `content`.
    now
        What the kept copy is named by, and the day on which the author has read the text.

    Returns
    -------
    tuple
        The lesson's file, None where the notebook says what the lesson says already; and what of
        the notebook could not come along, as warnings.

    Raises
    ------
    NotebookError
        Where it was made of no lesson.
    ContentError
        With every cell that no lesson can hold.
    KeptFileError
        Where the folder cannot be written.
    """
    notebook, name = find_notebook(str(path), content)
    slug = read_lesson_notebook(notebook, name).slug
    if not slug:
        raise NotebookError(
            f"{path}: sổ này không lấy từ bài nào của Lá Chắn, nên không thành bài học được. "
            "Bài mới thì viết tệp .md theo docs/formats.md mục 3."
        )
    lesson = content.get_lesson(slug)
    comic = content.comic_of(lesson)
    strip = comic.title if comic else ""
    written = write_lesson_body(notebook, name, strip)
    errors = [each for each in written.problems if each.severity is Severity.ERROR]
    if errors:
        raise ContentError(errors)
    fresh = write_lesson_body(make_notebook(lesson, content), name, strip)
    if replace(written, problems=[]) == fresh:
        return None, tuple(written.problems)
    before = (content.root / lesson.source.file).read_text("utf-8")
    after = rewrite_lesson(
        before,
        title=written.title,
        summary=written.summary,
        steps=written.steps,
        body=written.body,
        read=date_in_vietnam(now),
    )
    place = f"lessons/{lesson.band}/{lesson.slug}"
    target = find_place(school, f"{place}.md")
    if target.exists():
        kept = f"{HISTORY}/{place}/{now.astimezone(VIETNAM):%Y-%m-%d_%H-%M-%S-%f}.md"
        keep_files(school, {kept: target.read_bytes()})
    _write(school, {target: after.encode()})
    return target, tuple(written.problems)


def keep_files(school: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write files, named by their paths in the school's folder, and return where they lie.

    Raises
    ------
    KeptFileError
        Where one of them is there already, or the folder cannot be written.
    """
    places = {find_place(school, name): data for name, data in files.items()}
    for path in places:
        if path.exists():
            raise KeptFileError(
                f"{path}: kho của trường đã có tệp này, có thể thầy cô đã sửa, nên không ghi đè. "
                "Muốn lấy lại bản của bộ cài thì tự chuyển tệp ấy đi trước."
            )
    _write(school, places)
    return tuple(places)


def _write(school: Path, places: Mapping[Path, bytes]) -> None:
    try:
        for path, data in places.items():
            write_bytes(path, data)
    except OSError as error:
        why = describe_os_error(error)
        raise KeptFileError(f"{school}: không ghi được vào kho của trường: {why}") from error
