"""The contest room's own process: started with the server, started again if it dies."""

from __future__ import annotations

import logging
import subprocess
import threading
import time
from collections.abc import Callable, Mapping, Sequence

log = logging.getLogger(__name__)

LONG_ENOUGH_S = 30.0
MOST_QUICK_ENDS = 5
STOP_WITHIN_S = 15.0


class RoomProcess:
    """A child that ends with this process, however that ends: it holds the end of a pipe.

    Parameters
    ----------
    command
        What to run; it must stop when its standard input ends.
    address
        Where the child listens, for kernels on this machine.
    environment
        The child's environment.
    clock
        Seconds that only grow.
    """

    def __init__(
        self,
        command: Sequence[str],
        address: str,
        environment: Mapping[str, str],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.address = address
        self._command = list(command)
        self._environment = dict(environment)
        self._clock = clock
        self._stopping = threading.Event()
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._watcher = threading.Thread(target=self._watch, name="phong-thi", daemon=True)

    @property
    def pid(self) -> int | None:
        """The child's process id; None while there is none."""
        child = self._child
        return child.pid if child is not None and child.poll() is None else None

    def start(self) -> None:
        """Start the child and watch over it."""
        self._watcher.start()

    def stop(self) -> None:
        """End the child in good order."""
        self._stopping.set()
        with self._lock:
            child = self._child
        if child is not None:
            _end(child)
        self._watcher.join(STOP_WITHIN_S)

    def _watch(self) -> None:
        quick_ends = 0
        while (child := self._spawn()) is not None:
            started = self._clock()
            child.wait()
            if self._stopping.is_set():
                return
            quick_ends = 0 if self._clock() - started > LONG_ENOUGH_S else quick_ends + 1
            if quick_ends >= MOST_QUICK_ENDS:
                log.error("Phòng thi không mở được; xem lỗi ở trên. Các trang khác vẫn chạy.")
                return
            self._stopping.wait(min(LONG_ENOUGH_S, 2.0 ** (quick_ends - 1)))

    def _spawn(self) -> subprocess.Popen[bytes] | None:
        with self._lock:
            if self._stopping.is_set():
                return None
            # A session of its own: Ctrl+C is for the server, which ends the child in order.
            self._child = subprocess.Popen(  # noqa: S603
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                env=self._environment,
                start_new_session=True,
            )
            return self._child


def _end(child: subprocess.Popen[bytes]) -> None:
    if child.stdin is not None:
        child.stdin.close()
    try:
        child.wait(STOP_WITHIN_S)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
