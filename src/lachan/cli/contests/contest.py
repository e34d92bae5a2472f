"""``lachan contest``: make, watch, close and check online contests; export their data."""

from __future__ import annotations

import getpass
import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Column, Table

from lachan.cli.app import App
from lachan.cli.console import err, out
from lachan.cli.options import Banks, Root, School
from lachan.errors import LachanError
from lachan.text import VIETNAM

if TYPE_CHECKING:
    from lachan.domain.misconceptions import Misconception
    from lachan.workflows.contests.database import ContestDatabase
    from lachan.workflows.contests.outcome import Outcome
    from lachan.workflows.contests.views import ContestView

SHOWN_ROWS = 10
# Letters that the other columns of the list of contests need to be read.
LEAST_BESIDE_NAME = 68

app = App(help="Cuộc thi trực tuyến: tạo, theo dõi, chấm, kiểm chứng.")

Slug = Annotated[str, typer.Argument(metavar="TÊN", help="Tên cuộc thi (tên tệp kế hoạch).")]
By = Annotated[
    str, typer.Option("--by", help="Ai làm, ghi vào nhật kí; mặc định là tài khoản máy này.")
]


@app.callback()
def _group() -> None:
    """Cuộc thi trực tuyến: tạo, theo dõi, chấm, kiểm chứng."""


@app.command()
def new(
    plan_file: Annotated[Path, typer.Argument(metavar="KẾ_HOẠCH", help="Tệp kế hoạch .yaml.")],
    roster: Annotated[Path | None, typer.Option(help="Danh sách thí sinh .xlsx hoặc .csv.")] = None,
    codes: Annotated[int, typer.Option(min=0, max=100_000, help="Số mã dự thi để phát tự do.")] = 0,
    cards: Annotated[
        Path | None, typer.Option(help="Tệp .xlsx để ghi mã dự thi; mã chỉ hiện một lần này.")
    ] = None,
    by: By = "",
    root: Root = None,
    school: School = None,
    bank: Banks = None,
) -> None:
    """Tạo cuộc thi từ tệp kế hoạch: ra đề, cam kết đáp án, phát mã dự thi.

    Cam kết đáp án là công bố trước giờ thi một mã tính từ toàn bộ đáp án; sửa một đáp án là mã
    khác đi, nên về sau ai cũng thấy đáp án không bị sửa.
    """
    from lachan.content.contests.reader import load_contest_plan
    from lachan.exchange import read_roster
    from lachan.workflows.content.opening import open_content
    from lachan.workflows.contests.office import ContestOffice
    from lachan.workflows.contests.personal_data import render_cards
    from lachan.workflows.contests.plan import plan_contest
    from lachan.workflows.write_files import write_private_bytes

    plan = load_contest_plan(plan_file)
    listed = read_roster(roster.read_bytes(), roster.name) if roster else ()
    if (listed or codes) and cards is None:
        raise typer.BadParameter("có mã dự thi phải phát; hãy thêm --cards TỆP.xlsx để ghi mã")
    content = open_content(root, bank or (), school=school)
    with open_contests() as database:
        made = plan_contest(
            ContestOffice(database),
            content,
            plan,
            who=by or getpass.getuser(),
            roster=listed,
            code_count=codes,
        )
        if cards is not None:
            write_private_bytes(cards, render_cards(plan.contest.title, made.cards, database.now()))
    for warning in made.warnings:
        err.print(f"cảnh báo: {warning}", style="yellow", markup=False)
    out.print(f"đã tạo cuộc thi {made.contest.slug}: {made.contest.title}", markup=False)
    _tell_erasure(made.contest)
    if plan.contest.names is None and any(person.name for person in listed):
        out.print(
            "cuộc thi không xin tên: họ tên trong danh sách đã được bỏ qua, không lưu và không in "
            "lên thẻ (cần tên thì nêu vì sao ở mục names của kế hoạch)"
        )
    if cards is not None:
        out.print(f"đã ghi {len(made.cards)} mã dự thi vào {cards}", markup=False)
    out.print(f"mã cam kết đáp án, hãy công bố trước giờ mở: {made.contest.key_commitment}")
    out.print("  tính từ toàn bộ đáp án: sửa một đáp án là mã khác đi, về sau ai cũng kiểm được")


@app.command()
def status(
    slug: Annotated[
        str | None, typer.Argument(metavar="TÊN", help="Không nêu: mọi cuộc thi.")
    ] = None,
) -> None:
    """Cho biết các cuộc thi, hoặc một cuộc thi đang đến đâu."""
    from lachan.workflows.contests.desk import ContestDesk
    from lachan.workflows.contests.office import ContestOffice

    with open_contests() as database:
        if slug is None:
            _show_contests(ContestDesk(database).list_contests())
            return
        board = ContestOffice(database).board(slug, seats=False)
    _show_contests((board.contest,))
    for word, field in _COUNTED:
        out.print(f"{word}: {sum(getattr(count, field) for count in board.counts)}")
    out.print(f"địa chỉ ngắn: /{board.contest.short} sau địa chỉ phòng thi", markup=False)
    if board.paused_rooms:
        rooms = ", ".join(room or "mọi phòng" for room in board.paused_rooms)
        out.print(f"đang tạm dừng: {rooms}", markup=False)
    _tell_erasure(board.contest)
    out.print(f"mã cam kết đáp án: {board.contest.key_commitment}")


