"""Give a teacher copies of the notebooks and files of lessons; never touch a copy again."""

from __future__ import annotations

from pathlib import Path

from lachan.content import Content
from lachan.errors import LachanError
from lachan.notebooks import render_notebook
from lachan.workflows.lessons.build import NOTEBOOKS
from lachan.workflows.lessons.notebook import make_notebook
from lachan.workflows.lessons.products import NOTEBOOK, LessonProduct
from lachan.workflows.write_files import find_place, write_bytes, write_text


class KeptNotebookError(LachanError):
    """A notebook lies where another should be written."""


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


def write_product(product: LessonProduct, name: str, content: Content, path: Path) -> None:
    """Write what is made of a lesson, or of a notebook that was changed, to `path`.

    Raises
    ------
    LachanError
        Where it cannot be made, or is a notebook and another one lies there.
    """
    data = product.make(name, content)
    if product.media_type == NOTEBOOK and path.exists() and path.read_bytes() != data:
        raise KeptNotebookError(
            f"{path}: đã có một sổ mang tên này mà nội dung khác, có thể thầy cô đã sửa, nên "
            "không ghi đè. Hãy chọn thư mục khác, hoặc tự chuyển sổ cũ đi."
        )
    write_bytes(path, data)
