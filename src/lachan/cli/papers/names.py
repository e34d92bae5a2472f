"""Names on papers: the options that say what for, and ``lachan paper consent``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from lachan.cli.console import out
from lachan.cli.options import Banks, Root, School
from lachan.domain.consent import NameUse

Purposes = Annotated[
    list[str] | None,
    typer.Option(
        "--names",
        help="Vì sao cần họ tên, ví dụ “ghi tên lên giấy khen”; nêu được ba lần. "
        "Không nêu thì không in tên ai.",
    ),
]
EraseOn = Annotated[
    dt.datetime | None,
    typer.Option(formats=["%Y-%m-%d"], help="Ngày xóa tên, dạng 2026-12-31; đi cùng --names."),
]
SeenBy = Annotated[str, typer.Option(help="Ai xem được tên; đi cùng --names.")]
Withdraw = Annotated[str, typer.Option(help="Muốn rút thì báo ai, ở đâu; đi cùng --names.")]


def read_names(
    purposes: Sequence[str] | None, erase_on: dt.datetime | None, seen_by: str, withdraw: str
) -> NameUse | None:
    """Return what names are for, None where no option says it."""
    if not purposes:
        if erase_on or seen_by or withdraw:
            raise typer.BadParameter("hãy nêu vì sao cần tên: --names “…”")
        return None
    if erase_on is None:
        raise typer.BadParameter("nêu --names thì cần cả ngày xóa tên: --erase-on 2026-12-31")
    return NameUse(tuple(purposes), erase_on.date(), seen_by, withdraw)


def consent(
    blueprint: Annotated[
        str, typer.Argument(metavar="MA_TRẬN", help="Tên ma trận có sẵn, hoặc tệp .yaml.")
    ],
    names: Purposes = None,
    erase_on: EraseOn = None,
    seen_by: SeenBy = "",
    withdraw: Withdraw = "",
    out_file: Annotated[Path, typer.Option("--out", help="Tệp để ghi.")] = Path("phieu-dong-y.pdf"),
    root: Root = None,
    school: School = None,
    bank: Banks = None,
) -> None:
    """In phiếu đồng ý cho dùng tên: em và cha mẹ kí trước khi in giấy tờ có tên."""
    from lachan.workflows.clock import today_in_vietnam
    from lachan.workflows.content.opening import open_content
    from lachan.workflows.papers.draft import find_blueprint
    from lachan.workflows.papers.files import render_paper_slip
    from lachan.workflows.papers.options import check_names
    from lachan.workflows.write_files import write_private_bytes

    use = read_names(names, erase_on, seen_by, withdraw)
    if use is None:
        raise typer.BadParameter("hãy nêu vì sao cần tên: --names “…”")
    content = open_content(root, bank or (), school=school)
    found, today = find_blueprint(content, blueprint), today_in_vietnam()
    check_names(use, found.date or today, today)
    write_private_bytes(out_file, render_paper_slip(found, use, content.hotlines))
    out.print(f"đã ghi {out_file}: một trang A4, phát mỗi người một tờ", markup=False)
