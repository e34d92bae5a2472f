"""``lachan law``: what rests on a legal document, and what of the law is about to change."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lachan.cli.app import App
from lachan.cli.console import out
from lachan.cli.options import On, Root, School, read_day
from lachan.domain.kinds import Band
from lachan.errors import LachanError
from lachan.text import format_date
from lachan.workflows.content.opening import open_content
from lachan.workflows.write_files import find_place, write_bytes, write_text

if TYPE_CHECKING:
    from lachan.domain.law import Provision

app = App(help="Pháp luật được dẫn trong bài và câu hỏi.")


@app.callback()
def _group() -> None:
    """Pháp luật được dẫn trong bài và câu hỏi."""


@app.command()
def impact(
    document: Annotated[
        str, typer.Argument(metavar="VĂN_BẢN", help="Số hiệu hoặc mã, ví dụ 53/2024/QH15.")
    ],
    root: Root = None,
    school: School = None,
) -> None:
    """Liệt kê bài học và câu hỏi phải xem lại khi văn bản này thay đổi."""
    from lachan.checks.coverage import find_impact

    content = open_content(root, school=school)
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
    school: School = None,
) -> None:
    """Liệt kê điều khoản sắp có hay hết hiệu lực, cần đọc lại, và những gì dựa vào đó."""
    from lachan.checks.law_watch import watch_law

    content = open_content(root, school=school)
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


OutDir = Annotated[Path, typer.Option("--out", help="Thư mục để ghi.")]


@app.command("print")
def print_index(
    out_dir: OutDir = Path("out"),
    band: Annotated[
        Band | None, typer.Option("--band", help="Lời viết cho cấp nào; không nêu thì lời dễ nhất.")
    ] = None,
    on: On = None,
    root: Root = None,
    school: School = None,
) -> None:
    """In danh mục pháp luật (PDF A4): theo văn bản, theo từ, và đã đọc ở đâu."""
    from lachan.workflows.law.printed import make_law_index

    path = find_place(out_dir, "tra-cuu-phap-luat.pdf")
    write_bytes(path, make_law_index(open_content(root, school=school), read_day(on), band))
    out.print(f"đã ghi {path}", markup=False)


@app.command()
def page(out_dir: OutDir = Path("out"), root: Root = None, school: School = None) -> None:
    """Trang tra cứu trong một tệp HTML, mở được khi không có mạng."""
    from lachan.workflows.law.page import make_law_page

    path = find_place(out_dir, "tra-cuu-phap-luat.html")
    write_text(path, make_law_page(open_content(root, school=school)))
    out.print(f"đã ghi {path}", markup=False)


def _clauses(provisions: Sequence[Provision]) -> str:
    return "; ".join(f"{each.label} [{', '.join(each.sources)}]" for each in provisions)
