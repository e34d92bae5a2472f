"""The files in deploy/, changed for where a test runs, and the programs that they are for."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import socket
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from support.waiting import ask_until

START_DEADLINE_S = 30.0
TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


def find_command(name: str) -> str:
    found = shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin")
    assert found, f"{name} is missing: apt-get install nginx-light systemd"
    return found


def swap(text: str, swaps: Mapping[str, str]) -> str:
    """Return the text with every piece replaced; one that is not there fails."""
    for old, new in swaps.items():
        assert old in text, old
        text = text.replace(old, new)
    return text


def write_nginx_main(folder: Path, site: str, workers: str = "", connections: int = 512) -> Path:
    """Write a main file that runs the site and keeps all that nginx writes in the folder.

    `workers` are further lines about its processes, `connections` what each of them may have.
    """
    user = "user root;" if os.geteuid() == 0 else ""
    temporary = "".join(f"{kind}_temp_path {folder / kind};\n" for kind in TEMPORARY)
    main = folder / "main.conf"
    main.write_text(
        f"{user}\ndaemon off;\n{workers}\npid {folder / 'nginx.pid'};\n"
        f"error_log {folder / 'error.log'};\nevents {{ worker_connections {connections}; }}\n"
        f"http {{\n{temporary}{site}\n}}\n",
        encoding="utf-8",
    )
    return main


@contextmanager
def running_nginx(folder: Path, main: Path, port: int) -> Iterator[subprocess.Popen[bytes]]:
    command = [find_command("nginx"), "-p", str(folder), "-c", str(main)]
    nginx = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        _wait_until_open(port, nginx)
        yield nginx
    finally:
        nginx.terminate()
        nginx.wait(30)


def _wait_until_open(port: int, process: subprocess.Popen[bytes]) -> None:
    def is_open() -> bool:
        assert process.poll() is None, "nginx ended at once"
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", port)) == 0

    ask_until(is_open, START_DEADLINE_S)


def read_unit_command(unit: Path) -> list[str]:
    """Return the words of what a unit runs, systemd's ``%`` among them."""
    (line,) = re.findall(r"^ExecStart=(.+)$", unit.read_text(encoding="utf-8"), re.MULTILINE)
    return shlex.split(line)
