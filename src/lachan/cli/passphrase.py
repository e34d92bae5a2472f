"""Where a passphrase comes from: the terminal, a file or the environment, never an argument.

Arguments stay in the shell's history and are seen by whoever lists the running programs.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from lachan.cli.asking import ask_secret
from lachan.errors import LachanError

ENVIRONMENT_NAME = "LACHAN_PASSPHRASE"

PassphraseFile = Annotated[
    Path | None,
    typer.Option(
        "--passphrase-file",
        help=f"Tệp có mật khẩu ở dòng đầu; không nêu thì đọc biến {ENVIRONMENT_NAME}, rồi mới hỏi.",
    ),
]


def read_secret(file: Path) -> str:
    """Return the text of a file with a passphrase or passcode.

    Raises
    ------
    LachanError
        Where it is no text.
    """
    try:
        return file.read_text("utf-8-sig")
    except UnicodeDecodeError:
        message = f"{file}: không phải chữ UTF-8; hãy lưu lại tệp bằng mã UTF-8, mỗi tệp một mã"
        raise LachanError(message) from None


def read_passphrase(file: Path | None, *, confirm: bool) -> str:
    """Return the passphrase; asked for at the terminal, twice where a slip would lock out."""
    if file is not None:
        return read_secret(file).partition("\n")[0].strip()
    given = os.environ.get(ENVIRONMENT_NAME, "")
    if given:
        return given
    return ask_secret("Mật khẩu niêm phong", "Nhập lại mật khẩu" if confirm else "")
