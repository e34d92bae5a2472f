"""From content and a passcode to a running server."""

from __future__ import annotations

import logging
import os
import secrets
import signal
import threading
import time
import webbrowser
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from traitlets.config import Config

from lachan.content import Content
from lachan.domain.contests.roles import Role
from lachan.kernels import SUPPORTED
from lachan.kernels.provisioner import close_servers
from lachan.serving.catalogue import read_catalogue
from lachan.serving.kernels.capacity import (
    Capacity,
    judge_capacity,
    raise_file_limit,
    read_free_bytes,
)
from lachan.serving.kernels.forking import use_forked_kernels
from lachan.serving.room_door import ContestWatch
from lachan.serving.room_process import RoomProcess
from lachan.serving.server import LachanServer, make_config, prefer_template
from lachan.serving.site import Site
from lachan.serving.staff.downloads import DownloadShelf
from lachan.serving.staff.login_throttle import LoginThrottle
from lachan.serving.staff.sessions import StaffSessions
from lachan.web.address import Address
from lachan.web.hosts_file import write_hosts
from lachan.web.kept_passcode import StaffPasscode, find_passcode_file
from lachan.web.lan_door import LanDoor
from lachan.web.lift_waits import WaitLift, find_lift_file
from lachan.web.listening import Listening
from lachan.web.passcode import make_role_passcodes
from lachan.workflows.content.snapshot import keep_snapshot
from lachan.workflows.database import database_url
from lachan.workflows.environment import CONTEST_ENV
from lachan.workflows.screen_fonts import FONT_WEIGHTS, open_screen_font


def serve(
    content: Content,
    *,
    listening: Listening,
    passcode: str | None = None,
    role_passcodes: Mapping[Role, str] | None = None,
    banks: Sequence[Path] = (),
    apps_dir: Path,
    lan: bool = False,
    open_browser: bool = False,
    fork: bool = SUPPORTED,
    most_kernels: int | None = None,
    ready_pages: int | None = None,
    room: RoomProcess | None = None,
    announce: Callable[[Address], object] = lambda _address: None,
    announce_door: Callable[[Address], object] = lambda _address: None,
) -> None:
    """Serve the apps until the process is told to stop.

    Parameters
    ----------
    listening
        Where and how to listen.
    passcode
        The staff passcode; None takes the one that is kept from start to start.
    role_passcodes
        Passcodes of invigilators and viewers, who may open the organisers' page only.
    banks
        Folders of private items, for contests.
    apps_dir
        Folder of the app notebooks, with our template in ``template/``.
    lan
        Whether the class's devices may come in from the start, where the server listens to its own
        machine; while it runs, staff opens and closes that.
    fork
        Whether kernels are forked from a preloaded process; only Linux can.
    most_kernels
        How many pages may be open at once; None judges by the machine's memory.
    ready_pages
        How many pages of each of the pupils' apps wait drawn; None judges by the memory and by
        what is asked for.
    room
        The contest room's process, started and ended with the server; None for none.
    announce
        Called with the address when the server listens.
    announce_door
        Called with it again whenever the door for other machines has changed afterwards.

    Raises
    ------
    PasscodeError
        If a passcode given or kept is too short, or two roles have the same.
    PortError
        If no port could be opened.
    """
    staff = StaffPasscode(passcode, find_passcode_file())
    others = make_role_passcodes(staff.passcode, role_passcodes or {})
    door = LanDoor(listening)
    database = database_url(os.environ)
    contests = ContestWatch(database) if room is not None else None
    # Jupyter looks for templates where this variable of the process says, and nowhere else.
    prefer_template(apps_dir, os.environ)

    def when_listening(bound_port: int) -> None:
        def find_address() -> Address:
            return Address(
                listening.host,
                bound_port,
                listening.port,
                staff.told,
                "https" if listening.tls else "http",
                listening.base_url,
                door.hosts,
                lan=door.is_open,
                passcode_kept=staff.kept,
            )

        if lan and door.movable:
            door.open()
        threading.Thread(target=_warm_fonts, daemon=True).start()
        announce(find_address())
        door.tell(lambda: announce_door(find_address()))
        if open_browser:
            home = find_address().home
            threading.Thread(target=webbrowser.open, args=(home,), daemon=True).start()

    with keep_snapshot(content) as snapshot, TemporaryDirectory(prefix="lachan-") as folder:
        hosts_file = Path(folder) / "dia-chi"
        door.tell(lambda: write_hosts(hosts_file, door.hosts))
        if room is not None and door.movable:
            door.tell(lambda: room.share(door.is_open))
        site = Site(
            content=content,
            catalogue=read_catalogue(apps_dir),
            find_passcode=lambda: staff.passcode,
            takes_new_passcode=staff.look,
            throttle=LoginThrottle(
                (Role.ORGANISER, *others), time.monotonic, WaitLift(find_lift_file()).is_asked
            ),
            sessions=StaffSessions(time.monotonic),
            downloads=DownloadShelf(content),
            font=open_screen_font,
            environ={**os.environ, **({CONTEST_ENV: room.address} if room else {})},
            snapshot=snapshot,
            database=database,
            find_doors=lambda: contests.doors if contests is not None else (),
            hosts_file=hosts_file,
            role_passcodes=others,
            banks=tuple(bank.resolve() for bank in banks),
            visitor_key=room.visitor_key if room else "",
        )
        config = make_config(content.settings.school)
        if fork and SUPPORTED:
            use_forked_kernels(config, site.env_for(None))
        capacity = _find_capacity(most_kernels, forked=fork and SUPPORTED)
        if room is not None:
            room.start()
        try:
            _run(
                config,
                apps_dir,
                listening,
                site=site,
                door=door,
                contests=contests,
                capacity=capacity,
                ready_pages=ready_pages,
                when_listening=when_listening,
            )
        finally:
            close_servers()
            if room is not None:
                room.stop()


def _find_capacity(most_kernels: int | None, *, forked: bool) -> Capacity:
    judged = judge_capacity(read_free_bytes(), raise_file_limit(), forked=forked)
    return judged if most_kernels is None else replace(judged, kernels=most_kernels)


def _run(config: Config, apps_dir: Path, listening: Listening, **traits: object) -> None:
    """Make the server, with what it is told besides, and let it serve."""
    # A phone that does not know our certificate is no fault, and its address nobody's business.
    logging.getLogger("tornado.general").setLevel(logging.ERROR)
    server = LachanServer.instance(
        config=config,
        config_file_paths=[],
        root_dir=str(apps_dir.resolve()),
        ip=listening.host,
        port=listening.port,
        base_url=listening.base_url,
        open_browser=False,
        log_level=logging.ERROR,
        cookie_secret=secrets.token_bytes(32),
        identity_provider_class="lachan.serving.kernels.addresses.NobodyIdentity",
        listening=listening,
        **traits,
    )
    if threading.current_thread() is threading.main_thread():
        # A service that is told to stop ends its kernels as one does who presses Ctrl+C.
        signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        server.initialize([])
        server.start()
    finally:
        LachanServer.clear_instance()


def _warm_fonts() -> None:
    for weight in FONT_WEIGHTS:
        open_screen_font(weight)
