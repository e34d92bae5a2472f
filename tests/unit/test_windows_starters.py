"""``chay.bat`` and ``chay.ps1``: what can be checked of them where there is no Windows."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from lachan.cli.main import app

STARTERS = ("chay.bat", "chay.ps1")


@pytest.mark.parametrize("name", STARTERS)
def test_lines_end_as_windows_ends_them_and_git_keeps_it_so(repository: Path, name: str) -> None:
    text = (repository / name).read_bytes()
    kept = subprocess.run(
        ["git", "check-attr", "eol", "--", name],
        cwd=repository, capture_output=True, text=True, check=True,
    )  # fmt: skip

    assert text.count(b"\r\n") == text.count(b"\n") > 20
    assert kept.stdout.strip().endswith("eol: crlf")


def test_the_batch_file_speaks_utf_8_before_it_speaks_vietnamese(repository: Path) -> None:
    before, after = (repository / "chay.bat").read_bytes().split(b"chcp 65001", 1)

    assert before.isascii()
    assert "Máy chưa có Python" in after.decode("utf-8")


def test_powershell_is_told_that_its_file_is_utf_8(repository: Path) -> None:
    # Windows' own PowerShell 5 reads a file without this mark in the code page of the country.
    assert (repository / "chay.ps1").read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("name", STARTERS)
def test_they_do_what_make_run_does(repository: Path, name: str) -> None:
    text = (repository / name).read_text("utf-8-sig")
    makefile = (repository / "Makefile").read_text("utf-8")
    run = re.findall(
        r"^\t@\$\(BIN\)/lachan (\w+)$", makefile.split("\nrun:")[1].split("\n\n")[0], re.MULTILINE
    )
    commands = re.findall(r"lachan(?:\.exe)? \(?@?\(?'?(check|build|serve)", text)

    assert ["check", "build", "serve"] == run == commands
    assert set(run) <= {command.name for command in app.registered_commands}
    assert "--require-hashes" in text
    assert re.search(r"requirements\\run\.txt", text)


def test_every_label_of_the_batch_file_is_there(repository: Path) -> None:
    text = (repository / "chay.bat").read_text("utf-8")

    assert set(re.findall(r"(?:goto |call :)(\w+)", text)) == set(
        re.findall(r"^:(\w+)", text, re.MULTILINE)
    )
