"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

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
