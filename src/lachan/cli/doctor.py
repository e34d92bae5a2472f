"""``lachan doctor``: what the operator should know before a class or a contest."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table
from rich.text import Text

from lachan.cli.console import out
from lachan.serving import DEFAULT_PORT

if TYPE_CHECKING:
    from lachan.doctor import Finding

# Read out by a screen reader and told without colour too.
_SHOWN = {
    "good": ("✓ tốt", "green"),
    "unknown": ("? chưa rõ", "cyan"),
    "warning": ("! nên xem", "yellow"),
    "fault": ("✗ phải sửa", "bold red"),
}


def doctor(
    contest: Annotated[
        str, typer.Option("--for", metavar="TÊN", help="Cuộc thi sắp mở, để xem máy có đủ sức.")
    ] = "",
    entrants: Annotated[
        int | None,
        typer.Option("--entrants", min=0, help="Số người thi cùng lúc; mặc định: theo danh sách."),
    ] = None,
    host: Annotated[str, typer.Option("--host", help="Như của lachan serve.")] = "0.0.0.0",  # noqa: S104
    port: Annotated[
        int, typer.Option("--port", min=1, max=65535, help="Như của lachan serve.")
    ] = DEFAULT_PORT,
    certfile: Annotated[
        Path | None, typer.Option("--certfile", help="Như của lachan serve.")
    ] = None,
    keyfile: Annotated[Path | None, typer.Option("--keyfile", help="Như của lachan serve.")] = None,
    passcode_file: Annotated[
        Path | None, typer.Option("--passcode-file", help="Như của lachan serve.")
    ] = None,
    behind_proxy: Annotated[
        bool, typer.Option("--behind-proxy", help="Như của lachan serve.")
    ] = False,
    address: Annotated[
        str, typer.Option("--address", help="Địa chỉ mọi người sẽ gõ, ví dụ https://thi.truong.vn/")
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="In JSON cho chương trình khác.")] = False,
) -> None:
    """Khám máy trước giờ dạy, giờ thi: mạng, HTTPS, mã, bộ nhớ, dữ liệu, đồng hồ, phiên bản.

    Không đổi gì. Mã thoát: 0 khi mọi thứ tốt, 1 khi có điều nên xem, 2 khi có điều phải sửa.
    """
    from lachan.doctor import Plan, examine, exit_status
    from lachan.doctor.contest import read_contest
    from lachan.workflows.clock import utc_now

    found, listed = read_contest(os.environ, contest) if contest else (None, 0)
    plan = Plan(
        now=utc_now(),
        environment=os.environ,
        host=host,
        port=port,
        certfile=certfile,
        keyfile=keyfile,
        passcode_file=passcode_file,
        behind_proxy=behind_proxy,
        address=address,
        entrants=listed if entrants is None else entrants,
        contest=found,
    )
    findings = tuple(examine(plan))
    status = exit_status(findings)
    if as_json:
        report = {"findings": [asdict(finding) for finding in findings], "status": status}
        out.print(json.dumps(report, ensure_ascii=False, indent=2), markup=False)
    else:
        _print_table(findings)
    raise typer.Exit(status)


def _print_table(findings: Iterable[Finding]) -> None:
    table = Table("", "Việc", "Thấy", "Cần làm")
    counts = dict.fromkeys(_SHOWN, 0)
    for finding in findings:
        words, style = _SHOWN[finding.state.value]
        counts[finding.state.value] += 1
        cells = (finding.title, finding.found, finding.advice)
        table.add_row(Text(words, style=style), *map(Text, cells))
    out.print(table)
    out.print(
        f"{counts['fault']} điều phải sửa, {counts['warning']} điều nên xem, "
        f"{counts['unknown']} điều chưa rõ, {counts['good']} điều tốt"
    )
