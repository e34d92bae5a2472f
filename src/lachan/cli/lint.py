"""``lachan lint``: try any text against the age and safety rules, line by line."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from lachan.cli.console import out
from lachan.domain.kinds import Band
from lachan.errors import LachanError

if TYPE_CHECKING:
    from lachan.checks.safety import Breach

STDIN = "-"


class LintFormat(StrEnum):
    TEXT = "text"
    JSON = "json"


def lint(
    file: Annotated[
        str, typer.Argument(metavar="TỆP", help="Tệp chữ UTF-8, hoặc - để đọc đầu vào chuẩn.")
    ],
    band: Annotated[Band, typer.Option("--band", help="Cấp của người đọc.")],
    format_: Annotated[
        LintFormat, typer.Option("--format", help="Dạng in ra; json: mỗi dòng chữ một đối tượng.")
    ] = LintFormat.TEXT,
) -> None:
    """Thử một đoạn chữ với các luật an toàn; mỗi dòng được xét riêng.

    Mã thoát là 1 khi có dòng phạm luật, 0 khi không.
    """
    from lachan.checks.safety import judge

    judged = [list(judge(line, band)) for line in _read_lines(file)]
    for number, breaches in enumerate(judged, 1):
        if format_ is LintFormat.JSON:
            codes = sorted({breach.rule.code for breach in breaches})
            typer.echo(json.dumps({"line": number, "codes": codes}))
        else:
            for breach in breaches:
                _show(f"{file}:{number}: ", breach)
    bad = sum(map(bool, judged))
    if format_ is LintFormat.TEXT:
        out.print(f"{bad} dòng phạm luật, {len(judged)} dòng đã xét")
    if bad:
        raise typer.Exit(1)


def _show(place: str, breach: Breach) -> None:
    rule = breach.rule
    out.print(Text.assemble(place, (f"{rule.code} {rule.title}", "bold red")))
    out.print(Text(f"    “{breach.sentence.raw}”"))
    out.print(Text(f"    Vì sao: {rule.why}"))
    out.print(Text(f"    Viết được: {rule.good}", style="cyan"))


def _read_lines(file: str) -> list[str]:
    """Return the lines of a text file or of standard input, without their ends."""
    data = sys.stdin.buffer.read() if file == STDIN else Path(file).read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        message = f"{file}:{line}: không phải chữ UTF-8; hãy lưu lại tệp bằng mã UTF-8"
        raise LachanError(message) from error
    lines = text.split("\n")
    return [line.removesuffix("\r") for line in (lines[:-1] if lines[-1] == "" else lines)]
