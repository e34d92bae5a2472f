"""No word of the command line's help is English, but for names that have no other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
import typer.main
from typer.testing import CliRunner

from lachan.cli.main import app
from support.vietnamese import find_foreign

# Names of programs and formats, and of ours: a teacher has no other for them.
NAMES = {
    *(
        "lachan",
        "Jupyter",
        "JupyterLab",
        "Word",
        "Excel",
        "PowerPoint",
        "Linux",
        "Windows",
        "Typst",
        "nginx",
    ),
    *("Python", "kernel", "proxy", "Forwarded"),
    # In "0<=x<=65535".
    "x",
    # The roles of reviewers.
    *("law", "teacher"),
}


def walk(command: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Yield every command with the words that call it."""
    yield path, command
    for name, inner in getattr(command, "commands", {}).items():
        yield from walk(inner, (*path, name))


COMMANDS = dict(walk(typer.main.get_command(app)))


def find_typed(command: Any) -> set[str]:
    """Return the words that are typed as they stand: choices, and what stands where none is."""
    choices = {str(each) for one in command.params for each in one.type_descriptor.choices or ()}
    usual = {str(one.default) for one in command.params if one.default is not None}
    return {word for each in choices | usual for word in re.split(r"[_-]", each)}


def test_english_is_found() -> None:
    told = "Usage: lachan [OPTIONS]  Show this message and exit. [default: 4] Số mã đề .yaml"
    assert {"Usage", "lachan", "Show", "this", "message", "exit", "default", "and"} == {
        *find_foreign(told)
    }


def test_all_commands_are_walked() -> None:
    assert {("serve",), ("paper", "make"), ("contest", "certificates"), ("db", "status")} < set(
        COMMANDS
    )


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_the_help_is_vietnamese(path: tuple[str, ...]) -> None:
    runner = CliRunner(env={"COLUMNS": "300"})
    done = runner.invoke(app, [*path, "--help"], prog_name="lachan")
    assert (0, "Cách dùng: lachan") == (done.exit_code, done.stdout.strip()[:17])
    commands = {word for each in COMMANDS for word in each}
    assert set() == find_foreign(done.stdout, NAMES | commands | find_typed(COMMANDS[path]))


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_every_option_says_what_it_is_for(path: tuple[str, ...]) -> None:
    shown = [each for each in COMMANDS[path].params if not each.hidden]
    assert [] == [each.name for each in shown if not each.help]
