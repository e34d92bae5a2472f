"""The server's side: keeps a template running and asks it for kernels."""

from __future__ import annotations

import contextlib
import os
import socket
import threading
from collections import deque
from collections.abc import Mapping, Sequence
from concurrent.futures import Future

from lachan.errors import LachanError
from lachan.kernels.forked_process import ForkedProcess
from lachan.kernels.messages import ForkRequest, receive_message, send_message
from lachan.processes import DEVNULL, Process, start_python

# pydevd, loaded with debugpy, would warn of frozen modules on every start.
_TEMPLATE_ENV = {"PYDEVD_DISABLE_FILE_VALIDATION": "1"}

# Templates in a row that end before they fork; then none is tried any more.
MOST_DUDS = 3


class TemplateError(LachanError):
    """The template has ended, or could not fork."""


class _Link:
    """A running template, its socket, and the kernels it has forked."""

    def __init__(self, process: Process, connection: socket.socket) -> None:
        self.process = process
        self._connection = connection
        self._lock = threading.Lock()
        self._waiting: deque[Future[ForkedProcess]] = deque()
        self._kernels: dict[int, ForkedProcess] = {}
        self.gone = False
        self.worked = False
        threading.Thread(target=self._listen, name="lachan-template", daemon=True).start()

    def ask(self, request: ForkRequest) -> Future[ForkedProcess]:
        """Send a request; answers come in the order of the requests."""
        future: Future[ForkedProcess] = Future()
        # From here on nobody can cancel it: the kernel comes, whether or not it is still wanted.
        future.set_running_or_notify_cancel()
        with self._lock:
            if self.gone:
                raise TemplateError("tiến trình mẫu đã kết thúc")
            self._waiting.append(future)
            # Where this fails the listener finds the same, and fails all who wait.
            with contextlib.suppress(OSError):
                send_message(self._connection, request.to_message())
        return future

    def close(self) -> None:
        """Hang up: the template ends its kernels and itself."""
        # It may have hung up before us.
        with contextlib.suppress(OSError):
            self._connection.shutdown(socket.SHUT_RDWR)
        self.process.wait()

    def _listen(self) -> None:
        while (message := receive_message(self._connection)) is not None:
            if "exited" in message:
                kernel = self._kernels.pop(message["exited"], None)
                if kernel is not None:
                    kernel.settle(message["status"])
            elif "pid" in message:
                kernel = self._kernels[message["pid"]] = ForkedProcess(message["pid"])
                self.worked = True
                self._waiting.popleft().set_result(kernel)
            else:
                self._waiting.popleft().set_exception(TemplateError(message["error"]))
        self._end()

    def _end(self) -> None:
        self.process.wait()
        with self._lock:
            self.gone = True
            for kernel in self._kernels.values():
                kernel.become_orphan()
            for future in self._waiting:
                future.set_exception(TemplateError("tiến trình mẫu kết thúc giữa chừng"))
            self._waiting.clear()
            self._connection.close()


class ForkServer:
    """Gives kernels forked from a template; a template that dies is started anew.

    Parameters
    ----------
    preload
        Names as `lachan.kernels.preloading.preload` takes them.
    env
        The template's environment; each kernel gets its own.
    """

    def __init__(self, preload: Sequence[str], env: Mapping[str, str]) -> None:
        self._preload = tuple(preload)
        self._env = {**env, **_TEMPLATE_ENV}
        self._env.pop("JPY_PARENT_PID", None)
        self._lock = threading.Lock()
        self._link: _Link | None = None
        self._duds = 0
        # One pipe for all templates: kernels of a template that died must not see it close.
        self._life_read, self._life_write = os.pipe()

    @property
    def template_pid(self) -> int | None:
        """The running template's pid, None where there is none."""
        link = self._link
        return None if link is None or link.gone else link.process.pid

    def start(self) -> None:
        """Start the template, if none runs; it loads while this returns."""
        self._get_link()

    def fork(self, request: ForkRequest) -> Future[ForkedProcess]:
        """Ask for a kernel; the future fails with `TemplateError` where the template does.

        May block while the template is still loading and many requests wait.
        """
        return self._get_link().ask(request)

    def close(self) -> None:
        """End the template and every kernel, those of earlier templates too."""
        with self._lock:
            link, self._link = self._link, None
            if link is not None:
                link.close()
            if self._life_write >= 0:
                os.close(self._life_write)
                os.close(self._life_read)
                self._life_read = self._life_write = -1

    def _get_link(self) -> _Link:
        with self._lock:
            if self._life_write < 0:
                raise TemplateError("máy chủ nhân bản đã đóng")
            if self._link is None or self._link.gone:
                self._count_duds()
                self._link = self._start_template()
            return self._link

    def _count_duds(self) -> None:
        # A template that cannot even start will not start for the next visitor either.
        if self._link is not None:
            self._duds = 0 if self._link.worked else self._duds + 1
        if self._duds >= MOST_DUDS:
            raise TemplateError("tiến trình mẫu không khởi động được")

    def _start_template(self) -> _Link:
        ours, theirs = socket.socketpair()
        with theirs:
            fds = (theirs.fileno(), self._life_read)
            process = start_python(
                ["-m", "lachan.kernels.template", *map(str, fds), *self._preload],
                self._env,
                pass_fds=fds,
                stdin=DEVNULL,
                start_new_session=True,
            )
        return _Link(process, ours)
