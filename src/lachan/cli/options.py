"""Options that several commands share."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from lachan.workflows.clock import today_in_vietnam
from lachan.workflows.environment import SCHOOL_ENV

Root = Annotated[
    Path | None,
    typer.Option("--root", help="Thư mục nội dung (có lachan.toml); không nêu thì tự tìm."),
]
School = Annotated[
    Path | None,
    typer.Option(
        "--school",
        envvar=SCHOOL_ENV,
        show_envvar=False,
        help="Kho của trường (lachan school init). Không nêu: biến LACHAN_SCHOOL, không có thì "
        "school_folder ở lachan.toml.",
    ),
]
Banks = Annotated[
    list[Path] | None,
    typer.Option(
        "--bank", help="Ngân hàng câu hỏi riêng, để ngoài kho chung; dùng được nhiều lần."
    ),
]
On = Annotated[
    str | None,
    typer.Option("--on", metavar="NGÀY", help="Xét hiệu lực pháp luật vào ngày này: 2026-11-24."),
]


def read_day(text: str | None) -> dt.date:
    """Return the day that `On` names, today in Vietnam where it names none."""
    if text is None:
        return today_in_vietnam()
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        message = f'cần ngày dạng 2026-11-24; thấy "{text}"'
        raise typer.BadParameter(message, param_hint="--on") from error