@app.command()
def close(
    slug: Slug,
    at_once: Annotated[
        bool, typer.Option("--now", help="Kết thúc ngay dù chưa hết giờ; bài đang làm được nộp.")
    ] = False,
    reason: Annotated[str, typer.Option(help="Lí do, ghi vào nhật kí.")] = "",
    by: By = "",
) -> None:
    """Kết thúc cuộc thi: chấm mọi bài, tính câu dự đoán, xếp hạng."""
    from lachan.workflows.contests.outcome import close_contest

    with open_contests() as database:
        who = by or getpass.getuser()
        outcome = close_contest(database, slug, who=who, reason=reason, at_once=at_once)
    _show_ranking(outcome)
    out.print(f"xuất kết quả và hồ sơ kiểm chứng: lachan contest export {slug} --out THƯ_MỤC")


@app.command()
def verify(
    bundle: Annotated[Path, typer.Argument(metavar="HỒ_SƠ", help="Tệp hồ sơ kiểm chứng .zip.")],
    commitment: Annotated[
        str, typer.Option(help="Mã cam kết đáp án đã công bố trước giờ mở cuộc thi.")
    ] = "",
) -> None:
    """Tính lại điểm và xếp hạng từ hồ sơ công khai; mã thoát là 1 khi không khớp."""
    from lachan.workflows.contests.verify import BundleError, tell, verify_bundle

    try:
        report = verify_bundle(str(bundle), commitment)
    except BundleError as error:
        raise LachanError(f"{bundle}: {error}") from error
    out.print(tell(report), markup=False)
    if report.faults:
        raise typer.Exit(1)


@app.command()
def export(
    slug: Slug,
    out_dir: Annotated[Path, typer.Option("--out", help="Thư mục mới để ghi; không ghi đè.")],
    root: Root = None,
) -> None:
    """Xuất kết quả, dữ liệu của từng người và hồ sơ kiểm chứng công khai."""
    from lachan.workflows.contests.personal_data import BUNDLE, export_contest

    with open_contests() as database:
        paths = export_contest(database, slug, out_dir, find_misconceptions(root))
    for path in paths:
        note = "công khai được" if path.name == BUNDLE else "có tên thí sinh, giữ kín"
        out.print(f"đã ghi {path} ({note})", markup=False)


_COUNTED = (
    ("có mã dự thi", "listed"),
    ("đã vào", "entered"),
    ("đang làm", "working"),
    ("đã nộp", "submitted"),
)


def find_misconceptions(root: Path | None) -> tuple[Misconception, ...]:
    """Return what wrong answers stand for; none where no content can be read: results go on."""
    from lachan.workflows.content.opening import open_content

    try:
        return open_content(root).misconceptions
    except LachanError as error:
        err.print(f"trang Hiểu lầm chỉ có mã, vì không đọc được nội dung: {error}", markup=False)
        return ()


@contextmanager
def open_contests() -> Iterator[ContestDatabase]:
    """Open the contests of the database that the environment names.

    Whose day has come is forgotten first: no command shows a name that was promised to be gone.
    """
    from lachan.workflows.contests.database import ContestDatabase
    from lachan.workflows.contests.erasure import erase_due
    from lachan.workflows.database import open_database

    with (
        closing(open_database(os.environ)) as store,
        closing(ContestDatabase(store)) as database,
    ):
        for slug in erase_due(database):
            err.print(f"đã đến ngày xóa tên của cuộc thi {slug}: đã xóa", markup=False)
        yield database


def _tell_erasure(contest: ContestView) -> None:
    """Say until when what is known of the people is kept."""
    from lachan.text import date_in_vietnam, format_date

    if contest.erased_at is not None:
        day = format_date(date_in_vietnam(contest.erased_at))
        out.print(f"dữ liệu của người dự thi: đã xóa ngày {day}")
    elif contest.erase_at is not None:
        day = format_date(date_in_vietnam(contest.erase_at))
        out.print(f"dữ liệu của người dự thi: tự xóa khi sang ngày {day}")
    else:
        out.print("dữ liệu của người dự thi: cuộc thi này không nêu ngày xóa")


def _show_contests(contests: tuple[ContestView, ...]) -> None:
    from lachan.domain.contests.contest import ContestState

    words = {
        ContestState.UPCOMING: "chưa mở",
        ContestState.OPEN: "đang mở",
        ContestState.PAUSED: "tạm dừng",
        ContestState.OVER: "hết giờ, chờ chấm",
        ContestState.CLOSED: "đã kết thúc",
        ContestState.CANCELLED: "đã hủy",
    }
    # Other commands ask for the name, so it is whole on one line, however narrow the terminal.
    longest = max((len(each.slug) for each in contests), default=0)
    name = Column("Tên", no_wrap=True, min_width=longest)
    table = Table(name, "Cuộc thi", "Tình trạng", "Mở", "Đóng")
    for each in contests:
        window = (each.opens_at, each.closes_at)
        shown = [moment.astimezone(VIETNAM).strftime("%d/%m/%Y %H:%M") for moment in window]
        table.add_row(each.slug, each.title, words[each.state], *shown)
    out.print(table, width=max(out.width, longest + LEAST_BESIDE_NAME))


def _show_ranking(outcome: Outcome) -> None:
    from lachan.exchange.contests.lists import format_duration

    table = Table("Hạng", "Mã ẩn danh", "Câu đúng", "Thời gian", "Giải")
    for row in outcome.ranking.rows[:SHOWN_ROWS]:
        done = row.finished
        right = f"{done.correct}/{done.total}"
        time = format_duration(done.time_used_us)
        table.add_row(str(row.place), done.pseudonym, right, time, row.prize)
    out.print(table)
    out.print(f"{len(outcome.ranking.rows)} người, {outcome.ranking.all_correct} người đúng hết")
