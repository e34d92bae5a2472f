"""The Voilà application as `lachan serve` runs it: listed pages only, nothing from elsewhere."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import signal
import sys
import threading
import time
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import tornado.ioloop
import voila
import zmq
from jupyter_core.utils import run_sync
from tornado.ioloop import PeriodicCallback
from traitlets import Callable as AnyCallable
from traitlets import Instance, Int
from traitlets.config import Config
from voila.app import Voila

from lachan.domain.contests.roles import Role
from lachan.limits.classroom import CELL_TIME, IDLE_KERNEL, LARGEST_BODY, MOST_MESSAGE_SOCKETS
from lachan.limits.page_line import ANSWERS_HELD
from lachan.serving.app_page import AppHandler
from lachan.serving.catalogue import HOME_APP
from lachan.serving.drawing import PageDrawer
from lachan.serving.files import (
    NEUTRAL_PATH,
    DownloadHandler,
    ExtensionHandler,
    FontHandler,
    FontStylesHandler,
    NeutralPageHandler,
    PageScriptHandler,
    QuickExitHandler,
    StaticHandler,
    make_page_script,
)
from lachan.serving.headers import SecurityHeaders
from lachan.serving.kernels.addresses import FarewellHandler, KernelModelHandler
from lachan.serving.kernels.capacity import Capacity, read_free_bytes
from lachan.serving.kernels.memory import MemoryWatch
from lachan.serving.kernels.plans import DemandPlan, FixedPlan, Plan
from lachan.serving.kernels.pool import PagePool
from lachan.serving.kernels.slots import ClassroomKernels, Seats
from lachan.serving.law import law_handlers
from lachan.serving.line.lines import PageLines
from lachan.serving.line.sockets import MOST_MESSAGE_BYTES, PageConnection, PageSocketHandler
from lachan.serving.live.door import LiveDoor
from lachan.serving.live.invitation import InvitationHandler
from lachan.serving.live.pages import keep_purging, live_handlers
from lachan.serving.live.results import result_handlers
from lachan.serving.pages import LOGIN_PATH, TEMPLATE, HomeHandler, NotFoundHandler
from lachan.serving.room_door import CONTEST_SLUG, ROOM_PATH, ContestWatch, RoomDoorHandler
from lachan.serving.site import Site
from lachan.serving.staff.lan import LAN_PATH, LanHandler
from lachan.serving.staff.login import LoginHandler, LogoutHandler
from lachan.serving.staff.status import StatusHandler
from lachan.watchdog import report_life
from lachan.web.lan_door import LanDoor
from lachan.web.lift_waits import WaitLift, find_lift_file
from lachan.web.listening import Listening, ListeningServer
from lachan.web.visitor_pass import PassFolder
from lachan.workflows.live.live_class import make_desk

# The widget managers and anywidget; other JupyterLab extensions are not for pupils.
LAB_EXTENSIONS = [
    "@voila-dashboards/widgets-manager8",
    "@jupyter-widgets/jupyterlab-manager",
    "anywidget",
]

# The address names the version, so that browsers may keep the files for good.
STATIC_PATH = f"voila/static/{voila.__version__}"

# How soon a passcode that somebody at the machine has changed opens nothing any more.
PASSCODE_LOOK_MS = 2_000

_KERNEL_ID = r"(?P<kernel_id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"


def make_config(school: str) -> Config:
    """Return the settings that a page of ours depends on; no file of the machine adds to them."""
    config = Config()
    config.VoilaConfiguration.template = TEMPLATE
    config.VoilaConfiguration.theme = "light"
    config.VoilaConfiguration.allow_template_override = "NO"
    config.VoilaConfiguration.allow_theme_override = "NO"
    config.VoilaConfiguration.file_allowlist = []
    config.VoilaConfiguration.show_tracebacks = False
    config.VoilaExecutor.timeout = CELL_TIME.value
    config.VoilaConfiguration.extension_allowlist = LAB_EXTENSIONS
    page_script, _ = make_page_script()
    config.VoilaConfiguration.resources = {
        "lachan": {"school": school, "static": STATIC_PATH, "page_script": page_script}
    }
    if sys.platform != "win32":
        # Sockets in the server's own folder: no port to race for, no one else to listen in.
        config.KernelManager.transport = "ipc"
    config.VoilaConfiguration.multi_kernel_manager_class = ClassroomKernels
    config.MappingKernelManager.cull_idle_timeout = IDLE_KERNEL.value
    config.MappingKernelManager.cull_interval = 60
    config.MappingKernelManager.cull_connected = False
    return config


class LachanServer(Voila):  # type: ignore[misc]
    """Voilà with a list of pages instead of a folder, and refusal for everything else."""

    site = Instance(Site)
    listening = Instance(Listening)
    door = Instance(LanDoor)
    contests = Instance(ContestWatch, allow_none=True)
    capacity = Instance(Capacity)
    ready_pages = Int(None, allow_none=True)
    when_listening = AnyCallable()

    def init_settings(self) -> dict[str, Any]:
        """Add what our handlers share to Voilà's settings."""
        settings: dict[str, Any] = super().init_settings()
        # ZeroMQ's own limit is 1,023 sockets, six of them a kernel.
        self.kernel_manager.context.set(zmq.MAX_SOCKETS, MOST_MESSAGE_SOCKETS.value)
        self.kernel_manager.context.setsockopt(zmq.RCVHWM, ANSWERS_HELD.value)
        if self.site.visitor_key:
            # The folder that Voilà makes for this server's kernels alone, and removes.
            folder = Path(self.connection_dir)
            self.kernel_manager.passes = PassFolder(folder, self.site.visitor_key)
        self.seats = Seats(self.kernel_manager, self.capacity.kernels)
        self.drawer = PageDrawer(self, settings, self.site, self.seats)
        opened = [app for app in self.site.catalogue.apps if not app.staff]
        self.pool = PagePool(
            self.drawer.draw, self.seats, opened, self._make_plan(), time.monotonic
        )
        self.lines = PageLines(time.monotonic)
        self.memory = MemoryWatch(self.kernel_manager, self.seats, self.lines, read_free_bytes)
        self.passcode_watch = PeriodicCallback(self._watch_passcode, PASSCODE_LOOK_MS)
        self.desk = make_desk(self.site.content, self.site.database)
        self.live_door = LiveDoor(time.monotonic, WaitLift(find_lift_file()).is_asked)
        settings.update(
            lachan=self.site,
            lachan_page=self.config.VoilaConfiguration.resources["lachan"],
            lachan_home=HOME_APP,
            default_handler_class=NotFoundHandler,
            transforms=[SecurityHeaders],
            xsrf_cookie_kwargs={"samesite": "Strict", "httponly": True, "path": self.base_url},
            xsrf_cookie_name="lachan-xsrf",
            log_function=_log_nothing,
            kernel_websocket_connection_class=PageConnection,
            websocket_max_message_size=MOST_MESSAGE_BYTES,
        )
        return settings

    def _make_plan(self) -> Plan:
        if self.ready_pages is not None:
            return FixedPlan(self.ready_pages)
        capacity, seats = self.capacity, self.seats
        return DemandPlan(
            lambda: capacity.count_ready(read_free_bytes(), seats.ready), time.monotonic
        )

    def init_handlers(self) -> list[Any]:
        """Return every address that is served; what is not here is a page not found."""
        return [*self._own_handlers(), *self._front_end_handlers()]

    def _own_handlers(self) -> list[Any]:
        statics = {"paths": self.static_paths}
        script_path, script = make_page_script()
        table = [
            ("", HomeHandler, {}),
            ("lachan/chieu-ma", InvitationHandler, {"door": self.door}),
            (rf"{ROOM_PATH}(?:/{CONTEST_SLUG})?", RoomDoorHandler, {"listening": self.listening}),
            (LAN_PATH, LanHandler, {"door": self.door}),
            (LOGIN_PATH, LoginHandler, {"seats": self.seats}),
            ("lachan/tinh-trang", StatusHandler, {"seats": self.seats, "pool": self.pool}),
            ("lachan/dang-xuat", LogoutHandler, {"seats": self.seats}),
            ("lachan/thoat", QuickExitHandler, {}),
            (rf"{NEUTRAL_PATH}(?:\.(css))?", NeutralPageHandler, statics),
            (re.escape(script_path), PageScriptHandler, {"script": script}),
            (r"lachan/fonts/chu\.css", FontStylesHandler, {}),
            (r"lachan/fonts/(\d{3})\.woff2", FontHandler, {}),
            (r"lachan/tai/([a-z0-9-]+)/([a-z0-9.-]+)", DownloadHandler, {}),
            *law_handlers(self.site.content),
            *live_handlers(self.desk, self.live_door),
            *result_handlers(self.desk),
            (rf"voila/templates/{TEMPLATE}/static/(.+)", StaticHandler, statics),
            (rf"{STATIC_PATH}/(.+)", StaticHandler, statics),
        ]
        handlers = [(self._rooted(path), handler, kwargs) for path, handler, kwargs in table]
        if self.base_url != "/":
            # People leave the last slash out.
            handlers.append((self.base_url.rstrip("/"), HomeHandler, {}))
        return handlers

    def _front_end_handlers(self) -> list[Any]:
        app = {"drawer": self.drawer, "pool": self.pool, "seats": self.seats}
        extensions = {"path": self.labextensions_path, "no_cache_paths": ["/"]}
        allowed = "|".join(LAB_EXTENSIONS)
        table = [
            (r"voila/render/([^/]+)", AppHandler, app),
            (rf"api/kernels/{_KERNEL_ID}", KernelModelHandler, {}),
            (rf"api/kernels/{_KERNEL_ID}/channels", PageSocketHandler, {"lines": self.lines}),
            (rf"voila/api/shutdown/{_KERNEL_ID}", FarewellHandler, {}),
            (rf"voila/labextensions/((?:{allowed})/.+)", ExtensionHandler, extensions),
        ]
        return [(self._rooted(path), handler, kwargs) for path, handler, kwargs in table]

    def _rooted(self, path: str) -> str:
        return f"{self.server_url}{path}"

    def listen(self) -> None:
        """Bind the port asked for or the next free one, tell the caller, serve until stopped."""
        sockets = self.listening.open_sockets()
        self.port = sockets[0].getsockname()[1]
        self._make_server(self.listening).add_sockets(sockets)
        self.ioloop = tornado.ioloop.IOLoop.current()
        self.ioloop.add_callback(self.door.begin, self._make_server, self.port)
        self.ioloop.add_callback(self.when_listening, self.port)
        self.ioloop.add_callback(self.pool.start)
        self.ioloop.add_callback(self.memory.start)
        self.ioloop.add_callback(self.passcode_watch.start)
        if self.contests is not None:
            self.ioloop.add_callback(self.contests.start, self.pool.redraw_plain)
        keep_purging(self.desk)
        loop: asyncio.AbstractEventLoop = self.ioloop.asyncio_loop  # type: ignore[attr-defined]
        life = loop.create_task(report_life(os.environ))
        try:
            with told_to_stop(self.ioloop):
                self.ioloop.start()
        except KeyboardInterrupt:
            self.log.info("Dừng theo yêu cầu.")
        finally:
            life.cancel()
            self.stop()

    def _make_server(self, listening: Listening) -> ListeningServer:
        kind = listening.http_server
        return kind(self.app, max_body_size=LARGEST_BODY.value, ssl_options=listening.tls)

    def _watch_passcode(self) -> None:
        """End what was opened with a passcode that is none any more."""
        if self.site.takes_new_passcode():
            self.seats.end_soon(*self.site.sessions.close_all(Role.ORGANISER))

    def stop(self) -> None:
        """End all kernels, then remove their sockets; in Voilà's order they would not hear it."""
        self.door.stop()
        self.passcode_watch.stop()
        if self.contests is not None:
            self.contests.stop()
        self.pool.stop()
        self.memory.stop()
        run_sync(self.seats.end_all)()
        self.desk.close()
        shutil.rmtree(self.connection_dir, ignore_errors=True)


