"""Options that several commands share."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")

Root = Annotated[
    Path | None,
    typer.Option("--root", help="Thư mục nội dung (có lachan.toml); không nêu thì tự tìm."),
]
Banks = Annotated[
    list[Path] | None,
    typer.Option(
        "--bank", help="Ngân hàng câu hỏi riêng, để ngoài kho chung; dùng được nhiều lần."
    ),
]


def today() -> dt.date:
    """Return today's date in Vietnam, by which law is judged."""
    return dt.datetime.now(VIETNAM).date()
