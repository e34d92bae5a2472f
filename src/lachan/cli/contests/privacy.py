"""``lachan contest consent``, ``withdraw``, ``erase``: what names are for, and their end."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lachan.cli.asking import insist
from lachan.cli.console import out
from lachan.cli.contests.contest import By, Slug, open_contests
from lachan.cli.options import Banks, Root, School

if TYPE_CHECKING:
    from lachan.content import Content
    from lachan.domain.contests.contest import Contest
    from lachan.domain.kinds import Band


def consent(
    about: Annotated[
        str,
        typer.Argument(metavar="KẾ_HOẠCH", help="Tệp kế hoạch .yaml, hoặc tên cuộc thi đã tạo."),
    ],
    out_file: Annotated[Path, typer.Option("--out", help="Tệp để ghi.")] = Path("phieu-dong-y.pdf"),
    root: Root = None,
    school: School = None,
    bank: Banks = None,
) -> None:
    """In phiếu đồng ý cho dùng tên: em và cha mẹ kí trước khi nhập danh sách có tên."""
    from lachan.apps.office.files import render_slip
    from lachan.workflows.content.opening import open_content
    from lachan.workflows.write_files import write_private_bytes

    content = open_content(root, bank or (), school=school)
    contest, band = _find_contest(about, content)
    write_private_bytes(out_file, render_slip(contest, band, content.hotlines))
    out.print(f"đã ghi {out_file}: một trang A4, phát mỗi người một tờ", markup=False)


def _find_contest(about: str, content: Content) -> tuple[Contest, Band]:
    """Return what a plan's file declares, or a contest that was made, and for whom it is."""
    from lachan.apps.office.office import read_frozen
    from lachan.content.contests.reader import load_contest_plan
    from lachan.text import date_in_vietnam
    from lachan.workflows.clock import utc_now
    from lachan.workflows.contests.plan import check_names
    from lachan.workflows.papers.draft import find_blueprint

    if Path(about).suffix in (".yaml", ".yml"):
        plan = load_contest_plan(Path(about))
        check_names(plan.contest, date_in_vietnam(utc_now()))
        return plan.contest, find_blueprint(content, plan.blueprint).band
    with open_contests() as database:
        frozen = read_frozen(database, about)
    return frozen.contest, frozen.paper.blueprint.band


def withdraw(
    slug: Slug,
    person: Annotated[
        str, typer.Argument(metavar="NGƯỜI", help="Số báo danh, hoặc mã ẩn danh (TS-…).")
    ],
    yes: Annotated[bool, typer.Option("--yes", help="Không hỏi lại.")] = False,
    by: By = "",
) -> None:
    """Xóa tên một người rút khỏi cuộc thi, lúc nào cũng được; xếp hạng và chuỗi băm giữ nguyên."""
    from lachan.workflows.contests.erasure import withdraw_person

    if not yes:
        insist(f"Xóa dữ liệu của {person} trong {slug}, không lấy lại được?")
    with open_contests() as database:
        done = withdraw_person(database, slug, person, who=by or getpass.getuser())
    if not done:
        out.print(f"{person} đã rút từ trước, không còn gì để xóa", markup=False)
        return
    out.print(f"đã xóa dữ liệu của {person}; mã dự thi ấy không dùng được nữa", markup=False)
    out.print("hãy gạch người này khỏi danh sách, thẻ và các tệp đã tải về")


def erase(
    slug: Slug,
    whole: Annotated[
        bool, typer.Option("--all", help="Xóa cả cuộc thi, không chỉ dữ liệu cá nhân.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Không hỏi lại.")] = False,
    by: By = "",
) -> None:
    """Xóa tên, lớp, trường của người dự thi ngay, không chờ đến ngày xóa; xếp hạng giữ nguyên."""
    from lachan.workflows.contests.erasure import erase_contest

    if not yes:
        what = "toàn bộ cuộc thi" if whole else "dữ liệu cá nhân của cuộc thi"
        insist(f"Xóa {what} {slug}, không lấy lại được?")
    with open_contests() as database:
        count = erase_contest(database, slug, who=by or getpass.getuser(), whole=whole)
    out.print(f"đã xóa dữ liệu của {count} người", markup=False)
