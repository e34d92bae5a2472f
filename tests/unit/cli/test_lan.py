"""The question of who sits at the terminal, asked at a real one."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

from lachan.cli.lan import LanError, decide_lan
from support.terminals import open_terminal

PROGRAM = """
from lachan.cli.lan import decide_lan
print("quyết", decide_lan(None, movable=True))
"""
END = "\x04"


def answer_at_terminal(*typed: str) -> str:
    """Type answers, one after each question, and return all that stands on the screen."""
    ours, theirs = open_terminal()
    env = {**os.environ, "PYTHONUTF8": "1", "TERM": "dumb"}
    command = [sys.executable, "-c", PROGRAM]
    with subprocess.Popen(command, env=env, stdin=theirs, stdout=theirs, stderr=theirs) as asked:
        os.close(theirs)
        shown = ""
        for each in typed:
            shown += read_until(ours, r"k \(không\)[^\n]*: $")
            os.write(ours, (each if each == END else f"{each}\n").encode())
        shown += read_until(ours, r"quyết \w+")
        assert asked.wait(30) == 0
    os.close(ours)
    return shown


def read_until(terminal: int, pattern: str) -> str:
    text = b""
    while not re.search(pattern, text.decode(errors="ignore")):
        text += os.read(terminal, 4096)
    return text.decode(errors="ignore")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("c", True),
        (" Có ", True),
        ("CO", True),
        ("y", True),
        ("", False),
        ("k", False),
        ("Không", False),
        ("n", False),
        (END, False),
    ],
)
def test_an_answer_is_read_as_people_type_it(typed: str, expected: bool) -> None:
    assert f"quyết {expected}" in answer_at_terminal(typed)


def test_what_is_no_answer_is_asked_again() -> None:
    shown = answer_at_terminal("để xem", "[b]c", "c")
    assert "Chưa hiểu “để xem”" in shown
    assert "Chưa hiểu “[b]c”" in shown
    assert "quyết True" in shown


@pytest.mark.parametrize(
    ("said", "movable", "expected"),
    [
        (True, True, True),
        (False, True, False),
        (False, False, False),
        (None, False, False),
    ],
)
def test_who_has_said_it_is_not_asked(said: bool | None, movable: bool, expected: bool) -> None:
    assert decide_lan(said, movable=movable) is expected


def test_two_ways_to_open_are_one_too_many() -> None:
    with pytest.raises(LanError, match="Hãy bỏ một trong hai"):
        decide_lan(True, movable=False)
