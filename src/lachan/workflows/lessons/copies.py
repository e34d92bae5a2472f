"""Give a teacher copies of the notebooks, and never touch a copy again."""

from __future__ import annotations

from pathlib import Path

from lachan.content import Content
from lachan.notebooks import render_notebook
from lachan.workflows.lessons.build import NOTEBOOKS
from lachan.workflows.lessons.notebook import make_notebook
from lachan.workflows.write_files import find_place, write_text


def copy_notebooks(content: Content, folder: Path) -> tuple[Path, ...]:
    """Write every lesson's notebook and the workbooks to `folder`, unless they are there.

    Lessons go to `folder`/<band>/<slug>.ipynb, workbooks beside the bands. Returns the paths
    that were written.
    """
    copied = []
    for workbook in sorted((content.root / NOTEBOOKS).glob("*.ipynb")):
        path = find_place(folder, workbook.name)
        if not path.exists():
            write_text(path, workbook.read_text(encoding="utf-8"))
            copied.append(path)
    for lesson in content.lessons:
        path = find_place(folder, f"{lesson.band}/{lesson.slug}.ipynb")
        if not path.exists():
            copied.append(copy_notebook(content, lesson.slug, path.parent))
    return tuple(copied)


def copy_notebook(content: Content, name: str, folder: Path) -> Path:
    """Return `folder`/<slug>.ipynb of the lesson with this name, written unless it is there."""
    lesson = content.get_lesson(name)
    path = find_place(folder, f"{lesson.slug}.ipynb")
    if not path.exists():
        write_text(path, render_notebook(make_notebook(lesson, content)))
    return path
