"""Every command that the pages name is there, with the options that they give it."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer.main

from lachan import __version__
from lachan.cli.main import app

INLINE = re.compile(r"`((?:lachan|make) [^`]+)`")
FENCED = re.compile(r"^```[a-z]*\n(.*?)^```", re.MULTILINE | re.DOTALL)
# A line of a shell: after a prompt, a folder or variables; what follows a pipe is another's.
LINE = re.compile(r"^\s*(?:\$ )?(?:sudo )?(?:[A-Z_]+=\S* )*(?:\S*/)?((?:lachan|make)(?: .*)?)$")
TARGET = re.compile(r"^([a-z][a-z-]*)(?: [a-z-]+)*:(?!=)", re.MULTILINE)
VARIABLE = re.compile(r"^([A-Z_]+) [?:]?=", re.MULTILINE)

PAGES = ["README.md", "README.vi.md", "CONTRIBUTING.md"]


def commands_in(text: str) -> Iterator[list[str]]:
    """Yield the words of each command of a page, comments and pipes left out."""
    inline = [" ".join(found.split()) for found in INLINE.findall(FENCED.sub("", text))]
    lines = [line for block in FENCED.findall(text) for line in block.split("\n")]
    fenced = [found[1] for line in lines if (found := LINE.match(line))]
    for each in [*inline, *fenced]:
        words = shlex.split(re.split(r"\s[|>]\s", each)[0], comments=True)
        if len(words) > 1:
            yield words


def find_fault(words: list[str], makefile: str) -> str:
    """Return what of a command is not there, or nothing."""
    if words[0] == "lachan":
        return _find_fault_of_lachan(words[1:])
    known = {*TARGET.findall(makefile), *VARIABLE.findall(makefile)}
    named = [word.split("=", 1)[0] for word in words[1:]]
    return "".join(f"make has no {each}" for each in named if each not in known)


def _find_fault_of_lachan(words: list[str]) -> str:
    command: Any = typer.main.get_command(app)
    path = "lachan"
    for word in words:
        inner = getattr(command, "commands", {})
        if word.startswith("-"):
            known = {name for each in command.params for name in (*each.opts, *each.secondary_opts)}
            if word.split("=", 1)[0] not in {"--help", *known}:
                return f"{path} has no {word}"
        elif word in inner:
            command, path = inner[word], word
        elif inner:
            return f"{path} has no command {word}"
    return ""


@pytest.fixture(scope="module")
def makefile(repository: Path) -> str:
    return (repository / "Makefile").read_text("utf-8")


@pytest.mark.parametrize(
    ("command", "fault"),
    [
        ("lachan check --on 2026-12-05", ""),
        ("lachan contest", ""),
        ("lachan paper make x --forms=4", ""),
        ("lachan paper make x --colour", "make has no --colour"),
        ("lachan paper mak", "paper has no command mak"),
        ("lachan chek", "lachan has no command chek"),
        ("make test PYTEST_ARGS=-x", ""),
        ("make tset", "make has no tset"),
        ("make lock LOCK=", "make has no LOCK"),
    ],
)
def test_what_is_not_there_is_found(makefile: str, command: str, fault: str) -> None:
    assert fault == find_fault(command.split(), makefile)


@pytest.mark.parametrize("page", PAGES)
def test_every_command_of_a_page_is_there(repository: Path, makefile: str, page: str) -> None:
    found = list(commands_in((repository / page).read_text("utf-8")))
    assert {"lachan", "make"} == {words[0] for words in found}
    assert [] == [fault for words in found if (fault := find_fault(words, makefile))]


def test_every_command_of_the_manuals_is_there(repository: Path, makefile: str) -> None:
    pages = sorted((repository / "docs").glob("*.md"))
    found = {page.name: list(commands_in(page.read_text("utf-8"))) for page in pages}
    assert sum(map(len, found.values())) > 50
    faults = {
        f"{name}: {fault}"
        for name, commands in found.items()
        for words in commands
        if (fault := find_fault(words, makefile))
    }
    assert set() == faults


def test_the_changelog_begins_with_the_version_of_the_package(repository: Path) -> None:
    sections = re.findall(
        r"^## (\S+)", (repository / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE
    )
    assert [__version__] == [each.rstrip(",") for each in sections[:1]]
