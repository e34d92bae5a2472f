"""``lachan export``: a lesson as a handout or as an offline page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lachan.cli.console import out
from lachan.cli.options import Root
from lachan.workflows.content.opening import open_content
from lachan.workflows.write_files import find_place, write_bytes, write_text

if TYPE_CHECKING:
    from lachan.content import Content

app = typer.Typer(help="Xuất bài học ra giấy, ra trang ngoại tuyến.", no_args_is_help=True)

Lesson = Annotated[
    str, typer.Argument(metavar="BÀI", help="Tên bài học, hoặc sổ .ipynb thầy cô đã sửa.")
]
OutDir = Annotated[Path, typer.Option("--out", help="Thư mục để ghi.")]


@app.command()
def handout(
    lesson: Lesson,
    out_dir: OutDir = Path("out"),
    teacher: Annotated[
        bool, typer.Option("--teacher", help="Bản giáo viên: có ghi chú và đáp án.")
    ] = False,
    root: Root = None,
) -> None:
    """Phiếu học tập A4 (PDF), in đen trắng được."""
    from lachan.printing import Audience
    from lachan.workflows.lessons.handout import make_handout
    from lachan.workflows.lessons.notebook import find_notebook

    content = _open_near(lesson, root)
    notebook, name = find_notebook(lesson, content)
    audience = Audience.TEACHER if teacher else Audience.PUPIL
    pdf = make_handout(notebook, name, content, audience)
    ending = "-giao-vien.pdf" if teacher else ".pdf"
    path = find_place(out_dir, name.replace(".ipynb", ending))
    write_bytes(path, pdf)
    out.print(f"đã ghi {path}", markup=False)


@app.command()
def page(lesson: Lesson, out_dir: OutDir = Path("out"), root: Root = None) -> None:
    """Một trang HTML mở được khi không có mạng, câu hỏi tự chấm trong trình duyệt."""
    from lachan.workflows.lessons.notebook import find_notebook
    from lachan.workflows.lessons.page import make_page

    content = _open_near(lesson, root)
    notebook, name = find_notebook(lesson, content)
    path = find_place(out_dir, name.replace(".ipynb", ".html"))
    write_text(path, make_page(notebook, name, content))
    out.print(f"đã ghi {path}", markup=False)


@app.command()
def leaflet(lesson: Lesson, out_dir: OutDir = Path("out"), root: Root = None) -> None:
    """Tờ rơi một trang A4 cho gia đình (PDF)."""
    from lachan.workflows.lessons.leaflet import make_leaflet
    from lachan.workflows.lessons.notebook import find_notebook

    content = _open_near(lesson, root)
    notebook, name = find_notebook(lesson, content)
    path = find_place(out_dir, name.replace(".ipynb", "-to-roi.pdf"))
    write_bytes(path, make_leaflet(notebook, name, content))
    out.print(f"đã ghi {path}", markup=False)


@app.command()
def plan(
    lesson: Annotated[str, typer.Argument(metavar="BÀI", help="Tên bài học.")],
    out_dir: OutDir = Path("out"),
    root: Root = None,
) -> None:
    """Kế hoạch bài dạy (Word), sửa được, nộp được."""
    from lachan.workflows.lessons.plan import make_plan

    content = open_content(root)
    path = find_place(out_dir, f"{content.get_lesson(lesson).slug}-ke-hoach.docx")
    write_bytes(path, make_plan(lesson, content))
    out.print(f"đã ghi {path}", markup=False)


def _open_near(lesson: str, root: Path | None) -> Content:
    """Return the content of `root`, else what lies around a notebook that is named, or here."""
    path = Path(lesson)
    return open_content(root, near=path.parent if path.suffix == ".ipynb" else None)
