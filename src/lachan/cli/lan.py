"""Whether the class's devices may come in: by an option, or asked of who sits at the terminal."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from lachan.cli.console import err, out
from lachan.errors import LachanError
from lachan.text import fold, strip_accents

Lan = Annotated[
    bool | None,
    typer.Option(
        "--lan/--no-lan",
        help="Cho điện thoại của lớp vào ngay từ đầu, hay chưa; không nêu thì hỏi. "
        "Mở hay đóng lúc đang chạy: ở góc giáo viên.",
    ),
]

QUESTION = (
    "Cho điện thoại, máy tính của lớp vào bài học ngay? Máy nào cùng mạng cũng vào được; góc giáo "
    "viên vẫn cần mã.\nMở hay đóng lúc nào cũng được ở góc giáo viên. Gõ c (có) hoặc k (không), "
    "Enter là không: "
)
AGAIN = "Chưa hiểu “{typed}”. Hãy gõ c (có) hoặc k (không): "
_ANSWERS = {
    **dict.fromkeys(("c", "co", "y", "yes"), True),
    **dict.fromkeys(("", "k", "khong", "n", "no"), False),
}


class LanError(LachanError):
    """The network was asked for where the operator has chosen otherwise."""


def decide_lan(said: bool | None, *, movable: bool) -> bool:
    """Return whether to open at once.

    Parameters
    ----------
    said
        What the option says; None where it is left out, which asks where somebody can answer.
    movable
        Whether the server is one that opens and closes (see `LanDoor.movable`).

    Raises
    ------
    LanError
        If the option asks for what the other options do not let be.
    """
    if said and not movable:
        raise LanError(
            "--lan mở thêm mạng của lớp cho máy chủ chỉ nghe trên chính máy này; thấy --host, "
            "--behind-proxy, --proxy hoặc --contest-only, là cách mở khác. Hãy bỏ một trong hai."
        )
    if said is not None or not movable or not _is_at_terminal():
        return bool(said)
    return _ask()


def _is_at_terminal() -> bool:
    return sys.stdin is not None and sys.stdin.isatty() and out.is_terminal


def _ask() -> bool:
    question = QUESTION
    while True:
        out.print(question, end="", markup=False)
        try:
            typed = input()
        except EOFError:
            err.print()
            return False
        answer = _ANSWERS.get(strip_accents(fold(typed)).strip())
        if answer is not None:
            return answer
        question = AGAIN.format(typed=typed.strip()[:20])
