"""``lachan contest cards``, ``results``, ``certificates``: what an organiser prints and keeps."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from lachan.cli.console import out
from lachan.cli.contests.contest import Slug, find_misconceptions, open_contests
from lachan.cli.options import Root

Out = Annotated[Path, typer.Option("--out", help="Tệp để ghi.")]


def cards(
    slug: Slug,
    code_list: Annotated[
        Path, typer.Argument(metavar="DANH_SÁCH_MÃ", help="Tệp .xlsx do contest new --cards ghi.")
    ],
    address: Annotated[
        str,
        typer.Option(
            help="Địa chỉ của cuộc thi, càng ngắn càng dễ gõ, ví dụ http://192.168.1.20:8877/7; "
            "lachan contest status TÊN cho biết số."
        ),
    ],
    out_file: Out = Path("the-du-thi.pdf"),
    root: Root = None,
) -> None:
    """In thẻ dự thi có mã QR, sáu thẻ một trang A4, từ danh sách mã đã lưu."""
    from lachan.apps.office.files import render_entry_cards
    from lachan.exchange.contests.code_list import read_code_list
    from lachan.workflows.content.opening import open_content
    from lachan.workflows.contests.enrolment import Card
    from lachan.workflows.contests.office import ContestOffice
    from lachan.workflows.write_files import write_private_bytes

    printed = [Card(*row) for row in read_code_list(code_list.read_bytes(), code_list.name)]
    hotlines = open_content(root).hotlines
    with open_contests() as database:
        contest = ContestOffice(database).board(slug, seats=False).contest
    write_private_bytes(out_file, render_entry_cards(contest, printed, address, hotlines))
    out.print(f"đã ghi {len(printed)} thẻ vào {out_file} (giữ kín)", markup=False)


def results(slug: Slug, out_file: Out = Path("ket-qua.xlsx"), root: Root = None) -> None:
    """Ghi kết quả có tên: xếp hạng, tập thể, từng câu hỏi, điều hay hiểu lầm, cách xếp."""
    from lachan.workflows.contests.outcome import read_outcome
    from lachan.workflows.contests.personal_data import render_results
    from lachan.workflows.write_files import write_private_bytes

    with open_contests() as database:
        outcome = read_outcome(database, slug)
        workbook = render_results(database, outcome, find_misconceptions(root))
    write_private_bytes(out_file, workbook)
    out.print(f"đã ghi {out_file} (có tên thí sinh, giữ kín)", markup=False)


def certificates(
    slug: Slug,
    out_file: Annotated[
        Path, typer.Option("--out", help="Tệp để ghi: .pdf, hoặc .docx để sửa tiếp bằng Word.")
    ] = Path("giay-chung-nhan.pdf"),
    organiser: Annotated[str, typer.Option(help="Đơn vị tổ chức.")] = "",
    authority: Annotated[str, typer.Option(help="Cơ quan chủ quản.")] = "",
    place: Annotated[str, typer.Option(help="Nơi kí; không nêu thì in dòng chấm.")] = "",
    signed_on: Annotated[
        dt.datetime | None,
        typer.Option("--date", formats=["%Y-%m-%d"], help="Ngày kí; không nêu thì in dòng chấm."),
    ] = None,
    signer: Annotated[str, typer.Option(help="Dòng trên chữ kí; không nêu: TM. BAN TỔ CHỨC.")] = "",
    signer_title: Annotated[str, typer.Option(help="Chức vụ người kí, ví dụ TRƯỞNG BAN.")] = "",
    signer_name: Annotated[str, typer.Option(help="Họ tên người kí, in dưới chỗ kí.")] = "",
    everyone: Annotated[
        bool, typer.Option("--everyone", help="In cho cả người dự thi không đạt giải.")
    ] = False,
) -> None:
    """In giấy chứng nhận A4 ngang cho người và tập thể đạt giải, chừa chỗ kí."""
    from lachan.apps.office.files import render_awards
    from lachan.apps.office.office import read_declaration
    from lachan.domain.contests.awards import SIGNER, CertificateStyle
    from lachan.workflows.contests.outcome import read_outcome
    from lachan.workflows.write_files import write_private_bytes

    if out_file.suffix not in (".pdf", ".docx"):
        raise typer.BadParameter(f'cần tệp .pdf hoặc .docx; thấy "{out_file}"', param_hint="--out")
    day = signed_on.date() if signed_on else None
    signed = (signer or SIGNER, signer_title, signer_name)
    style = CertificateStyle(organiser, authority, place, day, *signed)
    with open_contests() as database:
        declared, outcome = read_declaration(database, slug), read_outcome(database, slug)
    word = out_file.suffix == ".docx"
    made = render_awards(declared, outcome, style, everyone=everyone, word=word)
    write_private_bytes(out_file, made)
    out.print(f"đã ghi {out_file} (có tên thí sinh)", markup=False)
