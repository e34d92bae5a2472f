"""Give a teacher copies of the notebooks, and never touch a copy again."""

from __future__ import annotations

from pathlib import Path

from lachan.content import Content
from lachan.notebooks import build_notebook, render_notebook
from lachan.workflows.write_files import write_text


def copy_notebooks(content: Content, folder: Path) -> tuple[Path, ...]:
    """Write each lesson's notebook to `folder`/<band>/<slug>.ipynb unless a file is there.

    Returns the paths that were written.
    """
    copied = []
    for lesson in content.lessons:
        path = folder / lesson.band / f"{lesson.slug}.ipynb"
        if not path.exists():
            notebook = build_notebook(lesson, content.hotlines, content.places)
            write_text(path, render_notebook(notebook))
            copied.append(path)
    return tuple(copied)
