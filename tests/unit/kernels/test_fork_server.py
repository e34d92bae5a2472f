"""Templates that cannot work, and the end of the server."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from lachan.kernels.fork_server import MOST_DUDS, ForkServer, TemplateError
from lachan.kernels.messages import ForkRequest


def test_module_that_starts_a_thread_is_refused(tmp_path: Path) -> None:
    source = "import threading\nwaits = threading.Event().wait\n"
    source += "threading.Thread(target=waits, daemon=True).start()\n"
    (tmp_path / "co_luong.py").write_text(source)
    server = ForkServer(["co_luong"], {**os.environ, "PYTHONPATH": str(tmp_path)})
    request = ForkRequest([], {}, "/")
    for _ in range(MOST_DUDS):
        with pytest.raises(TemplateError, match=r"giữa chừng|đã kết thúc"):
            server.fork(request).result(60)
    with pytest.raises(TemplateError, match="không khởi động được"):
        server.fork(request)
    server.close()


def test_name_that_does_not_exist_is_told_and_left_out(capfd: pytest.CaptureFixture[str]) -> None:
    server = ForkServer(["khong.co"], os.environ)
    with pytest.raises(TemplateError, match="/khong/co"):
        server.fork(ForkRequest([], {}, "/khong/co")).result(60)
    assert server.template_pid is not None
    server.close()
    assert "không nạp sẵn được khong.co" in capfd.readouterr().err


def test_closed_server_forks_no_more() -> None:
    server = ForkServer([], os.environ)
    server.close()
    with pytest.raises(TemplateError, match="đã đóng"):
        server.fork(ForkRequest([], {}, "/"))


SERVER = """
import os, sys
from lachan.kernels.fork_server import ForkServer
from lachan.kernels.messages import ForkRequest
server = ForkServer([], os.environ)
arguments = ["-f", sys.argv[1] + "/k.json", "--HistoryManager.enabled=False"]
kernel = server.fork(ForkRequest(arguments, dict(os.environ), sys.argv[1])).result(60)
print(server.template_pid, kernel.pid, flush=True)
sys.stdin.read()
"""


@pytest.mark.parametrize("template_first", [False, True])
def test_server_that_is_killed_leaves_nobody(tmp_path: Path, template_first: bool) -> None:
    command = [sys.executable, "-c", SERVER, str(tmp_path)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as process:
        template, kernel = map(int, process.stdout.readline().split())
        fds = [os.pidfd_open(pid) for pid in (template, kernel)]
        if template_first:
            os.kill(template, signal.SIGKILL)
        process.kill()
    for fd in fds:
        # A killed process makes its pidfd readable; the time is a limit, not a wait.
        assert select.select([fd], [], [], 20)[0] == [fd]
        os.close(fd)
