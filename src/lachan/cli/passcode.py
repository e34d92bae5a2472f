"""``lachan passcode``: the teacher's passcode that stays from start to start."""

from __future__ import annotations

from typing import Annotated

import typer

from lachan.cli.console import out
from lachan.domain.contests.roles import Role
from lachan.serving import PASSCODE_ENVS, format_passcode


def passcode(
    new: Annotated[
        bool, typer.Option("--new", help="Đặt mã mới; mã cũ hết dùng được ngay.")
    ] = False,
) -> None:
    """Xem mã giáo viên mà máy giữ từ lần chạy này sang lần chạy khác, hoặc đổi mã."""
    from lachan.web.kept_passcode import find_passcode_file, read_passcode, renew_passcode

    path = find_passcode_file()
    found = None if new else read_passcode(path)
    made = found or renew_passcode(path)
    out.print(f"Mã giáo viên: {format_passcode(made.value)}", markup=False)
    out.print(f"({path})", markup=False)
    if found is None:
        out.print(
            "Mã vừa đặt mới. Máy chủ đang chạy của tài khoản này nhận mã trong vài giây; ai đã vào "
            "bằng mã cũ phải gõ lại."
        )
    out.print(
        "Máy chủ chạy với --passcode-file hoặc biến "
        f"{PASSCODE_ENVS[Role.ORGANISER]} thì dùng mã ấy, không dùng mã này.",
        markup=False,
    )
