"""Who has a kernel: the cap, kernels nobody came for, kernels that wait ready."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from jupyter_client.manager import KernelManager
from jupyter_server._tz import utcnow
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager

from lachan.limits.classroom import (
    AWAY_WHILE_OTHERS_WAIT,
    SILENT_WHILE_OTHERS_WAIT,
    UNCLAIMED_AFTER,
    UNCLAIMED_WHILE_OTHERS_WAIT,
)
from lachan.serving.kernels.shares import has_seat, is_within_share
from lachan.serving.kernels.visitors import NOBODY, Visitor
from lachan.serving.line.lines import KeptMessages
from lachan.web.visitor_pass import PassFolder
from lachan.workflows.environment import VISITOR_ENV


class ClassroomKernels(AsyncMappingKernelManager):
    """Jupyter's kernels, whose they are, which wait ready, and when their pages came or went."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**kwargs)  # type: ignore[no-untyped-call]
        # For each ready kernel its process.
        self.ready: dict[str, int | None] = {}
        # For each kernel, from before it starts until it has ended, who it is for.
        self.holders: dict[str, Visitor] = {}
        self.met: set[str] = set()
        # When a kernel was given, or its page came or went last.
        self.changed_s: dict[str, float] = {}
        self.passes: PassFolder | None = None

    def notify_connect(self, kernel_id: str) -> None:
        """Note that the kernel's page has come."""
        self.met.add(kernel_id)
        self.changed_s[kernel_id] = time.monotonic()
        super().notify_connect(kernel_id)  # type: ignore[no-untyped-call]

    def start_buffering(self, kernel_id: str, session_key: str, channels: dict[str, Any]) -> None:
        """Keep what the kernel says while its page is away, within bounds."""
        super().start_buffering(kernel_id, session_key, channels)  # type: ignore[no-untyped-call]
        if kernel_id in self._kernel_buffers:
            self._kernel_buffers[kernel_id]["buffer"] = KeptMessages()

    def notify_disconnect(self, kernel_id: str) -> None:
        """Note that a page of the kernel has gone, for a moment or for good."""
        if kernel_id in self:
            self.changed_s[kernel_id] = time.monotonic()
        super().notify_disconnect(kernel_id)  # type: ignore[no-untyped-call]

    def remove_kernel(self, kernel_id: str) -> KernelManager:
        """Forget the kernel."""
        self.ready.pop(kernel_id, None)
        self.holders.pop(kernel_id, None)
        self.changed_s.pop(kernel_id, None)
        self.met.discard(kernel_id)
        if self.passes is not None:
            self.passes.take_back(kernel_id)
        return super().remove_kernel(kernel_id)

    async def cull_kernel_if_idle(self, kernel_id: str) -> None:
        """End the kernel if it has been idle for long; ready ones are idle by design."""
        if kernel_id not in self.ready:
            await super().cull_kernel_if_idle(kernel_id)  # type: ignore[no-untyped-call]

    def is_of_staff(self, kernel_id: str) -> bool:
        """Tell whether the kernel is for a page of staff."""
        return self.holders.get(kernel_id, NOBODY).role is not None

    def is_idle(self, kernel_id: str, patience: Patience) -> bool:
        """Tell whether a kernel that was given to someone is hardly needed by them."""
        changed_s = self.changed_s.get(kernel_id)
        if changed_s is None or kernel_id in self.ready or kernel_id not in self:
            return False
        away_s = time.monotonic() - changed_s
        if kernel_id not in self.met:
            return away_s >= patience.unclaimed_s
        if self._kernel_connections.get(kernel_id, 0) == 0:
            return away_s >= patience.away_s
        kernel: Any = self.get_kernel(kernel_id)
        silent_s: float = (utcnow() - kernel.last_activity).total_seconds()
        return min(away_s, silent_s) >= patience.silent_s


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a kernel may be idle while others wait for a seat, in seconds.

    Attributes
    ----------
    unclaimed_s
        Its page has never come.
    away_s
        Its page has gone without a farewell: a phone that sleeps, or a lost network.
    silent_s
        Its page is there and says nothing.
    """

    unclaimed_s: float = UNCLAIMED_WHILE_OTHERS_WAIT.value
    away_s: float = AWAY_WHILE_OTHERS_WAIT.value
    silent_s: float = SILENT_WHILE_OTHERS_WAIT.value


class Seats:
    """Counts kernels against the cap.

    Parameters
    ----------
    limit
        How many kernels there may be, ready ones included.
    unclaimed_s
        How long a kernel may wait for its page to open a websocket where nobody needs its seat.
    patience
        How long kernels may be idle where somebody does.
    """

    def __init__(
        self,
        kernels: ClassroomKernels,
        limit: int,
        unclaimed_s: float = UNCLAIMED_AFTER.value,
        patience: Patience | None = None,
    ) -> None:
        self._kernels = kernels
        self.limit = limit
        self._unclaimed_s = unclaimed_s
        self._patience = patience or Patience()
        self.drawing = 0
        self._ending: set[asyncio.Future[None]] = set()

    @property
    def free(self) -> int:
        """How many more kernels there may be."""
        return self.limit - len(self._list_holders())

    @property
    def ready(self) -> int:
        """How many kernels wait for a visitor."""
        return len(self._kernels.ready)

    @property
    def in_use(self) -> int:
        """How many kernels visitors have."""
        return len(self._kernels.list_kernel_ids()) - self.ready

    def has_seat(self, visitor: Visitor) -> bool:
        """Tell whether a seat is free for someone like this."""
        return has_seat(visitor, self.limit, self._list_holders())

    def is_within_share(self, visitor: Visitor) -> bool:
        """Tell whether the visitor's address may hold one seat more."""
        return is_within_share(visitor, self.limit, self._list_holders())

    def find_pids(self) -> tuple[int, ...]:
        """Return the processes of all kernels."""
        pids = map(self._find_pid, self._kernels.list_kernel_ids())
        return tuple(pid for pid in pids if pid is not None)

    def find_met(self) -> dict[str, int]:
        """Return the process of each kernel whose page has come."""
        pids = {kernel_id: self._find_pid(kernel_id) for kernel_id in self._kernels.met}
        return {kernel_id: pid for kernel_id, pid in pids.items() if pid is not None}

    @contextmanager
    def take(self, kernel_id: str, visitor: Visitor) -> Iterator[None]:
        """Give a visitor a seat while their kernel starts; it stays theirs once it has."""
        self._kernels.holders[kernel_id] = visitor
        try:
            yield
        except BaseException:
            self._kernels.holders.pop(kernel_id, None)
            raise

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

    def give(self, kernel_id: str, visitor: Visitor) -> None:
        """Hand a kernel to a visitor; it ends if no page comes for it."""
        self._kernels.ready.pop(kernel_id, None)
        if kernel_id in self._kernels:
            self._kernels.holders[kernel_id] = visitor
            self._kernels.changed_s.setdefault(kernel_id, time.monotonic())
            if self._kernels.passes is not None:
                self._kernels.passes.give(kernel_id, visitor.network)
            loop = asyncio.get_running_loop()
            loop.call_later(self._unclaimed_s, self._end_unclaimed, kernel_id)

    def keep_ready(self, kernel_id: str) -> None:
        """Count a kernel among those that wait for a visitor."""
        self._kernels.ready[kernel_id] = self._find_pid(kernel_id)

    def name_pass(self, kernel_id: str) -> dict[str, str]:
        """Return what tells a kernel where it will find who has come for it."""
        passes = self._kernels.passes
        return {} if passes is None else {VISITOR_ENV: str(passes.find_path(kernel_id))}

    async def end_an_idle_one(self, visitor: Visitor) -> bool:
        """End a pupil's kernel that is hardly needed, so that the visitor gets its seat.

        It is one of the address that holds most, and never of one that holds less than the
        visitor's own. Returns whether there was one.
        """
        held = Counter(each.network for each in self._list_holders())
        idle = [
            kernel_id
            for kernel_id, holder in self._kernels.holders.items()
            if holder.role is None
            and (visitor.role is not None or held[holder.network] >= held[visitor.network])
            and self._kernels.is_idle(kernel_id, self._patience)
        ]
        if not idle:
            return False
        await self.end(max(idle, key=lambda each: held[self._kernels.holders[each].network]))
        return True

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

    def end_soon(self, *kernel_ids: str) -> None:
        """End kernels without waiting for it."""
        for kernel_id in kernel_ids:
            ending = asyncio.ensure_future(self.end(kernel_id))
            # The loop itself holds its tasks weakly.
            self._ending.add(ending)
            ending.add_done_callback(self._ending.discard)

    def _list_holders(self) -> list[Visitor]:
        """Return who each seat is for; a kernel that nobody asked us for is a pupil's."""
        ids = {*self._kernels.list_kernel_ids(), *self._kernels.holders}
        return [self._kernels.holders.get(kernel_id, Visitor()) for kernel_id in ids]

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
