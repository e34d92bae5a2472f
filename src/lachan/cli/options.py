"""Options that several commands share."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from lachan.text import date_in_vietnam

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
    return date_in_vietnam(dt.datetime.now(dt.UTC))
