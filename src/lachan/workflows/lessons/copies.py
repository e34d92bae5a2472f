"""Give a teacher copies of the notebooks and files of lessons; never touch a copy again."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

from ipykernel.ipkernel import IPythonKernel
from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel
from nbformat import NotebookNode

from lachan.content import Content
from lachan.errors import LachanError
from lachan.notebooks import parse_notebook, render_notebook
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
            written = parse_notebook(workbook.read_text(encoding="utf-8"), workbook.name)
            write_text(path, render_copy(written))
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
        write_text(path, render_copy(make_notebook(lesson, content)))
    return path


def render_copy(notebook: NotebookNode) -> str:
    """Return a notebook as a file for this machine.

    JupyterLab writes into a notebook what its kernel says of itself, and shows the notebook as
    unsaved where that is news. A copy has it from the start; what we ship has it not, since it
    is another on each machine.
    """
    spec = find_kernel_spec(str(notebook.metadata.kernelspec.name))
    if spec:
        notebook.metadata.kernelspec = spec
        notebook.metadata.language_info = dict(IPythonKernel.language_info)
    return render_notebook(notebook)


def find_kernel_spec(name: str) -> dict[str, str]:
    """Return what a notebook says of the kernel with that name here; empty where there is none."""
    try:
        spec = KernelSpecManager().get_kernel_spec(name)
    except NoSuchKernel:
        return {}
    return {"display_name": spec.display_name, "language": spec.language, "name": name}


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


def write_folder(product: LessonProduct, name: str, content: Content, folder: Path) -> None:
    """Write each file of a product that is a zip into `folder`, over what it wrote there before.

    Raises
    ------
    LachanError
        Where it cannot be made.
    """
    with zipfile.ZipFile(BytesIO(product.make(name, content))) as archive:
        for file in archive.namelist():
            write_bytes(find_place(folder, file), archive.read(file))
