"""The contest room's own process: started with the server, started again if it dies."""

from __future__ import annotations

import contextlib
import logging
import os
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from socket import socket

from lachan.processes import DEVNULL, PIPE, Process, TimeoutExpired, start_python
from lachan.web.lan_door import CLOSE_WORD, OPEN_WORD

log = logging.getLogger(__name__)

LONG_ENOUGH_S = 30.0
MOST_QUICK_ENDS = 5
STOP_WITHIN_S = 15.0
# Elsewhere a child cannot be given sockets by number, and binds the port itself.
HANDS_OVER_SOCKETS = os.name == "posix"


class RoomProcess:
    """A child that ends with this process, however that ends: it holds the end of a pipe.

    This process keeps the sockets on which its children listen one after the other, so that no
    other program takes the port while there is none, and who connects meanwhile is answered by
    the next.

    Parameters
    ----------
    arguments
        What Python is to run; it must stop when its standard input ends, and may read there
        whether other machines may come in (see `lachan.web.lan_door`). ``--socket`` with the
        number of its file descriptor is added for each socket.
    sockets
        Bound to the child's port and listening; closed when no child will come any more.
    address
        Where the child listens, for kernels on this machine.
    environment
        The child's environment.
    visitor_key
        What the child believes visitors' addresses by; see `lachan.web.visitor_pass`.
    clock
        Seconds that only grow.
    """

    def __init__(
        self,
        arguments: Sequence[str],
        sockets: Sequence[socket],
        address: str,
        environment: Mapping[str, str],
        visitor_key: str = "",
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.address = address
        self.visitor_key = visitor_key
        self._sockets = tuple(sockets)
        if not HANDS_OVER_SOCKETS:
            self._close_sockets()
        self._numbers = [each.fileno() for each in sockets] if HANDS_OVER_SOCKETS else []
        self._arguments = [*arguments, *(f"--socket={number}" for number in self._numbers)]
        self._environment = dict(environment)
        self._clock = clock
        self._shared = False
        self._stopping = threading.Event()
        self._lock = threading.Lock()
        self._child: Process | None = None
        self._watcher = threading.Thread(target=self._watch, name="phong-thi", daemon=True)

    @property
    def pid(self) -> int | None:
        """The child's process id; None while there is none."""
        child = self._child
        return child.pid if child is not None and child.poll() is None else None

    def start(self) -> None:
        """Start the child and watch over it."""
        self._watcher.start()

    def share(self, shared: bool) -> None:
        """Tell the child, and those that follow it, whether other machines may come in."""
        with self._lock:
            self._shared = shared
            if self._child is not None:
                _tell(self._child, shared)

    def stop(self) -> None:
        """End the child in good order."""
        self._stopping.set()
        with self._lock:
            child = self._child
        if child is not None:
            _end(child)
        self._watcher.join(STOP_WITHIN_S)

    def _watch(self) -> None:
        try:
            self._keep_running()
        finally:
            # Who comes now is told at once that there is nobody, instead of waiting.
            self._close_sockets()

    def _close_sockets(self) -> None:
        for each in self._sockets:
            each.close()

    def _keep_running(self) -> None:
        quick_ends = 0
        while (child := self._spawn()) is not None:
            started = self._clock()
            child.wait()
            _let_go(child)
            if self._stopping.is_set():
                return
            quick_ends = 0 if self._clock() - started > LONG_ENOUGH_S else quick_ends + 1
            if quick_ends >= MOST_QUICK_ENDS:
                log.error("Phòng thi không mở được; xem lỗi ở trên. Các trang khác vẫn chạy.")
                return
            self._stopping.wait(min(LONG_ENOUGH_S, 2.0 ** (quick_ends - 1)))

    def _spawn(self) -> Process | None:
        with self._lock:
            if self._stopping.is_set():
                return None
            # A session of its own: Ctrl+C is for the server, which ends the child in order.
            self._child = start_python(
                self._arguments,
                self._environment,
                stdin=PIPE,
                stdout=DEVNULL,
                pass_fds=self._numbers,
                start_new_session=True,
            )
            if self._shared:
                _tell(self._child, True)
            return self._child


def _tell(child: Process, shared: bool) -> None:
    # One that is ending hears nothing; the next is told when it starts.
    with contextlib.suppress(OSError, ValueError):
        if child.stdin is not None:
            child.stdin.write(OPEN_WORD if shared else CLOSE_WORD)
            child.stdin.flush()


def _let_go(child: Process) -> None:
    if child.stdin is not None:
        child.stdin.close()


def _end(child: Process) -> None:
    _let_go(child)
    try:
        child.wait(STOP_WITHIN_S)
    except TimeoutExpired:
        child.kill()
        child.wait()
