"""``lachan review``: items go to people who review them by name, and their marks come back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from lachan.cli.app import App
from lachan.cli.console import err, out
from lachan.cli.options import Root, School
from lachan.domain.kinds import Band
from lachan.text import search_words
from lachan.workflows.clock import today_in_vietnam
from lachan.workflows.content.opening import open_content
from lachan.workflows.write_files import find_place, write_bytes

app = App(help="Người thẩm định đọc câu hỏi và đánh dấu.")


@app.callback()
def _group() -> None:
    """Người thẩm định đọc câu hỏi và đánh dấu."""


@app.command("open")
def open_(
    role: Annotated[
        str, typer.Option("--role", help="Vai trò: law, teacher hoặc child-protection.")
    ],
    name: Annotated[str, typer.Option("--name", help="Họ tên người thẩm định.")],
    band: Annotated[Band | None, typer.Option("--band", help="Chỉ câu của cấp này.")] = None,
    topic: Annotated[str, typer.Option("--topic", help="Chỉ câu của bài này.")] = "",
    item: Annotated[
        list[str] | None, typer.Option("--item", help="Mã câu; dùng được nhiều lần.")
    ] = None,
    out_dir: Annotated[Path, typer.Option("--out", help="Thư mục để ghi.")] = Path("out"),
    root: Root = None,
    school: School = None,
) -> None:
    """Tệp Word để một người thẩm định đọc từng câu và đánh dấu; tệp có đáp án."""
    from lachan.workflows.reviews.opening import choose_items, make_reviewer, open_review

    content = open_content(root, school=school)
    reviewer = make_reviewer(role, name, today_in_vietnam())
    items = choose_items(content, band, topic, item or ())
    data = open_review(content, items, reviewer)
    spelled = "-".join(word.plain for word in search_words(reviewer.name))
    path = find_place(out_dir, f"tham-dinh-{role}-{spelled}.docx")
    write_bytes(path, data)
    told = f"{len(items)} câu, có đáp án; chỉ gửi cho người thẩm định"
    out.print(f"đã ghi {path}: {told}", markup=False)


@app.command()
def take(
    file: Annotated[Path, typer.Argument(metavar="TỆP", help="Tệp Word đã được đánh dấu.")],
    root: Root = None,
    school: School = None,
) -> None:
    """Ghi dấu của người thẩm định vào các tệp câu hỏi, và liệt kê góp ý."""
    from lachan.workflows.reviews.taking import take_review

    taken = take_review(file, open_content(root, school=school), today_in_vietnam())
    who = f"{taken.reviewer.name} ({taken.reviewer.role})"
    for mark, place in taken.remarks:
        state = "đồng ý" if mark.agreed else "chưa đồng ý"
        out.print(f"{place or mark.item_id}: {mark.item_id}, {state}: {mark.remark}", markup=False)
    for item in taken.changed:
        err.print(f"{item.id}: câu đã sửa sau khi gửi đi, dấu không còn giá trị; nhờ xem lại")
    for item_id in taken.unknown:
        err.print(f"{item_id}: không còn câu này")
    known = f", {len(taken.known)} câu đã ghi từ trước" if taken.known else ""
    out.print(f"đã ghi dấu của {who} vào {len(taken.written)} câu{known}", markup=False)
