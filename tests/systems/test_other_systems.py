"""A class is served, and content read, where there is no POSIX, and where a locale knows no UTF-8.

What of it makes a difference; all tests of servers run once on each in ``make test-full``.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

from support.addresses import PRACTICE
from support.beside import LIMIT_S, running_beside
from support.processes import children, end_within, find_template
from support.running import lachan_server
from support.systems import SAMPLE, System, copy_text, environment_of


def test_without_posix_a_class_is_served_and_the_room_beside_it_comes_back(
    sample: Path, tmp_path: Path
) -> None:
    env = environment_of(System.WITHOUT_POSIX, os.environ)
    with running_beside(sample, tmp_path, env) as beside:
        assert beside.server.get(PRACTICE).status == 200
        assert find_template(beside.pid) is None
        beside.await_health()
        first = beside.find_child()
        assert first is not None
        os.kill(first, signal.SIGKILL)
        assert end_within({first}, LIMIT_S)
        beside.await_health()
        left = children(beside.pid)
        assert len(left - {beside.find_child()}) == 1
        os.kill(beside.pid, signal.SIGKILL)
        assert end_within(left, LIMIT_S)


def test_a_locale_without_utf8_and_lines_of_windows_change_nothing(
    repository: Path, tmp_path: Path
) -> None:
    own, root = tmp_path / "goc", tmp_path / "windows"
    shutil.copytree(repository / SAMPLE, own)
    copy_text(own, root)
    for words in (["check"], ["build"], ["build", "--check"]):
        assert ask_lachan(words, root, System.C_LOCALE) == ask_lachan(words, own, System.OWN)
    env = environment_of(System.C_LOCALE, os.environ)
    with lachan_server(tmp_path / "log.txt", cwd=root, env=env) as server:
        assert server.get(PRACTICE).status == 200
    assert (tmp_path / "log.txt").read_text("utf-8") == ""


def ask_lachan(words: list[str], root: Path, system: System) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "lachan", *words],
        cwd=root,
        env={**os.environ, **environment_of(system, os.environ)},
        capture_output=True,
        check=False,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()
