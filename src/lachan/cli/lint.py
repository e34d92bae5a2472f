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
    from lachan.checks.safety import Breach, Doubt

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

    Một mô hình thống kê đề nghị đọc lại những chỗ không luật nào nói tới.
    Mã thoát là 1 khi có dòng phạm luật, 0 khi không; lời đề nghị không đổi mã thoát.
    """
    from lachan.checks.safety import find_doubts, judge

    judged = [(list(judge(line, band)), line) for line in _read_lines(file)]
    bad, doubtful = 0, 0
    for number, (breaches, line) in enumerate(judged, 1):
        told = {breach.sentence.raw for breach in breaches}
        doubts = [
            doubt
            for doubt in find_doubts(line, band)
            if not any(sentence in doubt.text for sentence in told)
        ]
        bad, doubtful = bad + bool(breaches), doubtful + bool(doubts)
        if format_ is LintFormat.JSON:
            typer.echo(json.dumps(_line_object(number, breaches, doubts)))
        else:
            for breach in breaches:
                _show(f"{file}:{number}: ", breach)
            for doubt in doubts:
                _show_doubt(f"{file}:{number}: ", doubt)
    if format_ is LintFormat.TEXT:
        asked = f", {doubtful} dòng nên đọc lại" if doubtful else ""
        out.print(f"{bad} dòng phạm luật{asked}, {len(judged)} dòng đã xét")
    if bad:
        raise typer.Exit(1)


def _line_object(
    number: int, breaches: list[Breach], doubts: list[Doubt]
) -> dict[str, int | list[str]]:
    return {
        "line": number,
        "codes": sorted({breach.rule.code for breach in breaches}),
        "reread": sorted({doubt.nearest.code for doubt in doubts}),
    }


def _show(place: str, breach: Breach) -> None:
    rule = breach.rule
    out.print(Text.assemble(place, (f"{rule.code} {rule.title}", "bold red")))
    out.print(Text(f"    “{breach.sentence.raw}”"))
    out.print(Text(f"    Vì sao: {rule.why}"))
    out.print(Text(f"    Viết được: {rule.good}", style="cyan"))


def _show_doubt(place: str, doubt: Doubt) -> None:
    from lachan.checks.safety import REREAD

    near = f"{doubt.nearest.code} {doubt.nearest.title}"
    out.print(Text.assemble(place, (f"{REREAD} Nên đọc lại, gần với {near}", "yellow")))
    out.print(Text(f"    “{doubt.text}”"))


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
