"""``lachan paper``: contest papers from blueprints."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.progress import Progress

from lachan.cli.console import err, out
from lachan.cli.options import Banks, Root, today
from lachan.content import Content
from lachan.content.blueprint_reader import load_blueprint
from lachan.domain.papers import Blueprint
from lachan.workflows import open_content

app = typer.Typer(help="Ra đề thi, đề luyện tập từ ma trận.", no_args_is_help=True)


@app.callback()
def _group() -> None:
    """Ra đề thi, đề luyện tập từ ma trận."""


@app.command()
def make(
    blueprint: Annotated[
        str, typer.Argument(metavar="MA_TRẬN", help="Tệp ma trận .yaml, hoặc tên của nó.")
    ],
    out_dir: Annotated[Path, typer.Option("--out", help="Thư mục để ghi đề và đáp án.")],
    forms: Annotated[int | None, typer.Option(min=1, max=100, help="Số mã đề.")] = None,
    seed: Annotated[
        str | None, typer.Option(help="Hạt giống để trộn; cùng hạt giống thì ra cùng đề.")
    ] = None,
    root: Root = None,
    bank: Banks = None,
) -> None:
    """Ra các mã đề (PDF), đáp án (key.xlsx) và manifest.json từ một ma trận đề."""
    from lachan.workflows.make_papers import make_papers, paper_warnings

    content = open_content(root, bank or ())
    plan = _find_blueprint(blueprint, content)
    with Progress(console=err, transient=True) as progress:
        task = progress.add_task("Đang in mã đề", total=forms)
        files = make_papers(
            content,
            plan,
            out_dir,
            today=today(),
            seed=seed,
            form_count=forms,
            on_progress=lambda _: progress.advance(task),
        )
    for warning in paper_warnings(files):
        err.print(f"cảnh báo: {warning}", style="yellow", markup=False)
    for path in files.paths:
        out.print(f"đã ghi {path}", markup=False)


def _find_blueprint(name: str, content: Content) -> Blueprint:
    path = Path(name)
    if path.suffix in (".yaml", ".yml"):
        return load_blueprint(path)
    return content.get_blueprint(name)
