"""The live class, for the teacher's screen."""

from __future__ import annotations

import atexit
import os

from lachan.apps.opening import open_app_content, show_widget
from lachan.apps.staff import staff_app
from lachan.web.hosts_file import read_hosts
from lachan.widgets.live.live_class import LiveClass
from lachan.workflows.clock import utc_now
from lachan.workflows.environment import HOSTS_ENV
from lachan.workflows.live.live_class import open_live_rooms


@staff_app
def show_live_class() -> None:
    """Show the rooms there are and the form that opens one (``?cap=band&chu-de=topic``)."""
    rooms = open_live_rooms(os.environ)
    # The page asks them for as long as its kernel lives.
    atexit.register(rooms.close)
    show_widget(
        LiveClass(
            open_app_content(),
            rooms,
            utc_now,
            hosts=lambda: read_hosts(os.environ.get(HOSTS_ENV, "")),
            lesson_href="bai_hoc.ipynb?bai={slug}",
            results_href="../../lachan/ket-qua-lop/{code}.xlsx",
        )
    )
