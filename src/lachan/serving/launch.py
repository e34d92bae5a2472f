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
from lachan.serving.room_process import RoomProcess
from lachan.serving.server import LachanServer, make_config, prefer_template
from lachan.serving.site import Site
from lachan.serving.staff.downloads import DownloadShelf
from lachan.serving.staff.login_throttle import LoginThrottle
from lachan.serving.staff.sessions import StaffSessions
from lachan.web.address import Address
from lachan.web.lift_waits import WaitLift, find_lift_file
from lachan.web.listening import Listening
from lachan.web.network import find_network_addresses
from lachan.web.passcode import Passcode, make_passcode, make_role_passcodes
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
    open_browser: bool = False,
    fork: bool = SUPPORTED,
    most_kernels: int | None = None,
    ready_pages: int | None = None,
    room: RoomProcess | None = None,
    announce: Callable[[Address], object] = lambda _address: None,
) -> None:
    """Serve the apps until the process is told to stop.

    Parameters
    ----------
    listening
        Where and how to listen.
    passcode
        The staff passcode; None makes eight random digits.
    role_passcodes
        Passcodes of invigilators and viewers, who may open the organisers' page only.
    banks
        Folders of private items, for contests.
    apps_dir
        Folder of the app notebooks, with our template in ``template/``.
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
        Called once with the address when the server listens.

    Raises
    ------
    PasscodeError
        If a passcode given is too short, or two roles have the same.
    PortError
        If no port could be opened.
    """
    chosen = Passcode(passcode if passcode is not None else make_passcode())
    others = make_role_passcodes(chosen, role_passcodes or {})
    # Jupyter looks for templates where this variable of the process says, and nowhere else.
    prefer_template(apps_dir, os.environ)

    def when_listening(bound_port: int) -> None:
        address = Address(
            listening.host,
            bound_port,
            listening.port,
            "" if passcode is not None else chosen.value,
            "https" if listening.tls else "http",
            listening.base_url,
            find_network_addresses() if listening.everywhere else (),
        )
        threading.Thread(target=_warm_fonts, daemon=True).start()
        announce(address)
        if open_browser:
            threading.Thread(target=webbrowser.open, args=(address.home,), daemon=True).start()

    with keep_snapshot(content) as snapshot:
        site = Site(
            content=content,
            catalogue=read_catalogue(apps_dir),
            passcode=chosen,
            throttle=LoginThrottle(
                (Role.ORGANISER, *others), time.monotonic, WaitLift(find_lift_file()).is_asked
            ),
            sessions=StaffSessions(time.monotonic),
            downloads=DownloadShelf(content),
            font=open_screen_font,
            environ={**os.environ, **({CONTEST_ENV: room.address} if room else {})},
            snapshot=snapshot,
            database=database_url(os.environ),
            find_hosts=find_network_addresses if listening.everywhere else tuple,
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
            _run(site, config, capacity, ready_pages, when_listening, listening, apps_dir)
        finally:
            close_servers()
            if room is not None:
                room.stop()


def _find_capacity(most_kernels: int | None, *, forked: bool) -> Capacity:
    judged = judge_capacity(read_free_bytes(), raise_file_limit(), forked=forked)
    return judged if most_kernels is None else replace(judged, kernels=most_kernels)


def _run(
    site: Site,
    config: Config,
    capacity: Capacity,
    ready_pages: int | None,
    when_listening: Callable[[int], None],
    listening: Listening,
    apps_dir: Path,
) -> None:
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
        site=site,
        listening=listening,
        capacity=capacity,
        ready_pages=ready_pages,
        when_listening=when_listening,
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
