"""``lachan serve --contest-only``: the contest room alone, as one of any number of nodes."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from socket import socket
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from lachan import serving
from lachan.cli.apps_folder import OWN_APPS_OPTION
from lachan.cli.console import out
from lachan.cli.contests.contest import open_contests
from lachan.processes import list_environment
from lachan.serving import Address
from lachan.web.visitor_pass import make_key
from lachan.workflows.environment import DATABASE_NAMES, VISITOR_KEY_ENV

if TYPE_CHECKING:
    from lachan.content import Lawbook

DEFAULT_ROOM_PORT = 8877


def make_room(
    root: Path,
    school: Path | None,
    listening: serving.Listening,
    port: int,
    tls_files: tuple[Path | None, Path | None],
    *,
    own_apps: bool,
) -> serving.RoomProcess:
    """Return the process of the room that goes with a server which listens like `listening`.

    Parameters
    ----------
    root
        The content root.
    school
        The school's own folder.
    port
        Where the room should listen; where it is taken, the next free one.
    tls_files
        Certificate and key as the server itself got them.
    own_apps
        Whether the look of the pages is the content root's own.
    """
    # The port is chosen here, so that it can be told at once and stays after a restart.
    sockets = replace(listening, port=port).open_sockets()
    bound: int = sockets[0].getsockname()[1]
    command = ["-m", "lachan", "serve", "--contest-only", "--leashed"]
    command += ["--root", str(root), "--host", listening.host, "--port", str(bound)]
    command += ["--base-url", listening.base_url]
    command += ["--school", str(school)] if school else []
    for name, file in zip(("--certfile", "--keyfile"), tls_files, strict=True):
        command += [name, str(file)] if file else []
    if own_apps:
        command.append(OWN_APPS_OPTION)
    if listening.behind_proxy:
        command.append("--behind-proxy")
    for network in listening.proxies:
        command += ["--proxy", str(network)]
    for name in listening.names:
        command += ["--allow-host", name]
    scheme = "https" if listening.tls else "http"
    address = Address(listening.host, bound, bound, "", scheme, listening.base_url)
    key = make_key()
    environment = {**list_environment(os.environ, DATABASE_NAMES), VISITOR_KEY_ENV: key}
    return serving.RoomProcess(command, sockets, address.home, environment, key)


def find_room_home(address: Address, room: serving.RoomProcess) -> str:
    """Return the room's address as contestants open it, from another machine where they may."""
    port = urlsplit(room.address).port or address.port
    shown = replace(address, port=port, asked_port=port)
    return next(iter(shown.network_homes), shown.home)


def serve_contest_room(
    lawbook: Lawbook,
    listening: serving.Listening,
    apps_dir: Path,
    *,
    leashed: bool,
    given: Sequence[int],
) -> None:
    """Open the database that the environment names and serve the room on it.

    Parameters
    ----------
    leashed
        Whether standard input is a pipe from the server that started this process, whose end
        ends the room.
    given
        File descriptors of sockets that the starting process has bound; empty to bind here.
    """
    # Typst's and SQLAlchemy's time is paid by this command only.
    from lachan.contest_room import serve_room
    from lachan.contest_room.launch import Door
    from lachan.workflows.contests.desk import ContestDesk

    with open_contests() as database:
        sockets = [socket(fileno=number) for number in given] or listening.open_sockets()
        door = Door(
            sockets,
            listening,
            sys.stdin.buffer if leashed else None,
            os.environ.get(VISITOR_KEY_ENV, "") if leashed else "",
        )
        port: int = sockets[0].getsockname()[1]
        scheme = "https" if listening.tls else "http"
        address = Address(listening.host, port, listening.port, "", scheme, listening.base_url)
        serve_room(
            ContestDesk(database, lawbook.provisions),
            door,
            apps_dir=apps_dir,
            school=lawbook.settings.school,
            announce=lambda: out.print(f"Phòng thi đang mở: {address.home}", soft_wrap=True),
        )
