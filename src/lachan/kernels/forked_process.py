"""A forked kernel as seen from the server, which is not its parent."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import sys
import threading
import time

# Told of a kernel that ended after its template had: nobody was left to read its status.
UNKNOWN_STATUS = 255


class ForkedProcess:
    """Stands where Jupyter's provisioner keeps a `subprocess.Popen`.

    The template is the parent and reaps; it tells the exit status through `settle`. A kernel
    whose template has died is watched by its pidfd, which no reuse of its pid can deceive.
    """

    stdin = stdout = stderr = None

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.returncode: int | None = None
        self._orphan = False
        self._lock = threading.Lock()
        # -1: it has ended already, or the system knows no pidfd.
        self._pidfd = -1
        if sys.platform == "linux":
            with contextlib.suppress(OSError):
                self._pidfd = os.pidfd_open(pid)

    def settle(self, status: int) -> None:
        """Take down that the process has ended."""
        with self._lock:
            if self.returncode is None:
                self.returncode = status
                if self._pidfd >= 0:
                    os.close(self._pidfd)
                    self._pidfd = -1

    def become_orphan(self) -> None:
        """Know that the template is gone and nobody will tell of the end."""
        self._orphan = True

    def poll(self) -> int | None:
        """Return the exit status (negative: the signal that ended it), None while it runs."""
        if self.returncode is None and self._orphan and self._has_gone():
            self.settle(UNKNOWN_STATUS)
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """Wait for the end, at most `timeout` seconds, and return the exit status.

        Raises
        ------
        TimeoutError
            If the process still runs.
        """
        deadline = None if timeout is None else time.monotonic() + timeout
        while (status := self.poll()) is None:
            if deadline is not None and time.monotonic() > deadline:
                raise TimeoutError(f"tiến trình {self.pid} chưa kết thúc")
            time.sleep(0.005)
        return status

    def send_signal(self, signum: int) -> None:
        """Send a signal to the kernel's process group; one that has ended is left in peace."""
        with self._lock:
            if self.returncode is not None:
                return
            with contextlib.suppress(ProcessLookupError):
                os.kill(-self.pid, signum)

    def terminate(self) -> None:
        """Ask the process to end."""
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        """End the process."""
        if sys.platform == "linux":
            self.send_signal(signal.SIGKILL)

    def _has_gone(self) -> bool:
        with self._lock:
            if sys.platform == "linux" and self._pidfd >= 0:
                poller = select.poll()
                poller.register(self._pidfd, select.POLLIN)
                return bool(poller.poll(0))
        try:
            os.kill(self.pid, 0)
        except ProcessLookupError:
            return True
        return False
