"""What pages take of the machine's memory: a page that takes too much ends, the server does not."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import psutil
from tornado.ioloop import PeriodicCallback

from lachan.limits.page_line import LOW_MEMORY, PAGE_MEMORY, SPARED_MEMORY, STAFF_PAGE_MEMORY
from lachan.serving.kernels.slots import ClassroomKernels, Seats
from lachan.serving.line.lines import PageLines
from lachan.serving.line.refusals import Refusal

log = logging.getLogger(__name__)

# A page can send 8 MB at once, which become twenty times as much at worst before the next look.
LOOK_MS = 1_000


@dataclass(frozen=True, slots=True)
class Taken:
    """What a page has taken since its browser came, in bytes, and whether it is one of staff."""

    more_bytes: int
    staff: bool


def find_takers(taken: Mapping[str, Taken], free_bytes: int) -> dict[str, Refusal]:
    """Return the kernels that must end, and what their pages are told.

    Where little memory is left, the one that took most goes; those that took little stay.
    """
    ending = {
        kernel_id: Refusal.TOO_MUCH_MEMORY
        for kernel_id, each in taken.items()
        if each.more_bytes > (STAFF_PAGE_MEMORY if each.staff else PAGE_MEMORY).value
    }
    if not ending and free_bytes < LOW_MEMORY.value:
        most = max(taken, key=lambda kernel_id: taken[kernel_id].more_bytes, default=None)
        if most is not None and taken[most].more_bytes > SPARED_MEMORY.value:
            ending[most] = Refusal.NO_MEMORY_LEFT
    return ending


class MemoryWatch:
    """Looks at the kernels' processes once a second.

    What counts is what a kernel has come to hold since its page opened its first connection:
    until then it holds what its notebook and its template gave it, much of which is shared.

    Parameters
    ----------
    read_free_bytes
        Tells the memory that the machine has left.
    """

    def __init__(
        self,
        kernels: ClassroomKernels,
        seats: Seats,
        lines: PageLines,
        read_free_bytes: Callable[[], int],
    ) -> None:
        self._kernels = kernels
        self._seats = seats
        self._lines = lines
        self._read_free_bytes = read_free_bytes
        # For each kernel its process, and what that held when the page came.
        self._first: dict[str, tuple[psutil.Process, int]] = {}
        self._looking = PeriodicCallback(self.look, LOOK_MS)

    def start(self) -> None:
        """Begin to look."""
        self._looking.start()

    def stop(self) -> None:
        """Look no more."""
        self._looking.stop()

    def look(self) -> None:
        """End the pages that took too much, and tell them."""
        taken = self._measure()
        for kernel_id, refusal in find_takers(taken, self._read_free_bytes()).items():
            log.warning("%s Trang dùng thêm %d MB.", refusal, taken[kernel_id].more_bytes // 10**6)
            self._lines.find(self._kernels.get_kernel(kernel_id)).refuse_all(refusal)
            self._seats.end_soon(kernel_id)

    def _measure(self) -> dict[str, Taken]:
        pids = self._seats.find_met()
        self._first = {
            kernel_id: known for kernel_id, known in self._first.items() if kernel_id in pids
        }
        taken = {}
        for kernel_id, pid in pids.items():
            try:
                more_bytes = self._measure_one(kernel_id, pid)
            except psutil.NoSuchProcess:
                continue
            taken[kernel_id] = Taken(more_bytes, self._kernels.is_of_staff(kernel_id))
        return taken

    def _measure_one(self, kernel_id: str, pid: int) -> int:
        process, first_bytes = self._first.get(kernel_id, (None, 0))
        if process is None or process.pid != pid:
            process = psutil.Process(pid)
            first_bytes = process.memory_info().rss
            self._first[kernel_id] = (process, first_bytes)
        held_bytes: int = process.memory_info().rss
        return held_bytes - first_bytes
