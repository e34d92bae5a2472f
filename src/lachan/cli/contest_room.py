"""``lachan serve --contest-only``: the contest room alone, as one of any number of nodes."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from lachan import serving
from lachan.cli.console import out
from lachan.content import Content
from lachan.serving import Address


def serve_contest_room(
    content: Content, listening: serving.Listening, apps_dir: Path, *, leashed: bool
) -> None:
    """Open the database that the environment names and serve the room on it.

    Parameters
    ----------
    leashed
        Whether standard input is a pipe from the server that started this process, whose end
        ends the room.
    """
    # Typst's and SQLAlchemy's time is paid by this command only.
    from tornado.httpserver import HTTPServer

    from lachan.contest import serve_room
    from lachan.contest.launch import Door
    from lachan.workflows.contest_database import ContestDatabase
    from lachan.workflows.open_database import open_database
    from lachan.workflows.run_contest import ContestDesk

    store = open_database(os.environ)
    database = ContestDatabase(store)
    sockets = listening.open_sockets()
    door = Door(
        sockets,
        listening.base_url,
        listening.tls,
        serving.NearbyProxyServer if listening.behind_proxy else HTTPServer,
        sys.stdin.buffer if leashed else None,
    )
    port: int = sockets[0].getsockname()[1]
    scheme = "https" if listening.tls else "http"
    address = Address(listening.host, port, listening.port, "", scheme, listening.base_url)
    try:
        serve_room(
            ContestDesk(database, content.provisions),
            door,
            apps_dir=apps_dir,
            school=content.settings.school,
            announce=lambda: out.print(f"Phòng thi đang mở: {address.home}", soft_wrap=True),
        )
    finally:
        database.close()
        store.close()
