"""``lachan export``: what is made of a lesson, a command for each product."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lachan.cli.app import App
from lachan.cli.console import out
from lachan.cli.options import Root, School
from lachan.domain.kinds import Audience, Band
from lachan.workflows.content.opening import open_content
from lachan.workflows.lessons.products import (
    PRODUCTS,
    ZIP,
    LessonProduct,
    find_versions,
)

if TYPE_CHECKING:
    from lachan.content import Content

Lesson = Annotated[
    str | None, typer.Argument(metavar="BÀI", help="Tên bài học, hoặc sổ .ipynb thầy cô đã sửa.")
]
WrittenLesson = Annotated[str | None, typer.Argument(metavar="BÀI", help="Tên bài học.")]
OfBand = Annotated[Band | None, typer.Option("--band", help="Thay cho BÀI: mọi bài của cấp này.")]
OutDir = Annotated[Path, typer.Option("--out", help="Thư mục để ghi.")]
Teacher = Annotated[bool, typer.Option("--teacher", help="Bản giáo viên: có ghi chú và đáp án.")]

OUT = Path("out")

Opens = Callable[..., "Content"]
"""Opens the content that the options name."""


def make_app(products: Sequence[LessonProduct] = PRODUCTS) -> App:
    """Return the commands, one a key; what is for pupils and teachers apart has ``--teacher``."""
    app = App(help="Xuất bài học ra giấy, ra trang ngoại tuyến.")
    for key, versions in find_versions(products).items():
        first = next(iter(versions.values()))
        app.command(key, help=first.about or first.label)(_make_command(versions))
    return app


def _make_command(versions: Mapping[Audience, LessonProduct]) -> Callable[..., None]:
    def write_either(
        lesson: Lesson = None,
        band: OfBand = None,
        out_dir: OutDir = OUT,
        teacher: Teacher = False,
        root: Root = None,
        school: School = None,
    ) -> None:
        product = versions[Audience.TEACHER if teacher else Audience.PUPIL]
        _write(product, lesson, band, out_dir, partial(open_content, root, school=school))

    def write_one(
        lesson: Lesson = None,
        band: OfBand = None,
        out_dir: OutDir = OUT,
        root: Root = None,
        school: School = None,
    ) -> None:
        _write(only, lesson, band, out_dir, partial(open_content, root, school=school))

    def write_as_written(
        lesson: WrittenLesson = None,
        band: OfBand = None,
        out_dir: OutDir = OUT,
        root: Root = None,
        school: School = None,
    ) -> None:
        _write(only, lesson, band, out_dir, partial(open_content, root, school=school))

    if len(versions) > 1:
        return write_either
    [only] = versions.values()
    return write_one if only.follows_changes else write_as_written


def _write(
    product: LessonProduct,
    lesson: str | None,
    band: Band | None,
    out_dir: Path,
    opens: Opens,
) -> None:
    if lesson is not None and band is None:
        _write_lesson(product, lesson, out_dir, opens)
    elif lesson is None and band is not None:
        _write_band(product, band, out_dir, opens)
    else:
        message = (
            "nêu tên một bài, hoặc --band cho mọi bài của một cấp; không bỏ trống, không cả hai"
        )
        raise typer.BadParameter(message, param_hint="BÀI")


def _write_lesson(product: LessonProduct, lesson: str, out_dir: Path, opens: Opens) -> None:
    named = Path(lesson)
    is_notebook = named.suffix == ".ipynb"
    # Without a root, what lies around a notebook that is named is nearer than what lies here.
    content = opens(near=named.parent if is_notebook else None)
    slug = named.stem if is_notebook else content.get_lesson(lesson).slug
    _write_file(product, lesson, slug, content, out_dir)


def _write_band(product: LessonProduct, band: Band, out_dir: Path, opens: Opens) -> None:
    content = opens()
    slugs = [lesson.slug for lesson in content.lessons if lesson.band is band]
    if not slugs:
        message = f"bộ nội dung ở {content.root} không có bài nào của cấp này"
        raise typer.BadParameter(message, param_hint="--band")
    for slug in slugs:
        _write_file(product, slug, slug, content, out_dir)


def _write_file(
    product: LessonProduct, name: str, slug: str, content: Content, out_dir: Path
) -> None:
    from lachan.workflows.lessons.copies import write_folder, write_product
    from lachan.workflows.write_files import find_place

    path = find_place(out_dir, product.name_exported(slug))
    if product.media_type == ZIP:
        # On a disk a folder is at hand sooner than an archive.
        path = path.with_suffix("")
        write_folder(product, name, content, path)
    else:
        write_product(product, name, content, path)
    out.print(f"đã ghi {path}", markup=False)


app = make_app()
