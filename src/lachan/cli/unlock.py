"""``lachan unlock``: let those in again whom a server makes wait for codes typed wrongly."""

from __future__ import annotations

from lachan.cli.console import out


def unlock() -> None:
    """Bỏ thời gian chờ của những người gõ sai mã giáo viên, mã phòng; chạy trên máy chủ."""
    from lachan.web.lift_waits import ask_to_lift, find_lift_file

    path = find_lift_file()
    ask_to_lift(path)
    out.print(
        "Máy chủ Lá Chắn của tài khoản này bỏ mọi thời gian chờ ở lần gõ mã kế tiếp, và trong hai "
        "phút không bắt ai chờ vì người khác gõ sai."
    )
    out.print(f"({path})", markup=False)
