"""The state of the server for staff: kernels and memory."""

from __future__ import annotations

import asyncio
import os
import re
from collections.abc import Iterable
from pathlib import Path

from lachan.serving.kernels.capacity import read_free_bytes
from lachan.serving.kernels.pool import PagePool
from lachan.serving.kernels.slots import Seats
from lachan.serving.pages import SiteHandler


class StatusHandler(SiteHandler):
    """How many pages are open, how many wait, how much memory they take."""

    def initialize(self, seats: Seats, pool: PagePool) -> None:
        """Take what counts kernels and what keeps pages."""
        self._seats = seats
        self._pool = pool

    async def get(self) -> None:
        """Show the figures to staff."""
        if not self.allow_staff():
            return
        pids = self._seats.find_pids()
        used = await asyncio.to_thread(read_pss_bytes, pids)
        own = await asyncio.to_thread(read_pss_bytes, [os.getpid()])
        ready = {app.name: count for app, count in self._pool.count_ready().items()}
        self.set_header("Cache-Control", "no-store")
        self.finish(
            self.fill(
                "status.html",
                seats=self._seats,
                ready=ready,
                kernels_mb=_megabytes(used),
                server_mb=_megabytes(own),
                free_mb=_megabytes(read_free_bytes()),
            )
        )


def read_pss_bytes(pids: Iterable[int], root: Path = Path("/proc")) -> int | None:
    """Return the memory of processes, shared pages divided among sharers; None if untold."""
    total, told = 0, False
    for pid in pids:
        try:
            found = re.search(
                r"^Pss: *(\d+) kB", (root / str(pid) / "smaps_rollup").read_text(), re.MULTILINE
            )
        except OSError:
            continue
        if found:
            told = True
            total += int(found.group(1)) * 1024
    return total if told else None


def _megabytes(size: int | None) -> str:
    return "–" if size is None else f"{round(size / 1_000_000):,}".replace(",", ".")
