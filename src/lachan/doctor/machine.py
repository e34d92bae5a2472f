"""Memory, open files and waiting connections, against how many are going to come."""

from __future__ import annotations

import math
import sys
from collections.abc import Iterator
from pathlib import Path

from lachan.doctor.finding import Finding, State
from lachan.doctor.plan import Plan
from lachan.kernels import SUPPORTED
from lachan.serving.kernels.capacity import judge_capacity, read_free_bytes

# Measured (docs/scale.md): a contest's process with 2,000 contestants in it.
NODE_BYTES = 210_000_000
NODE_ENTRANTS = 2_000
# The lessons' server with its template process and no page open.
SERVER_BYTES = 350_000_000
CLASS_SIZE = 45

# A browser keeps up to two connections to a page that it saves through.
FILES_PER_ENTRANT = 2
FILES_FOR_THE_REST = 200

SOMAXCONN = Path("/proc/sys/net/core/somaxconn")
# Below this many nobody notices that connections wait in a short queue.
CROWD = 500
QUEUE = 1024


def check_machine(plan: Plan) -> Iterator[Finding]:
    """Tell whether the machine bears the pages and the contest that are planned."""
    free = read_free_bytes()
    yield judge_memory(free, plan.entrants)
    files = read_file_limit()
    yield judge_pages(free, files)
    yield judge_files(files, plan.entrants)
    if plan.entrants >= CROWD and SOMAXCONN.exists():
        yield judge_queue(int(SOMAXCONN.read_text("ascii")))


def judge_memory(free_bytes: int, entrants: int) -> Finding:
    """Return whether the free memory is enough for both servers."""
    nodes = math.ceil(entrants / NODE_ENTRANTS)
    needed = SERVER_BYTES + nodes * NODE_BYTES
    found = f"trống {_gigabytes(free_bytes)}, cần ít nhất {_gigabytes(needed)}"
    if free_bytes < needed:
        advice = "Đóng chương trình khác, hoặc dùng máy nhiều bộ nhớ hơn."
        return Finding("machine.memory", "Bộ nhớ", State.FAULT, found, advice)
    return Finding("machine.memory", "Bộ nhớ", State.GOOD, found)


def judge_pages(free_bytes: int, file_limit: int) -> Finding:
    """Return how many lesson and practice pages the server will keep open at once."""
    pages = judge_capacity(free_bytes, file_limit, forked=SUPPORTED).kernels
    title, found = "Trang bài học cùng lúc", f"{pages} trang"
    if pages < CLASS_SIZE:
        advice = "Chưa đủ một lớp: người đến sau phải chờ. Phòng thi không cần các trang này."
        return Finding("machine.pages", title, State.WARNING, found, advice)
    return Finding("machine.pages", title, State.GOOD, found)


def judge_files(file_limit: int, entrants: int) -> Finding:
    """Return whether a process may have as many connections as people come."""
    needed = FILES_FOR_THE_REST + FILES_PER_ENTRANT * entrants
    title, found = "Số tệp và kết nối được mở", f"{file_limit}, cần khoảng {needed}"
    if file_limit < needed:
        advice = "Chạy `ulimit -n 65536` trước khi mở máy chủ, hoặc LimitNOFILE= của systemd."
        return Finding("machine.files", title, State.FAULT, found, advice)
    return Finding("machine.files", title, State.GOOD, found)


def judge_queue(length: int) -> Finding:
    """Return whether those who come in the same second can wait for the server."""
    title, found = "Hàng chờ kết nối", f"net.core.somaxconn = {length}"
    if length < QUEUE:
        advice = "Lúc mở cửa nhiều người bị từ chối; chạy: sudo sysctl net.core.somaxconn=8192"
        return Finding("machine.queue", title, State.WARNING, found, advice)
    return Finding("machine.queue", title, State.GOOD, found)


def read_file_limit() -> int:
    """Return how many files a server of this user may open; it raises its own limit to this."""
    if sys.platform == "win32":
        return 8192
    else:  # noqa: RET505 - so a type checker knows that this is not for Windows
        import resource  # noqa: PLC0415 - there is none on Windows

        hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
        return 1_000_000 if hard == resource.RLIM_INFINITY else hard


def _gigabytes(count: int) -> str:
    return f"{count / 1e9:.1f} GB".replace(".", ",")
