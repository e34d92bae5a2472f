"""What the command line leaves out is not missed."""

from __future__ import annotations

import subprocess
import sys

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
