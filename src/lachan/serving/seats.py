"""Who has a kernel: the cap, kernels nobody came for, kernels that wait ready."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from jupyter_client.manager import KernelManager
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager

from lachan.limits.classroom import UNCLAIMED_AFTER
from lachan.serving.lines import KeptMessages


class ClassroomKernels(AsyncMappingKernelManager):
    """Jupyter's kernels, and which of them wait ready or have been met by their page."""

    def __init__(self, **kwargs: object) -> None:
        # For each ready kernel its process.
        super().__init__(**kwargs)  # type: ignore[no-untyped-call]
        self.ready: dict[str, int | None] = {}
        self.met: set[str] = set()

    def notify_connect(self, kernel_id: str) -> None:
        """Note that the kernel's page has come."""
        self.met.add(kernel_id)
        super().notify_connect(kernel_id)  # type: ignore[no-untyped-call]

    def start_buffering(self, kernel_id: str, session_key: str, channels: dict[str, Any]) -> None:
        """Keep what the kernel says while its page is away, within bounds."""
        super().start_buffering(kernel_id, session_key, channels)  # type: ignore[no-untyped-call]
        if kernel_id in self._kernel_buffers:
            self._kernel_buffers[kernel_id]["buffer"] = KeptMessages()

    def remove_kernel(self, kernel_id: str) -> KernelManager:
        """Forget the kernel."""
        self.ready.pop(kernel_id, None)
        self.met.discard(kernel_id)
        return super().remove_kernel(kernel_id)

    async def cull_kernel_if_idle(self, kernel_id: str) -> None:
        """End the kernel if it has been idle for long; ready ones are idle by design."""
        if kernel_id not in self.ready:
            await super().cull_kernel_if_idle(kernel_id)  # type: ignore[no-untyped-call]


class Seats:
    """Counts kernels against the cap.

    Parameters
    ----------
    limit
        How many kernels there may be, ready ones included.
    unclaimed_s
        How long a kernel may wait for its page to open a websocket.
    """

    def __init__(
        self, kernels: ClassroomKernels, limit: int, unclaimed_s: float = UNCLAIMED_AFTER.value
    ) -> None:
        self._kernels = kernels
        self.limit = limit
        self._unclaimed_s = unclaimed_s
        self._reserved = 0
        self.drawing = 0
        self._ending: set[asyncio.Future[None]] = set()

    @property
    def free(self) -> int:
        """How many more kernels there may be."""
        return self.limit - len(self._kernels.list_kernel_ids()) - self._reserved

    @property
    def ready(self) -> int:
        """How many kernels wait for a visitor."""
        return len(self._kernels.ready)

    @property
    def in_use(self) -> int:
        """How many kernels visitors have."""
        return len(self._kernels.list_kernel_ids()) - self.ready

    def find_pids(self) -> tuple[int, ...]:
        """Return the processes of all kernels."""
        pids = map(self._find_pid, self._kernels.list_kernel_ids())
        return tuple(pid for pid in pids if pid is not None)

    @contextmanager
    def reserve(self) -> Iterator[None]:
        """Keep a seat while a kernel starts."""
        self._reserved += 1
        try:
            yield
        finally:
            self._reserved -= 1

    @contextmanager
    def serve_visitor(self) -> Iterator[None]:
        """Let the pool know that a visitor is waiting."""
        self.drawing += 1
        try:
            yield
        finally:
            self.drawing -= 1

    def is_intact(self, kernel_id: str) -> bool:
        """Tell whether a ready kernel still is what it was; Jupyter restarts those that die."""
        pid = self._find_pid(kernel_id)
        return pid is not None and pid == self._kernels.ready.get(kernel_id)

    def give(self, kernel_id: str) -> None:
        """Hand a kernel to a visitor; it ends if no page comes for it."""
        self._kernels.ready.pop(kernel_id, None)
        if kernel_id in self._kernels:
            loop = asyncio.get_running_loop()
            loop.call_later(self._unclaimed_s, self._end_unclaimed, kernel_id)

    def keep_ready(self, kernel_id: str) -> None:
        """Count a kernel among those that wait for a visitor."""
        self._kernels.ready[kernel_id] = self._find_pid(kernel_id)

    async def end(self, kernel_id: str) -> None:
        """End a kernel; one that has gone is no fault."""
        self._kernels.ready.pop(kernel_id, None)
        if kernel_id in self._kernels:
            await self._kernels.shutdown_kernel(kernel_id, now=True)  # type: ignore[no-untyped-call]

    async def end_all(self) -> None:
        """End all kernels, those that are ending already among them."""
        ids = self._kernels.list_kernel_ids()
        # Who was told to end a moment ago may be gone before its turn comes.
        await asyncio.gather(*map(self.end, ids), return_exceptions=True)

    def end_soon(self, kernel_id: str) -> None:
        """End a kernel without waiting for it."""
        ending = asyncio.ensure_future(self.end(kernel_id))
        # The loop itself holds its tasks weakly.
        self._ending.add(ending)
        ending.add_done_callback(self._ending.discard)

    def _end_unclaimed(self, kernel_id: str) -> None:
        if kernel_id in self._kernels and kernel_id not in self._kernels.met:
            self.end_soon(kernel_id)

    def _find_pid(self, kernel_id: str) -> int | None:
        """Return the kernel's process, None where it has ended."""
        if kernel_id not in self._kernels:
            return None
        process = getattr(self._kernels.get_kernel(kernel_id).provisioner, "process", None)
        if process is None or process.poll() is not None:
            return None
        pid: int = process.pid
        return pid
