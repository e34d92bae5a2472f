"""Where a passphrase comes from: the terminal, a file or the environment, never an argument.

Arguments stay in the shell's history and are seen by whoever lists the running programs.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

ENVIRONMENT_NAME = "LACHAN_PASSPHRASE"

PassphraseFile = Annotated[
    Path | None,
    typer.Option(
        "--passphrase-file",
        help=f"Tệp có mật khẩu ở dòng đầu; không nêu thì đọc biến {ENVIRONMENT_NAME}, rồi mới hỏi.",
    ),
]


def read_passphrase(file: Path | None, *, confirm: bool) -> str:
    """Return the passphrase; asked for at the terminal, twice where a slip would lock out."""
    if file is not None:
        return file.read_text("utf-8-sig").partition("\n")[0].strip()
    given = os.environ.get(ENVIRONMENT_NAME, "")
    if given:
        return given
    again = "Nhập lại mật khẩu" if confirm else False
    answer: str = typer.prompt("Mật khẩu niêm phong", hide_input=True, confirmation_prompt=again)
    return answer
