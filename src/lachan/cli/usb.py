"""``lachan usb``: a stick that brings the kit to a school without internet."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from lachan.cli.console import err, out
from lachan.cli.options import Root, School
from lachan.workflows.content.opening import open_content
from lachan.workflows.usb.systems import DEFAULT_PYTHON, PYTHONS, SYSTEMS, SystemName


def usb(
    system: Annotated[SystemName, typer.Option("--for", help="Hệ điều hành của máy ở trường.")],
    out_dir: Annotated[Path, typer.Option("--out", help="Thư mục mới, hoặc còn trống, để ghi.")],
    python: Annotated[
        str, typer.Option("--python", help="Bản Python của máy ở trường: 3.11, 3.12 hoặc 3.13.")
    ] = DEFAULT_PYTHON,
    root: Root = None,
    school: School = None,
) -> None:
    """Làm một USB cài Lá Chắn cho máy không có mạng: gói cài đặt, trang bài học, hướng dẫn."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    from lachan.workflows.usb.stick import make_stick

    if python not in PYTHONS:
        message = f'cần {", ".join(PYTHONS)}; thấy "{python}"'
        raise typer.BadParameter(message, param_hint="--python")
    content = open_content(root, school=school)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=err, transient=True) as shown:
        bar = shown.add_task("", total=None)

        def tell(doing: str, done: int, whole: int) -> None:
            shown.update(bar, description=doing, completed=done, total=whole)

        parts = make_stick(out_dir, SYSTEMS[system], python, content, tell)
    for part in parts:
        megabytes = f"{part.size / 1e6:.1f}".replace(".", ",")
        out.print(f"{part.name}: {part.count} tệp, {megabytes} MB")
    out.print(f"đã ghi {out_dir}; mở {out_dir / 'huong-dan.html'} để xem cách dùng", markup=False)
