"""README.vi.md begins for someone with a school PC, with names that are true."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from lachan import __version__

# What an A4 page or a laptop shows at once.
ONE_SCREEN_LINES = 24


@pytest.fixture(scope="module")
def beginning(repository: Path) -> str:
    """The page down to its second chapter."""
    text = (repository / "README.vi.md").read_text("utf-8")
    return "\n## ".join(text.split("\n## ")[:2])


def test_the_first_chapter_is_one_screen_in_steps(beginning: str) -> None:
    assert len(beginning.splitlines()) <= ONE_SCREEN_LINES
    assert ["1", "2", "3", "4"] == re.findall(r"^(\d)\. ", beginning, re.MULTILINE)


def test_it_names_what_is_downloaded_and_started(repository: Path, beginning: str) -> None:
    packed = subprocess.run(
        ["make", "--dry-run", "release"], cwd=repository, capture_output=True, text=True, check=True
    )
    [archive] = re.findall(r"--output=dist/(\S+\.zip)", packed.stdout)
    assert archive == f"lachan-{__version__}.zip"
    assert [archive] == re.findall(r"`(\S+\.zip)`", beginning)
    assert (repository / "chay.bat").is_file()
    assert "Bấm đúp `chay.bat`" in beginning


def test_it_names_a_python_that_the_starter_takes(repository: Path, beginning: str) -> None:
    [named] = re.findall(r"bản (3\.\d+)", beginning)
    assert (
        named in (repository / "chay.bat").read_text("utf-8").split("for %%V in (")[1].split(")")[0]
    )
