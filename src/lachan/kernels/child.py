"""What a forked child does to become a kernel."""

from __future__ import annotations

import atexit
import gc
import logging
import os
import random
import signal
import sys
import threading
import time
from collections.abc import Mapping
from typing import Any

from ipykernel.kernelapp import IPKernelApp

from lachan.kernels.messages import ForkRequest

assert sys.platform == "linux"  # noqa: S101 - told to the type checker, too

# Left by a starter of ordinary kernels; its reader would end a kernel whose parent it is not.
_PARENT_ENV = "JPY_PARENT_PID"

# How ipykernel begins when it tells what it refuses.
_REFUSALS = ("Invalid Message", "Invalid message")


class ForkedKernelApp(IPKernelApp):
    """An IPython kernel watched by `watch_server` instead of ipykernel's own poller.

    ipykernel's poller ends a kernel whose parent process changes; a forked kernel's parent is
    the template, which may die while its kernels live on.
    """

    def init_poller(self) -> None:
        """Start none."""


def become_kernel(request: ForkRequest, life_fd: int) -> None:
    """Run the kernel asked for until it is told to end.

    Parameters
    ----------
    life_fd
        Read end of a pipe that the server holds open for as long as it lives.
    """
    gc.enable()
    adopt_environment(request.env)
    os.chdir(request.cwd)
    reseed()
    watch_server(life_fd)
    sys.argv = ["ipykernel_launcher", *request.arguments]
    # A parent handle of 1 keeps the kernel from printing how to connect to it.
    app = ForkedKernelApp.instance(parent_handle=1)
    app.initialize(list(request.arguments))  # type: ignore[no-untyped-call]
    keep_refusals_out(app.log)
    announce_widgets()
    app.start()  # type: ignore[no-untyped-call]
    # ZeroMQ aborts now and then when ipykernel closes sockets that its threads still poll; the
    # system closes them as well.
    atexit.unregister(app.close)
    atexit._run_exitfuncs()  # noqa: SLF001 (there is no other way to it)
    os._exit(0)


def keep_refusals_out(log: logging.Logger) -> None:
    """Leave out of a kernel's log what strangers can make it say as often as they like.

    ipykernel traces back each message that comes twice.
    """
    log.addFilter(lambda record: not record.getMessage().startswith(_REFUSALS))


def adopt_environment(env: Mapping[str, str]) -> None:
    """Replace the environment; in place, since modules hold `os.environ` itself."""
    os.environ.clear()
    os.environ.update({name: value for name, value in env.items() if name != _PARENT_ENV})
    time.tzset()


def reseed() -> None:
    """Give this process random numbers of its own; numpy's too, where it is loaded."""
    random.seed()
    numpy: Any = sys.modules.get("numpy")
    if numpy is not None:
        numpy.random.seed()


def announce_widgets() -> None:
    """Let front ends ask for all widgets at once, and make some.

    ipywidgets sees to it when it is loaded inside a kernel; the template was none then.
    """
    ipywidgets: Any = sys.modules.get("ipywidgets")
    if ipywidgets is not None:
        ipywidgets.register_comm_target()


def watch_server(life_fd: int) -> None:
    """End this process and all it has started as soon as the server is gone."""
    threading.Thread(target=_outlive_not, args=(life_fd,), name="lachan-life", daemon=True).start()


def _outlive_not(life_fd: int) -> None:
    # Nothing is ever written: the read returns when the last holder of the other end has gone.
    os.read(life_fd, 1)
    os.killpg(os.getpgrp(), signal.SIGKILL)
