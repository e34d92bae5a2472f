from __future__ import annotations

from pathlib import Path

import pytest

from lachan.limits.classroom import MOST_KERNELS, MOST_READY, READY_MEMORY_SHARE
from lachan.serving.kernels.capacity import (
    ASSUMED_BYTES,
    Capacity,
    judge_capacity,
    raise_file_limit,
    read_free_bytes,
)

GIB = 1024**3


def test_small_machine_forks_more_than_it_starts() -> None:
    forked = judge_capacity(2 * GIB, 100_000, forked=True)
    ordinary = judge_capacity(2 * GIB, 100_000, forked=False)
    assert (forked.kernels, forked.count_ready(2 * GIB, 0)) == (32, 19)
    assert (ordinary.kernels, ordinary.count_ready(2 * GIB, 0)) == (11, 4)


def test_large_machine_is_bounded() -> None:
    judged = judge_capacity(512 * GIB, 1_000_000, forked=True)
    assert judged.kernels == MOST_KERNELS.value
    assert judged.count_ready(512 * GIB, 0) == MOST_READY.value


def test_open_files_bound_it_too() -> None:
    judged = judge_capacity(512 * GIB, 1024, forked=True)
    assert (judged.kernels, judged.count_ready(512 * GIB, 0)) == (41, 30)


def test_a_machine_without_anything_left_opens_some_pages_and_draws_none_ahead() -> None:
    judged = judge_capacity(0, 0, forked=True)
    assert (judged.kernels, judged.count_ready(0, 0)) == (4, 0)


@pytest.mark.parametrize("ready", [0, 10, 30])
def test_ready_pages_take_their_share_of_what_were_free_without_them(ready: int) -> None:
    capacity = Capacity(kernels=400, page_bytes=27_000_000)
    free = 4_000_000_000
    count = capacity.count_ready(free - ready * capacity.page_bytes, ready)
    assert count == 37
    assert count * capacity.page_bytes <= free * READY_MEMORY_SHARE.value / 100


def test_where_others_take_memory_fewer_pages_wait() -> None:
    capacity = Capacity(kernels=400, page_bytes=27_000_000)
    assert capacity.count_ready(500_000_000, 37) == 13


def machine(root: Path, meminfo: str, limit: str = "", used: str = "") -> Path:
    (root / "proc").mkdir()
    (root / "proc/meminfo").write_text(meminfo)
    if limit:
        (root / "sys/fs/cgroup").mkdir(parents=True)
        (root / "sys/fs/cgroup/memory.max").write_text(limit + "\n")
        (root / "sys/fs/cgroup/memory.current").write_text(used + "\n")
    return root


MEMINFO = "MemTotal:       2000000 kB\nMemFree:  1 kB\nMemAvailable:   1000000 kB\n"


@pytest.mark.parametrize(
    ("limit", "used", "expected"),
    [
        ("", "", 1_024_000_000),
        ("max", "5", 1_024_000_000),
        ("600000000", "100000000", 500_000_000),
        ("600000000", "700000000", 0),
    ],
)
def test_free_memory(tmp_path: Path, limit: str, used: str, expected: int) -> None:
    assert read_free_bytes(machine(tmp_path, MEMINFO, limit, used)) == expected


def test_a_service_has_the_least_that_a_group_above_it_leaves(tmp_path: Path) -> None:
    root = machine(tmp_path, MEMINFO, "max", "5")
    (root / "proc/self").mkdir()
    (root / "proc/self/cgroup").write_text("0::/system.slice/lachan.service\n")
    service = root / "sys/fs/cgroup/system.slice/lachan.service"
    service.mkdir(parents=True)
    for group, limit, used in ((service, "900000000", "1"), (service.parent, "700000000", "2")):
        (group / "memory.max").write_text(f"{limit}\n")
        (group / "memory.current").write_text(f"{used}\n")
    assert read_free_bytes(root) == 699_999_998


def test_system_that_does_not_tell(tmp_path: Path) -> None:
    assert read_free_bytes(tmp_path) == ASSUMED_BYTES
    assert read_free_bytes(machine(tmp_path, "MemTotal: 1 kB\n")) == ASSUMED_BYTES


def test_file_limit_is_never_lowered() -> None:
    first = raise_file_limit()
    assert first > 0
    assert raise_file_limit() == first
