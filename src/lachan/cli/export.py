"""``lachan export``: what is made of a lesson, a command for each product."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer

from lachan.cli.app import App
from lachan.cli.console import out
from lachan.cli.options import Root
from lachan.domain.kinds import Audience
from lachan.workflows.content.opening import open_content
from lachan.workflows.lessons.products import (
    PRODUCTS,
    FromNotebook,
    LessonProduct,
    find_versions,
)

Lesson = Annotated[
    str, typer.Argument(metavar="BÀI", help="Tên bài học, hoặc sổ .ipynb thầy cô đã sửa.")
]
WrittenLesson = Annotated[str, typer.Argument(metavar="BÀI", help="Tên bài học.")]
OutDir = Annotated[Path, typer.Option("--out", help="Thư mục để ghi.")]
Teacher = Annotated[bool, typer.Option("--teacher", help="Bản giáo viên: có ghi chú và đáp án.")]

OUT = Path("out")


def make_app(products: Sequence[LessonProduct] = PRODUCTS) -> App:
    """Return the commands, one a key; what is for pupils and teachers apart has ``--teacher``."""
    app = App(help="Xuất bài học ra giấy, ra trang ngoại tuyến.")
    for key, versions in find_versions(products).items():
        first = next(iter(versions.values()))
        app.command(key, help=first.about or first.label)(_make_command(versions))
    return app


def _make_command(versions: Mapping[Audience, LessonProduct]) -> Callable[..., None]:
    def write_either(
        lesson: Lesson, out_dir: OutDir = OUT, teacher: Teacher = False, root: Root = None
    ) -> None:
        _write(versions[Audience.TEACHER if teacher else Audience.PUPIL], lesson, out_dir, root)

    def write_one(lesson: Lesson, out_dir: OutDir = OUT, root: Root = None) -> None:
        _write(only, lesson, out_dir, root)

    def write_as_written(lesson: WrittenLesson, out_dir: OutDir = OUT, root: Root = None) -> None:
        _write(only, lesson, out_dir, root)

    if len(versions) > 1:
        return write_either
    [only] = versions.values()
    return write_one if isinstance(only.make, FromNotebook) else write_as_written


def _write(product: LessonProduct, lesson: str, out_dir: Path, root: Path | None) -> None:
    from lachan.workflows.lessons.copies import write_product
    from lachan.workflows.write_files import find_place

    named = Path(lesson)
    is_notebook = named.suffix == ".ipynb"
    # Without a root, what lies around a notebook that is named is nearer than what lies here.
    content = open_content(root, near=named.parent if is_notebook else None)
    slug = named.stem if is_notebook else content.get_lesson(lesson).slug
    path = find_place(out_dir, product.name_exported(slug))
    write_product(product, lesson, content, path)
    out.print(f"đã ghi {path}", markup=False)


app = make_app()
