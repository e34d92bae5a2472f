"""Tests wait for what they need, and never for time: no sleep and no spinning."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

# Where nothing tells, a test asks again by these two functions, which say why.
ALLOWED = "tests/support/waiting.py"
PAUSES = {"sleep", "wait_for_timeout", "waitForTimeout"}


def find_pauses(source: str) -> Iterator[int]:
    """Yield the lines on which a call lets time pass: a sleep by any name, or an empty select."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        watched = node.args[:3] if name == "select" else ()
        idle = len(watched) == 3 and not any(getattr(each, "elts", [1]) for each in watched)
        if name in PAUSES or idle:
            yield node.lineno


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("import time\ntime.sleep(1)", [2]),
        ("async def f():\n    await asyncio.sleep(0)", [2]),
        ("sleep(1)\npage.wait_for_timeout(5)", [1, 2]),
        ("select.select([], [], [], 0.1)", [1]),
        ("select.select([socket], [], [], 0.1)\nevent.wait(3)\nselect(User)", []),
    ],
)
def test_a_pause_is_seen(source: str, lines: list[int]) -> None:
    assert lines == list(find_pauses(source))


def test_no_test_lets_time_pass(repository: Path) -> None:
    found = [
        f"{path.relative_to(repository)}:{line}"
        for path in sorted((repository / "tests").rglob("*.py"))
        if path.relative_to(repository).as_posix() != ALLOWED
        for line in find_pauses(path.read_text("utf-8"))
    ]
    assert found == []


def test_what_is_allowed_to_pause_does(repository: Path) -> None:
    assert len(list(find_pauses((repository / ALLOWED).read_text("utf-8")))) == 2
