"""``lachan serve`` as an operator meets it."""

from __future__ import annotations

import os
import re
import socket
import subprocess
from pathlib import Path

import pytest

from support.running import (
    ALL_TOLD,
    HOME,
    lachan_server,
    running,
    serve_command,
    serve_env,
)


def serve(*options: str, cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        serve_command(*options),
        capture_output=True,
        text=True,
        timeout=90,
        cwd=cwd,
        env=serve_env(cwd, **env),
        check=False,
    )


def test_announces_home_staff_address_and_passcode(sample: Path, tmp_path: Path) -> None:
    log = tmp_path / "log.txt"
    env = {**serve_env(tmp_path), "LACHAN_STAFF_PASSCODE": ""}
    with running(serve_command(), log, ALL_TOLD, env, sample) as (_, _, seen):
        told = "".join(seen)
    assert re.search(r"Học sinh: +http://localhost:\d+/ ", told)
    assert re.search(r"Giáo viên: +http://localhost:\d+/voila/render/giao_vien\.ipynb", told)
    assert "Mã giáo viên: xem bằng lệnh lachan passcode" in told


@pytest.mark.parametrize("by", ["file", "environment"])
def test_a_passcode_that_was_given_is_never_told(sample: Path, tmp_path: Path, by: str) -> None:
    """A service's journal keeps what is told, for many to read."""
    log = tmp_path / "log.txt"
    file = tmp_path / "ma"
    file.write_text("8642 9753\n", encoding="utf-8")
    options = ("--passcode-file", str(file)) if by == "file" else ()
    more = {} if by == "file" else {"LACHAN_STAFF_PASSCODE": "8642 9753"}
    with running(
        serve_command(*options), log, ALL_TOLD, serve_env(tmp_path, **more), sample
    ) as run:
        told = "".join(run[2])
    assert "Mã giáo viên: mã thầy cô đã đặt" in told
    assert re.search("8642.?9753", told + log.read_text()) is None


def test_taken_port_is_said_and_left(sample: Path, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        command = serve_command("--port", str(port))
        log = tmp_path / "log.txt"
        with running(command, log, HOME, serve_env(tmp_path), sample) as (found, _, _):
            moved = int(re.search(r":(\d+)/", found.group(0)).group(1))
    assert moved > port
    assert f"Cổng {port} đang có chương trình khác dùng" in log.read_text()
    assert f"cổng {moved}" in log.read_text()


def test_passcode_file_is_read(sample: Path, tmp_path: Path) -> None:
    secret = tmp_path / "ma.txt"
    # As an editor on Windows may save it, with a mark in front.
    secret.write_text("mật khẩu của trường\n", encoding="utf-8-sig")
    log = tmp_path / "log.txt"
    with lachan_server(log, "--passcode-file", str(secret), cwd=sample) as server:
        assert server.log_in("mật khẩu của trường").status == 303
        assert server.log_in().status == 403


def test_stopping_leaves_no_kernel(sample: Path, tmp_path: Path) -> None:
    log = tmp_path / "log.txt"
    with lachan_server(log, cwd=sample) as server:
        assert server.get("/voila/render/luyen_tap.ipynb").status == 200
        group = os.getpgid(server.pid)
    with pytest.raises(ProcessLookupError):
        os.killpg(group, 0)


def test_broken_content_is_told_like_a_compiler(sample: Path) -> None:
    (sample / "law" / "hotlines.yaml").write_text("hotlines:\n  - {id: 1\n", encoding="utf-8")
    done = serve("--port", "0", cwd=sample)
    assert done.returncode == 1
    assert re.search(r"law/hotlines\.yaml:\d+:\d+: lỗi", done.stderr)
    assert "Traceback" not in done.stderr
    assert "http://" not in done.stdout


def test_short_passcode_is_refused(sample: Path) -> None:
    done = serve("--port", "0", cwd=sample, LACHAN_STAFF_PASSCODE="12345")
    assert done.returncode == 1
    assert "Mã giáo viên quá ngắn" in done.stderr
    assert "Traceback" not in done.stderr


def test_foreign_address_is_told(sample: Path) -> None:
    done = serve("--host", "192.0.2.1", "--port", "0", cwd=sample)
    assert done.returncode == 1
    assert "192.0.2.1" in done.stderr
    assert "Traceback" not in done.stderr
