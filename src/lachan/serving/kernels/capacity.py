"""How many pages a machine can keep open at once, judged by its memory and its open files."""

from __future__ import annotations

import contextlib
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lachan.limits.classroom import (
    FEWEST_KERNELS,
    KERNEL_MEMORY_SHARE,
    MOST_KERNELS,
    MOST_READY,
    READY_MEMORY_SHARE,
)

# Measured with benchmarks/serve.py, rounded up: PSS of a visitor's kernel and of its share of
# the server. An ordinary kernel shares nothing.
FORKED_KERNEL_BYTES = 40_000_000
ORDINARY_KERNEL_BYTES = 110_000_000
# The same of a page that waits drawn: it has no visitor, and shares more with the others.
FORKED_PAGE_BYTES = 27_000_000

FILES_PER_KERNEL = 20
FILES_FOR_THE_REST = 200

# Of the kernels there may be; the others are for visitors of what nobody was expected at.
READY_SHARE = 0.75

# Where the system does not tell.
ASSUMED_BYTES = 2_000_000_000


@dataclass(frozen=True, slots=True)
class Capacity:
    """How many kernels there may be, and what a page takes that waits ready, in bytes.

    The ready ones are kernels too and count among `kernels`.
    """

    kernels: int
    page_bytes: int

    def count_ready(self, free_bytes: int, ready: int) -> int:
        """Return how many pages may wait ready, all apps together.

        Parameters
        ----------
        free_bytes
            Memory that can be had now, beside what the ready pages take.
        ready
            How many pages wait now; their memory would be free without them.
        """
        free = free_bytes + ready * self.page_bytes
        by_memory = int(free * READY_MEMORY_SHARE.value / 100 / self.page_bytes)
        return min(by_memory, int(self.kernels * READY_SHARE), MOST_READY.value)


def judge_capacity(free_bytes: int, file_limit: int, *, forked: bool) -> Capacity:
    """Return what a machine can bear.

    Parameters
    ----------
    free_bytes
        Memory that can be had without swapping.
    file_limit
        Files this process may have open.
    forked
        Whether kernels share the template's memory.
    """
    each = FORKED_KERNEL_BYTES if forked else ORDINARY_KERNEL_BYTES
    by_memory = int(free_bytes * KERNEL_MEMORY_SHARE.value / 100 / each)
    by_files = (file_limit - FILES_FOR_THE_REST) // FILES_PER_KERNEL
    kernels = max(FEWEST_KERNELS.value, min(by_memory, by_files, MOST_KERNELS.value))
    return Capacity(kernels, FORKED_PAGE_BYTES if forked else ORDINARY_KERNEL_BYTES)


def read_free_bytes(root: Path = Path("/")) -> int:
    """Return the memory that can be had, limits of a container or a service counted."""
    try:
        found = re.search(
            r"^MemAvailable: *(\d+) kB", (root / "proc/meminfo").read_text(), re.MULTILINE
        )
        free = int(found.group(1)) * 1024 if found else ASSUMED_BYTES
    except OSError:
        return ASSUMED_BYTES
    return min((free, *_read_group_bytes(root)))


def _read_group_bytes(root: Path) -> Iterator[int]:
    """Yield what is left to each control group of this process that has a limit.

    A container sees its own group as the root; a service of systemd lies some levels below it.
    """
    top = root / "sys/fs/cgroup"
    try:
        found = re.search(r"^0::/(.*)$", (root / "proc/self/cgroup").read_text(), re.MULTILINE)
    except OSError:
        found = None
    own = top / (found.group(1) if found else "")
    for group in (own, *own.parents):
        if group.is_relative_to(top):
            with contextlib.suppress(OSError, ValueError):
                limit = int((group / "memory.max").read_text())
                yield max(0, limit - int((group / "memory.current").read_text()))


def raise_file_limit() -> int:
    """Let this process open as many files as the system allows it, and return how many."""
    if sys.platform == "win32":
        return 8192
    else:  # noqa: RET505 - so a type checker knows that this is not for Windows
        import resource  # noqa: PLC0415 - there is none on Windows

        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        if hard != resource.RLIM_INFINITY and soft < hard:
            resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
            return hard
        return 1_000_000 if soft == resource.RLIM_INFINITY else soft