@contextmanager
def told_to_stop(ioloop: tornado.ioloop.IOLoop) -> Iterator[None]:
    """Stop the loop between two of its steps when the process is told to end.

    Where a signal raises instead, it may do so while a thread is being started, which nobody
    would then end.
    """
    loop: asyncio.AbstractEventLoop = ioloop.asyncio_loop  # type: ignore[attr-defined]
    usable = os.name == "posix" and threading.current_thread() is threading.main_thread()
    signals = (signal.SIGINT, signal.SIGTERM) if usable else ()
    for each in signals:
        loop.add_signal_handler(each, ioloop.stop)
    try:
        yield
    finally:
        for each in signals:
            loop.remove_signal_handler(each)


def _log_nothing(_handler: Any) -> None:
    """Keep no record of who read what; faults of our own are told by whoever meets them."""


def template_root(apps_dir: Path) -> Path:
    """Return the folder that Jupyter must search to find our template."""
    return apps_dir / "template"


def prefer_template(apps_dir: Path, environ: MutableMapping[str, str]) -> None:
    """Put our template first on Jupyter's search path, ahead of any the machine may hold."""
    parts = [str(template_root(apps_dir).resolve()), environ.get("JUPYTER_PATH", "")]
    environ["JUPYTER_PATH"] = os.pathsep.join(part for part in parts if part)
