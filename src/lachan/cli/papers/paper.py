"""``lachan paper``: contest papers from blueprints."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape
from rich.table import Table

from lachan.cli.app import App
from lachan.cli.console import err, out
from lachan.cli.options import Banks, Root, School
from lachan.cli.papers import keeping as paper_keeping
from lachan.cli.papers import names as paper_names
from lachan.cli.papers.names import EraseOn, Purposes, SeenBy, Withdraw, read_names
from lachan.domain.kinds import FormMode, PaperStyle
from lachan.domain.names import ITEM_TYPE_NAMES, LEVEL_NAMES
from lachan.workflows.clock import today_in_vietnam
from lachan.workflows.content.opening import open_content

if TYPE_CHECKING:
    from lachan.content import Content
    from lachan.domain.consent import NameUse
    from lachan.domain.papers.paper import Blueprint
    from lachan.domain.papers.rosters import Entrant
    from lachan.workflows.papers.make import PaperFiles
    from lachan.workflows.papers.options import PaperOptions

app = App(help="Ra đề thi, đề luyện tập từ ma trận.")
app.command("verify")(paper_keeping.verify)
app.command("seal")(paper_keeping.seal)
app.command("open")(paper_keeping.open_)
app.command("consent")(paper_names.consent)


@app.callback()
def _group() -> None:
    """Ra đề thi, đề luyện tập từ ma trận."""


@app.command()
def make(
    blueprint: Annotated[
        str | None, typer.Argument(metavar="MA_TRẬN", help="Tên ma trận có sẵn, hoặc tệp .yaml.")
    ] = None,
    out_dir: Annotated[
        Path | None, typer.Option("--out", help="Thư mục mới để ghi bộ đề; không ghi đè.")
    ] = None,
    forms: Annotated[int | None, typer.Option(min=1, max=100, help="Số mã đề.")] = None,
    seed: Annotated[
        str | None,
        typer.Option(
            help="Chuỗi trộn: dòng chữ tùy ý để máy chọn và xáo câu; cùng chuỗi thì ra cùng đề."
        ),
    ] = None,
    mode: Annotated[
        FormMode | None,
        typer.Option(help="same: các mã chung một bộ câu; different: mỗi mã câu khác nhau."),
    ] = None,
    source: Annotated[
        Path | None,
        typer.Option("--from", help="In lại từ manifest.json của bộ đề cũ, không cần ngân hàng."),
    ] = None,
    roster: Annotated[
        Path | None,
        typer.Option(help="Danh sách thí sinh (.xlsx, .csv): in phiếu riêng, giấy tờ phòng thi."),
    ] = None,
    grid: Annotated[
        str | None, typer.Option(help="Chỗ ngồi một phòng: số hàng x số cột; mặc định 6x4.")
    ] = None,
    style: Annotated[
        list[PaperStyle] | None,
        typer.Option(help="Bản in thêm: large (chữ to), dyslexia (dễ đọc); dùng được nhiều lần."),
    ] = None,
    word: Annotated[
        bool | None, typer.Option("--docx/--no-docx", help="Ghi cả bản Word (mặc định có).")
    ] = None,
    names: Purposes = None,
    erase_on: EraseOn = None,
    seen_by: SeenBy = "",
    withdraw: Withdraw = "",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Chỉ cho biết sẽ làm gì và ngân hàng đủ đến đâu.")
    ] = False,
    root: Root = None,
    school: School = None,
    bank: Banks = None,
) -> None:
    """Ra trọn bộ đề từ một ma trận: đề, phiếu trả lời, đáp án, ma trận, giấy tờ phòng thi."""
    entrants = _read_roster(roster)
    use = read_names(names, erase_on, seen_by, withdraw)
    options = _options(style, word, grid, use)
    if use is None and source is None and any(each.name for each in entrants):
        _warn(
            "danh sách có họ tên mà không nêu --names “vì sao cần tên”: chỉ in số báo danh, "
            "lớp, trường, không in tên ai"
        )
    if source is not None:
        asked = {"MA_TRẬN": blueprint, "--forms": forms, "--seed": seed, "--mode": mode}
        _refuse_besides_source(asked)
        _make_again(source, _get_out(out_dir), options, entrants)
        return
    if blueprint is None:
        raise typer.BadParameter("cần tên hoặc tệp ma trận, hoặc --from manifest.json")
    from lachan.workflows.papers.draft import find_blueprint

    content = open_content(root, bank or (), school=school)
    wish = _Wish(find_blueprint(content, blueprint), forms, seed, mode)
    if dry_run:
        _show_plan(content, wish, options, entrants)
        return
    _make_anew(content, wish, _get_out(out_dir), options, entrants)


@dataclass(frozen=True, slots=True)
class _Wish:
    """What the command line asks for; None leaves it to the blueprint."""

    blueprint: Blueprint
    form_count: int | None
    seed: str | None
    mode: FormMode | None


def _make_anew(
    content: Content,
    wish: _Wish,
    out_dir: Path,
    options: PaperOptions | None,
    entrants: Sequence[Entrant],
) -> None:
    from lachan.workflows.papers.make import make_papers

    with _progress() as on_progress:
        files = make_papers(
            content,
            wish.blueprint,
            out_dir,
            today=today_in_vietnam(),
            seed=wish.seed,
            form_count=wish.form_count,
            mode=wish.mode,
            options=options,
            roster=entrants,
            on_progress=on_progress,
        )
    _tell_made(files)


def _make_again(
    source: Path, out_dir: Path, options: PaperOptions | None, entrants: Sequence[Entrant]
) -> None:
    from lachan.workflows.papers.draft import load_manifest
    from lachan.workflows.papers.make import changed_versions, reprint_papers

    for change in changed_versions(load_manifest(source).versions):
        _warn(f"{change}: bản in lại có thể không giống từng byte")
    with _progress() as on_progress:
        files = reprint_papers(
            source,
            out_dir,
            today=today_in_vietnam(),
            options=options,
            roster=entrants,
            on_progress=on_progress,
        )
    _tell_made(files)


def _show_plan(
    content: Content, wish: _Wish, options: PaperOptions | None, entrants: Sequence[Entrant]
) -> None:
    from lachan.workflows.papers.draft import draft_paper, paper_warnings
    from lachan.workflows.papers.files import PaperPress
    from lachan.workflows.papers.options import PaperOptions
    from lachan.workflows.papers.preview import find_supply

    table = Table("Phần", "Dạng", "Chủ đề", "Mức", "Cần", "Có")
    for cell in find_supply(content, wish.blueprint, today_in_vietnam()):
        style = "red" if cell.available < cell.wanted else ""
        kind, level = ITEM_TYPE_NAMES[cell.type], LEVEL_NAMES[cell.level]
        counts = (str(cell.wanted), str(cell.available))
        table.add_row(str(cell.part), kind, escape(cell.topic), level, *counts, style=style)
    out.print(table)
    draft = draft_paper(
        content,
        wish.blueprint,
        today=today_in_vietnam(),
        seed=wish.seed,
        form_count=wish.form_count,
        mode=wish.mode,
    )
    press = PaperPress(draft.paper, draft.context, options or PaperOptions(), entrants)
    for warning in paper_warnings(draft.paper):
        _warn(warning)
    codes = ", ".join(form.code for form in draft.paper.forms)
    out.print(f"ra được {len(draft.paper.forms)} mã đề: {codes}", markup=False)
    for name, _ in press.files():
        out.print(f"sẽ ghi {name}", markup=False)


def _options(
    style: Sequence[PaperStyle] | None, word: bool | None, grid: str | None, names: NameUse | None
) -> PaperOptions | None:
    """Return what was asked for; None where nothing was, so that a reprint keeps its own."""
    from lachan.workflows.papers.options import PaperOptions, parse_grid

    if style is None and word is None and grid is None and names is None:
        return None
    usual = PaperOptions()
    rows, columns = parse_grid(grid) if grid else (usual.rows, usual.columns)
    with_word = usual.word if word is None else word
    return PaperOptions(tuple(style or ()), with_word, rows, columns, names)


def _get_out(out_dir: Path | None) -> Path:
    if out_dir is None:
        raise typer.BadParameter("cần --out THƯ_MỤC")
    return out_dir


def _refuse_besides_source(given: Mapping[str, object]) -> None:
    told = [name for name, value in given.items() if value is not None]
    if told:
        raise typer.BadParameter(f"--from in lại đúng bộ đề cũ, không đi cùng {', '.join(told)}")


def _read_roster(path: Path | None) -> tuple[Entrant, ...]:
    if path is None:
        return ()
    from lachan.exchange import read_roster

    return read_roster(path.read_bytes(), path.name)


@contextmanager
def _progress() -> Iterator[Callable[[int, int, str], None]]:
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
    )

    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=err,
        transient=True,
    )
    with bar:
        task = bar.add_task("Đang chọn câu", total=None)

        def show(made: int, count: int, name: str) -> None:
            bar.update(task, completed=made, total=count, description=f"Đang làm {escape(name)}")

        yield show


def _tell_made(files: PaperFiles) -> None:
    from lachan.workflows.papers.draft import paper_warnings

    for warning in paper_warnings(files.paper):
        _warn(warning)
    out.print(f"đã ghi {len(files.names)} tệp vào {files.folder}", markup=False)
    for folder, count in files.counts.items():
        out.print(
            f"  {folder}: {count} tệp" if folder.endswith("/") else f"  {folder}", markup=False
        )
    out.print(f"dấu vân tay bộ đề (ghi vào biên bản): {files.fingerprint}", markup=False)
    out.print("  dãy kí tự tính từ mọi tệp của bộ đề: đổi một chữ trong đề là dãy này khác đi")


def _warn(warning: str) -> None:
    err.print(f"cảnh báo: {warning}", style="yellow", markup=False)
