"""Every notebook that the kit ships runs from top to bottom in a real kernel."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import nbformat
import pytest

from support.notebooks import run_notebook

REPOSITORY = Path(__file__).resolve().parents[2]
LESSONS = sorted((REPOSITORY / "notebooks").glob("*/*.ipynb"))
# One builder makes them all: the first stands for the rest until the long tests.
EACH_LESSON = [
    pytest.param(path, id=path.stem, marks=() if path == LESSONS[0] else pytest.mark.full)
    for path in LESSONS
]
WORKBOOKS = sorted((REPOSITORY / "notebooks").glob("*.ipynb"))
APPS = sorted((REPOSITORY / "voila_apps").glob("*.ipynb"))


def _run(path: Path) -> nbformat.NotebookNode:
    notebook = nbformat.read(path, as_version=4)
    # Run from the content's own folder, where the notebook finds its root by itself.
    return run_notebook(notebook, path.parent)


@pytest.mark.parametrize("path", EACH_LESSON)
def test_a_lesson_shows_a_quiz_below_each_quick_check(path: Path) -> None:
    ran = _run(path)

    cells = [cell for cell in ran.cells if cell.cell_type == "code"]
    widget = "application/vnd.jupyter.widget-view+json"
    for cell in cells:
        shown = {kind for output in cell.outputs for kind in output.get("data", {})}
        assert (widget if "quiz" in cell.source else "text/html") in shown, cell.source


@pytest.mark.parametrize("path", WORKBOOKS, ids=lambda path: path.stem)
def test_a_workbook_runs_from_top_to_bottom(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LACHAN_ROOT", str(REPOSITORY))
    monkeypatch.setenv("LACHAN_DATABASE_URL", f"sqlite:///{tmp_path / 'lachan.db'}")
    copy = Path(shutil.copy(path, tmp_path))

    ran = _run(copy)

    code = [cell for cell in ran.cells if cell.cell_type == "code"]
    assert [] == [cell.source for cell in code if not cell.outputs]
    # No class has answered here: a teacher reads so in words.
    shown = [str(output.get("data", "")) for cell in code for output in cell.outputs]
    assert [each for each in shown if "Empty DataFrame" in each or "0 rows" in each] == []


@pytest.mark.parametrize("path", [*LESSONS, *WORKBOOKS, *APPS], ids=lambda path: path.stem)
def test_a_notebook_keeps_the_house_rule(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)

    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert len(code) <= (3 if path in APPS else 8)
    # A lesson's questions are read before it is run; nothing that a run showed is kept.
    told = [cell for cell in code if "items" in cell.metadata.get("lachan", {})]
    assert [] == [output for cell in code if cell not in told for output in cell.outputs]
    shown = [[list(output.data) for output in cell.outputs] for cell in told]
    assert [[["text/html"]]] * len(told) == shown
    assert all(cell.execution_count is None for cell in code)
    assert all(len(cell.source.split("\n")) <= 10 for cell in code)
    assert not any(re.search(r"^\s*(def|class)\b", cell.source, re.MULTILINE) for cell in code)


def test_a_quiz_with_a_wrong_id_says_so_in_words(tmp_path: Path, sample: Path) -> None:
    source = 'from lachan.apps.notebook import quiz\nquiz("mau-00x")'
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source)])
    run_notebook(notebook, sample)

    [output] = notebook.cells[0].outputs
    assert "mau-00x" in output.data["text/html"]
