"""The template process: loads everything once, then forks a child for each kernel asked for.

Run by `lachan.kernels.fork_server` as ``python -P -m lachan.kernels.template SOCKET LIFE NAME...``
with two inherited file descriptors: a socket to the server, and the read end of its life pipe.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import socket
import sys
from collections.abc import Sequence
from typing import Any

from lachan.errors import LachanError
from lachan.kernels.messages import ForkRequest, receive_message, send_message
from lachan.kernels.preloading import count_threads, preload, settle_memory

assert sys.platform == "linux"  # noqa: S101 - told to the type checker, too


class Template:
    """Forks, reaps and reports until the server is gone.

    Parameters
    ----------
    connection
        The socket to the server.
    """

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._children: set[int] = set()
        self._wake_read, self._wake_write = os.pipe()
        os.set_blocking(self._wake_read, False)
        os.set_blocking(self._wake_write, False)

    def serve(self) -> ForkRequest | None:
        """Answer the server; return None when it is gone, and in each child its own request."""
        signal.signal(signal.SIGCHLD, lambda _signum, _frame: None)
        signal.set_wakeup_fd(self._wake_write, warn_on_full_buffer=False)
        while True:
            connection = self._connection.fileno()
            ready, _, _ = select.select([connection, self._wake_read], [], [])
            if self._wake_read in ready:
                self._reap()
            if connection not in ready:
                continue
            message = receive_message(self._connection)
            if message is None:
                self._end_children()
                return None
            request = ForkRequest(**message)
            if self._fork(request) == 0:
                return request

    def _fork(self, request: ForkRequest) -> int:
        # A name can be too long for the system, which `Path` raises and this does not.
        if count_threads() > 1 or not os.path.isdir(request.cwd):  # noqa: PTH112
            self._tell({"error": f"không nhân bản được trong thư mục {request.cwd}"})
            return -1
        pid = os.fork()
        if pid == 0:
            self._leave()
            return 0
        # Both sides set the group, so that it is there for whoever needs it first.
        with contextlib.suppress(OSError):
            os.setpgid(pid, pid)
        self._children.add(pid)
        self._tell({"pid": pid})
        return pid

    def _leave(self) -> None:
        """Take off, in a child, all that is the template's."""
        with contextlib.suppress(OSError):
            os.setpgid(0, 0)
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        os.close(self._wake_read)
        os.close(self._wake_write)
        self._connection.close()

    def _reap(self) -> None:
        with contextlib.suppress(BlockingIOError):
            while os.read(self._wake_read, 4096):
                pass
        while self._children:
            pid, status = os.waitpid(-1, os.WNOHANG)
            if pid == 0:
                return
            self._children.discard(pid)
            self._tell({"exited": pid, "status": os.waitstatus_to_exitcode(status)})

    def _tell(self, message: dict[str, Any]) -> None:
        # A server that has gone is noticed by the next read.
        with contextlib.suppress(OSError):
            send_message(self._connection, message)

    def _end_children(self) -> None:
        for pid in self._children:
            with contextlib.suppress(OSError):
                os.killpg(pid, signal.SIGKILL)
        for pid in self._children:
            with contextlib.suppress(OSError):
                os.waitpid(pid, 0)


def main(arguments: Sequence[str]) -> None:
    """Load, fork on request, and in the children become a kernel."""
    socket_fd, life_fd, *names = arguments
    connection = socket.socket(fileno=int(socket_fd))
    try:
        missed = preload(names)
    except LachanError as fault:
        sys.exit(f"lachan: {fault}")
    if missed:
        print("lachan: không nạp sẵn được " + "; ".join(missed), file=sys.stderr)  # noqa: T201
    settle_memory()
    request = Template(connection).serve()
    if request is not None:
        # Imported already; named here, so that the template's own start does not need it.
        from lachan.kernels.child import become_kernel  # noqa: PLC0415

        become_kernel(request, int(life_fd))


if __name__ == "__main__":
    main(sys.argv[1:])
