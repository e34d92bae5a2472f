"""Every locked package has a wheel for the systems that schools have; the index is asked."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from lachan.workflows.usb.lock import read_pins
from lachan.workflows.usb.systems import PYTHONS, SYSTEMS, SystemName

pytestmark = [pytest.mark.full, pytest.mark.locked]


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("name", [SystemName.WINDOWS, SystemName.MACOS])
def test_every_locked_package_has_a_wheel(
    repository: Path, tmp_path: Path, name: SystemName, python: str
) -> None:
    system = SYSTEMS[name]
    lock = (repository / "requirements/run.txt").read_text("utf-8")
    pins = read_pins(lock, system.describe(python))
    wanted = tmp_path / "wanted.txt"
    wanted.write_text("".join(f"{pin.line}\n" for pin in pins), encoding="utf-8")
    asked = [
        *(sys.executable, "-m", "pip", "install", "--dry-run", "--ignore-installed", "--quiet"),
        *("--no-deps", "--require-hashes", "--only-binary", ":all:"),
        *("--target", str(tmp_path / "nowhere"), "--implementation", "cp"),
        *("--python-version", python, "--abi", f"cp{python.replace('.', '')}"),
        *("--abi", "abi3", "--abi", "none"),
        *(word for tag in system.platforms for word in ("--platform", tag)),
        *("-r", str(wanted)),
    ]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
