"""``lachan check``: hold the content against every rule."""

from __future__ import annotations

from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from lachan.cli.console import (
    count_errors,
    out,
    print_problems,
    print_problems_json,
    print_rereads,
)
from lachan.cli.options import Banks, On, Root, School, read_day
from lachan.content import find_root


class Format(StrEnum):
    TEXT = "text"
    JSON = "json"


def check(
    root: Root = None,
    school: School = None,
    bank: Banks = None,
    on: On = None,
    format_: Annotated[Format, typer.Option("--format", help="Dạng in ra.")] = Format.TEXT,
    reread: Annotated[
        bool, typer.Option("--reread", help="In cả những đoạn mà máy đề nghị đọc lại.")
    ] = False,
) -> None:
    """Kiểm tra nội dung: định dạng, trích dẫn, hiệu lực, phương án, liên kết, phông chữ.

    Mã thoát là 1 khi có lỗi, 0 khi chỉ có cảnh báo.
    """
    from lachan.workflows.content.check import report_content

    day = read_day(on)
    report = report_content(find_root(root, Path.cwd()), day, bank or (), school=school)
    reviews = report.reviews
    if format_ is Format.JSON:
        print_problems_json(
            report.problems,
            expert_reviews=asdict(reviews),
            school=asdict(report.school) if report.school else None,
            readings=asdict(report.readings),
            reread=[asdict(each) for each in report.rereads],
        )
    else:
        print_problems(report.problems)
        if reread:
            print_rereads(report.rereads)
        if report.school is not None:
            out.print(report.school.tell(), markup=False)
        out.print(
            f"Người có tên đã thẩm định (lachan review): "
            f"{reviews.items_reviewed}/{reviews.items} câu"
        )
        out.print(
            f"Người khác đã đọc lại sau lần sửa cuối: {report.readings.lessons_read}/"
            f"{report.readings.lessons} bài, {report.readings.items_read}/{reviews.items} câu"
        )
        out.print(
            f"Máy đề nghị đọc lại {len(report.rereads)} đoạn, không phải lỗi "
            "(lachan check --reread)"
        )
    if count_errors(report.problems):
        raise typer.Exit(1)
