"""What the command line leaves out is not missed, and what help does not need is not loaded."""

from __future__ import annotations

import subprocess
import sys

import pytest

LEFT_OUT = """
import sys
import lachan.cli
import nbformat
from nbformat.v4 import new_code_cell, new_notebook

broken = new_notebook(cells=[new_code_cell("1")])
nbformat.validate(broken)
broken.cells[0]["execution_count"] = "một"
try:
    nbformat.validate(broken)
except nbformat.ValidationError:
    print("judged", "lark" in sys.modules)
"""


def test_notebooks_are_still_judged_and_no_grammar_is_compiled() -> None:
    told = subprocess.run([sys.executable, "-c", LEFT_OUT], capture_output=True, check=True)
    assert told.stdout.decode().strip() == "judged False"


def test_the_package_alone_takes_nothing_from_its_user() -> None:
    told = subprocess.run(
        [sys.executable, "-c", "import lachan, sys; print('rfc3987_syntax' in sys.modules)"],
        capture_output=True,
        check=True,
    )
    assert told.stdout.decode().strip() == "False"


HELP = """
import sys
from lachan.cli import main

sys.argv = ["lachan", *sys.argv[1:], "--help"]
try:
    main()
except SystemExit as left:
    assert left.code == 0
# Typer reads some types with pydantic, and would draw help with markdown_it and pygments.
known = {name.split(".")[0] for name in sys.modules}
from rich.markdown import Markdown

assert Markdown("*a*").parsed
heavy = {"yaml", "tornado", "sqlalchemy", "segno", "orjson", "voila"}
heavy = (heavy | {"markdown_it", "pygments"}) & known
ours = {"lachan.content.catalogue", "lachan.markup", "lachan.checks", "lachan.store"}
print()
print("loaded", sorted(heavy | ours & set(sys.modules)))
"""


@pytest.mark.parametrize("command", [[], ["check"], ["paper", "make"], ["serve"]], ids=" ".join)
def test_help_loads_no_library_that_only_the_work_needs(command: list[str]) -> None:
    told = subprocess.run([sys.executable, "-c", HELP, *command], capture_output=True, check=True)

    assert told.stdout.decode().splitlines()[-1] == "loaded []"
