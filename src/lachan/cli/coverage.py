"""``lachan coverage``: what is taught and what is asked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lachan.cli.console import out
from lachan.cli.options import Root, School
from lachan.workflows.content.opening import open_content

if TYPE_CHECKING:
    from lachan.checks.coverage import CoverageRow
    from lachan.checks.programme_map import ProgrammeMap


def coverage(
    root: Root = None,
    school: School = None,
    out_file: Annotated[Path, typer.Option("--out", help="Trang HTML để ghi.")] = Path(
        "out/bao-phu.html"
    ),
) -> None:
    """Bản đồ bao phủ: điều khoản nào bài nào dạy, mấy câu hỏi; bài ở lớp nào, môn nào.

    Mã thoát là 1 khi còn chỗ hổng.
    """
    from lachan.checks.coverage import map_coverage
    from lachan.checks.programme_map import map_programme
    from lachan.workflows.content.coverage_page import render_coverage
    from lachan.workflows.write_files import write_text

    content = open_content(root, school=school)
    found = map_coverage(content.lessons, content.items, content.provisions)
    programme = map_programme(content.lessons)
    write_text(out_file, render_coverage(found, programme))
    _print_programme(programme)
    _print_holes("dạy mà chưa hỏi", found.never_asked)
    _print_holes("hỏi mà chưa dạy", found.never_taught)
    for lesson, objective in found.unasked_objectives:
        out.print(f"mục tiêu chưa câu nào hỏi: {lesson.slug}: {objective}", markup=False)
    covered = sum(row.is_taught and row.is_asked for row in found.rows)
    out.print(f"{covered}/{len(found.rows)} điều khoản (theo từng cấp) vừa dạy vừa hỏi")
    out.print(f"{found.hole_count} chỗ hổng; đã ghi {out_file}", markup=False)
    if found.hole_count:
        raise typer.Exit(1)


def _print_programme(programme: ProgrammeMap) -> None:
    from lachan.checks.programme_map import GRADES

    for grade in GRADES:
        subjects = "; ".join(f"{name} {count}" for name, count in programme.count(grade))
        out.print(f"lớp {grade}: {subjects or 'chưa có bài nào'}", markup=False)


def _print_holes(what: str, rows: Sequence[CoverageRow]) -> None:
    for row in rows:
        out.print(f"{what}: {row.band}: {row.provision.id} ({row.provision.label})", markup=False)
