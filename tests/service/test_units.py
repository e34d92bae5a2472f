"""The units in deploy/: bounded, watched over and confined, as systemd itself reads them."""

from __future__ import annotations

import os
import re
import socket
import subprocess
from pathlib import Path

import pytest

from support.deployed import find_command, read_unit_command
from support.running import HOME, running, serve_command, serve_env

DEPLOY = Path(__file__).parents[2] / "deploy"
UNITS = sorted(DEPLOY.rglob("*.service"))
# In tenths: "below 2.0". An unconfined service has 96.
MOST_EXPOSED = 19


def read_settings(unit: Path) -> dict[str, str]:
    return dict(re.findall(r"^(\w+)=(.*)$", unit.read_text(encoding="utf-8"), re.MULTILINE))


def test_there_are_units() -> None:
    assert [unit.name for unit in UNITS] == ["lachan-contest@.service", "lachan.service"]


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_memory_tasks_and_silence_are_bounded(unit: Path) -> None:
    settings = read_settings(unit)
    assert {"MemoryMax", "TasksMax", "WatchdogSec", "LimitCORE"} <= settings.keys()
    assert (settings["Type"], settings["NotifyAccess"]) == ("notify", "main")
    assert settings["Restart"] in ("always", "on-failure")


def test_a_kernel_that_is_ended_for_its_memory_does_not_end_the_server() -> None:
    assert read_settings(DEPLOY / "lachan.service")["OOMPolicy"] == "continue"


def test_no_unit_runs_apps_of_a_content_folder() -> None:
    assert [unit for unit in UNITS if "--own-apps" in read_unit_command(unit)] == []


def test_a_server_tells_systemd_that_it_is_ready_and_lives(sample: Path, tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ear:
        ear.bind(str(tmp_path / "tai"))
        ear.settimeout(90)
        env = serve_env(tmp_path, NOTIFY_SOCKET=ear.getsockname(), WATCHDOG_USEC="3000000")
        command = serve_command("--ready", "0")
        with running(command, tmp_path / "log.txt", HOME, env, sample):
            heard = [ear.recv(100) for _ in range(3)]
    assert heard == [b"READY=1", b"WATCHDOG=1", b"WATCHDOG=1"]


@pytest.mark.full
@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_systemd_finds_the_unit_valid_and_well_confined(unit: Path, tmp_path: Path) -> None:
    copy = tmp_path / unit.name.replace("@", "@8877")
    text = unit.read_text(encoding="utf-8")
    copy.write_text(text.replace("/opt/lachan/bin/lachan", "/bin/true"), encoding="utf-8")
    valid = analyze("verify", "--recursive-errors=no", str(copy))
    assert (valid.returncode, valid.stdout, valid.stderr) == (0, "", "")
    confined = analyze("security", "--offline=yes", f"--threshold={MOST_EXPOSED}", str(copy))
    assert confined.returncode == 0, confined.stdout


def analyze(*words: str) -> subprocess.CompletedProcess[str]:
    command = [find_command("systemd-analyze"), *words]
    return subprocess.run(
        command, capture_output=True, text=True, timeout=60, check=False, env=dict(os.environ)
    )
