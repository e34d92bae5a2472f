"""``lachan build``: lessons to notebooks."""

from __future__ import annotations

from typing import Annotated

import typer

from lachan.cli.console import err, out, print_problems
from lachan.cli.options import Root
from lachan.workflows.content.opening import open_content


def build(
    root: Root = None,
    check: Annotated[
        bool, typer.Option("--check", help="Chỉ so sổ đã có với bài học, không ghi gì.")
    ] = False,
) -> None:
    """Dựng sổ Jupyter từ các bài học; sổ thầy cô đã sửa thì giữ nguyên và nêu tên."""
    from lachan.workflows.lessons.build import build_lessons, check_notebooks

    # A school's own lessons have no notebook in the kit's folder: `lachan lab` makes its copies.
    content = open_content(root, kit_only=True)
    if check:
        problems = check_notebooks(content)
        print_problems(problems)
        if problems:
            raise typer.Exit(1)
        return
    report = build_lessons(content)
    for name in report.written:
        out.print(f"đã ghi {name}", markup=False)
    for name in report.kept:
        err.print(
            f"giữ nguyên {name}: sổ đã được sửa; xóa hoặc đổi tên rồi chạy lại nếu muốn dựng mới"
        )
    out.print(f"{len(report.written)} sổ mới ghi, {len(report.unchanged)} sổ không đổi")
