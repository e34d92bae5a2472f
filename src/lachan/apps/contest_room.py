"""The contest room as an app."""

from __future__ import annotations

import os
from collections.abc import Mapping

from lachan.apps.opening import app, show_widget
from lachan.errors import LachanError
from lachan.web.visitor_pass import read_pass
from lachan.widgets.contests.room import ContestRoom
from lachan.workflows.environment import CONTEST_ENV, VISITOR_ENV


class RoomClosedError(LachanError):
    """No contest room runs beside this notebook."""


@app
def show_contest_room() -> None:
    """Show the room; the address may name a contest (``?cuoc-thi=slug``)."""
    pass_path = os.environ.get(VISITOR_ENV, "")
    show_widget(ContestRoom(find_room(os.environ), lambda: read_pass(pass_path)))


def find_room(environment: Mapping[str, str]) -> str:
    """Return the address of the room's server, which the server of apps tells its kernels.

    Raises
    ------
    RoomClosedError
        Where there is none.
    """
    address = environment.get(CONTEST_ENV, "")
    if not address:
        raise RoomClosedError(
            "Phòng thi chạy cùng lệnh lachan serve (không có --no-contest). Hãy mở trang này từ "
            "máy chủ đó, hoặc vào thẳng địa chỉ phòng thi do ban tổ chức báo."
        )
    return address
