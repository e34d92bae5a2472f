"""Build every lesson's notebook; never overwrite what a teacher changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lachan.content import Content
from lachan.errors import Problem, Severity
from lachan.notebooks import (
    NotebookError,
    is_as_written,
    parse_notebook,
    render_notebook,
)
from lachan.workflows.lessons.notebook import make_notebook
from lachan.workflows.write_files import find_place, write_text

NOTEBOOKS = "notebooks"


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What `build_lessons` did, as paths relative to the content root."""

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    kept: tuple[str, ...]


def build_lessons(content: Content) -> BuildReport:
    """Write notebooks/<band>/<slug>.ipynb for each lesson.

    A notebook that is not what `build` once wrote is left alone and listed in `kept`.
    """
    # Everything is built before anything is written, so that a fault leaves all as it was.
    expected = dict(_expected(content))
    written, unchanged, kept = [], [], []
    for name, text in expected.items():
        path = find_place(content.root, name)
        found = path.read_text(encoding="utf-8") if path.is_file() else None
        if found == text:
            unchanged.append(name)
        elif found is not None and not _is_ours(found, name):
            kept.append(name)
        else:
            write_text(path, text)
            written.append(name)
    return BuildReport(tuple(written), tuple(unchanged), tuple(kept))


def check_notebooks(content: Content) -> tuple[Problem, ...]:
    """Return a problem for each notebook out of step with its lesson, or without one."""
    expected = dict(_expected(content))
    problems = []
    for name, text in expected.items():
        path = content.root / name
        if not path.is_file():
            problems.append(_problem("NB001", name, "thiếu sổ của bài học này"))
        elif path.read_text(encoding="utf-8") != text:
            problems.append(_problem("NB001", name, "sổ không khớp với bài học"))
    for path in sorted((content.root / NOTEBOOKS).glob("*/*.ipynb")):
        name = path.relative_to(content.root).as_posix()
        if name not in expected:
            problems.append(_problem("NB002", name, "sổ này không có bài học nào"))
    return tuple(problems)


def _expected(content: Content) -> Iterator[tuple[str, str]]:
    for lesson in content.lessons:
        notebook = make_notebook(lesson, content)
        yield f"{NOTEBOOKS}/{lesson.band}/{lesson.slug}.ipynb", render_notebook(notebook)


def _is_ours(text: str, name: str) -> bool:
    try:
        return is_as_written(parse_notebook(text, name))
    except NotebookError:
        return False


def _problem(code: str, name: str, message: str) -> Problem:
    return Problem(code, Severity.ERROR, name, 1, 1, message, "chạy lachan build")
