"""``lachan law``: what rests on a legal document, and what of the law is about to change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from lachan.cli.console import out
from lachan.cli.options import On, Root, read_day
from lachan.errors import LachanError
from lachan.text import format_date
from lachan.workflows.content.opening import open_content

if TYPE_CHECKING:
    from lachan.domain.law import Provision

app = typer.Typer(help="Pháp luật được dẫn trong bài và câu hỏi.", no_args_is_help=True)


@app.callback()
def _group() -> None:
    """Pháp luật được dẫn trong bài và câu hỏi."""


@app.command()
def impact(
    document: Annotated[
        str, typer.Argument(metavar="VĂN_BẢN", help="Số hiệu hoặc mã, ví dụ 53/2024/QH15.")
    ],
    root: Root = None,
) -> None:
    """Liệt kê bài học và câu hỏi phải xem lại khi văn bản này thay đổi."""
    from lachan.checks.coverage import find_impact

    content = open_content(root)
    numbers = {each.number for each in content.documents} | {d.id for d in content.documents}
    amending = {number for each in content.documents for number in each.amended_by}
    if document not in numbers | amending:
        known = ", ".join(sorted(each.number for each in content.documents))
        raise LachanError(f'không có văn bản "{document}"; các văn bản đang dẫn: {known}')
    found = find_impact(document, content.lessons, content.items, content.provisions)
    for lesson in found.lessons:
        clauses = _clauses(found.cited_by(lesson))
        out.print(f"bài học {lesson.source.file}: {lesson.title} – {clauses}", markup=False)
    for item in found.items:
        line, _ = content.locate(item.source)
        clauses = _clauses(found.cited_by(item))
        out.print(f"câu hỏi {item.source.file}:{line}: {item.id} – {clauses}", markup=False)
    out.print(f"{len(found.lessons)} bài học, {len(found.items)} câu hỏi dựa vào {document}")


@app.command()
def watch(
    days: Annotated[int, typer.Option("--days", min=0, help="Nhìn trước bao nhiêu ngày.")] = 120,
    stale: Annotated[
        int, typer.Option("--stale", min=1, help="Quá bao nhiêu ngày chưa đọc lại thì nhắc.")
    ] = 180,
    on: On = None,
    root: Root = None,
) -> None:
    """Liệt kê điều khoản sắp có hay hết hiệu lực, cần đọc lại, và những gì dựa vào đó."""
    from lachan.checks.law_watch import watch_law

    content = open_content(root)
    day = read_day(on)
    found = watch_law(content.provisions, content.lessons, content.items, day, days, stale)
    for each in found:
        out.print(
            f"{format_date(each.day)}: {each.provision.label} {each.reason} – "
            f"{len(each.lessons)} bài học, {len(each.items)} câu hỏi",
            markup=False,
        )
        for lesson in each.lessons:
            out.print(f"  bài học {lesson.source.file}: {lesson.title}", markup=False)
        for item in each.items:
            line, _ = content.locate(item.source)
            out.print(f"  câu hỏi {item.source.file}:{line}: {item.id}", markup=False)
    out.print(f"{len(found)} điều khoản cần xem, tính từ {format_date(day)}, trong {days} ngày tới")


def _clauses(provisions: Sequence[Provision]) -> str:
    return "; ".join(f"{each.label} [{', '.join(each.sources)}]" for each in provisions)
