"""A stick made here installs the kit on a computer that has no network, and it works there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [pytest.mark.full, pytest.mark.locked]

PYTHON = ".".join(map(str, sys.version_info[:2]))


@pytest.fixture(scope="module")
def stick(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Path:
    out = tmp_path_factory.mktemp("usb") / "out"
    command = ["usb", "--for", "linux", "--python", PYTHON, "--out", str(out)]
    subprocess.run([sys.executable, "-m", "lachan", *command], cwd=repository, check=True)
    return out


def _offline() -> list[str]:
    """Return what takes the network from a command; only root may."""
    if os.geteuid() == 0 and shutil.which("unshare"):
        return ["unshare", "-n"]
    return []


def test_it_installs_without_network_where_the_path_has_spaces(stick: Path, tmp_path: Path) -> None:
    home = tmp_path / "máy của trường"
    home.mkdir()
    # No proxy, no index, no wheels from elsewhere; a locale that knows no Vietnamese.
    env = {"PATH": os.environ["PATH"], "HOME": str(home), "PYTHON": sys.executable, "LANG": "C"}
    install = subprocess.run(
        [*_offline(), "sh", str(stick / "cai-dat.sh")],
        cwd=tmp_path, env=env, capture_output=True, check=False,
    )  # fmt: skip
    assert install.returncode == 0, (install.stdout + install.stderr).decode()

    lachan = home / "LaChan/.venv/bin/lachan"
    check = subprocess.run(
        [*_offline(), str(lachan), "check"], cwd=home, env=env, capture_output=True, check=False
    )
    assert check.stdout.decode().startswith("0 lỗi")


def test_a_damaged_wheel_is_refused(stick: Path, tmp_path: Path) -> None:
    copy = tmp_path / "usb"
    shutil.copytree(stick, copy)
    [wheel] = copy.glob("goi/segno-*.whl")
    wheel.write_bytes(wheel.read_bytes() + b"\0")
    env = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "PYTHON": sys.executable}
    install = subprocess.run(
        ["sh", str(copy / "cai-dat.sh")], env=env, capture_output=True, check=False
    )

    assert install.returncode != 0
    assert b"DO NOT MATCH THE HASHES" in install.stderr


def test_pages_of_all_lessons_lie_beside_it(stick: Path, repository: Path) -> None:
    lessons = {path.stem for path in repository.glob("lessons/*/*.md")}

    assert lessons == {path.stem for path in stick.glob("bai-hoc/*.html")}
