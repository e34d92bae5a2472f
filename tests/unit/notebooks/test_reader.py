"""A notebook reads back as it was built, and an edited one is judged cell by cell."""

from __future__ import annotations

from pathlib import Path

import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell

from lachan.content import load_content
from lachan.domain.kinds import BlockKind
from lachan.errors import Severity
from lachan.notebooks import (
    NotebookError,
    build_notebook,
    is_as_written,
    parse_notebook,
    read_notebook,
    render_notebook,
)


@pytest.fixture
def notebook(sample: Path) -> NotebookNode:
    content = load_content(sample)
    return build_notebook(content.lessons[0], content.hotlines, content.places)


def test_a_built_notebook_reads_back_in_sections(notebook: NotebookNode) -> None:
    lesson = read_notebook(notebook, "mau.ipynb")

    assert [] == lesson.problems
    assert "Bài mẫu" == lesson.title
    assert ["", "Vào bài", "Học", "Tập", "Dùng"] == [section.title for section in lesson.sections]
    assert [None, 5, 20, 10, 10] == [section.minutes for section in lesson.sections]
    assert ("mau-001", "mau-003") == lesson.item_ids


def test_a_quick_check_takes_the_title_above_it(notebook: NotebookNode) -> None:
    [block] = read_notebook(notebook, "mau.ipynb").sections[3].blocks

    assert (BlockKind.QUICK_CHECK, "Thử sức") == (block.kind, block.title)


def test_a_teachers_own_cell_is_exported_too(notebook: NotebookNode) -> None:
    notebook.cells.append(new_markdown_cell("### Ghi thêm\n\nMột câu **của lớp 7A**."))

    block = read_notebook(notebook, "mau.ipynb").sections[-1].blocks[-1]

    assert (BlockKind.TEXT, "Ghi thêm") == (block.kind, block.title)


def test_a_tag_hides_a_teachers_own_cell_from_pupils(notebook: NotebookNode) -> None:
    cell = new_markdown_cell("Đáp án của tôi.", metadata={"tags": ["teacher-only"]})
    notebook.cells.append(cell)

    assert read_notebook(notebook, "mau.ipynb").sections[-1].blocks[-1].teacher_only


def test_text_outside_the_subset_names_the_cell_and_the_line(notebook: NotebookNode) -> None:
    notebook.cells.append(new_markdown_cell("Một dòng.\n\n<b>Đậm</b>"))

    problem = read_notebook(notebook, "mau.ipynb").problems[0]

    place = f"mau.ipynb#{len(notebook.cells)}"
    assert ("MK001", place, 3) == (problem.code, problem.file, problem.line)


def test_an_edited_quiz_cell_is_an_error_with_advice(notebook: NotebookNode) -> None:
    [cell] = [cell for cell in notebook.cells if cell.cell_type == "code"]
    cell.source = cell.source.replace("mau-003", "mau-004")

    [problem] = read_notebook(notebook, "mau.ipynb").problems

    assert ("NB004", Severity.ERROR) == (problem.code, problem.severity)
    assert "lachan build" in problem.hint


def test_a_teachers_code_cell_is_a_warning_until_it_is_tagged_skip(notebook: NotebookNode) -> None:
    notebook.cells.append(new_code_cell("1 + 1"))
    [problem] = read_notebook(notebook, "mau.ipynb").problems
    notebook.cells[-1].metadata["tags"] = ["skip"]

    assert ("NB003", Severity.WARNING) == (problem.code, problem.severity)
    assert [] == read_notebook(notebook, "mau.ipynb").problems


def test_opening_and_running_does_not_count_as_editing(notebook: NotebookNode) -> None:
    again = parse_notebook(render_notebook(notebook), "mau.ipynb")
    again.metadata["language_info"] = {"name": "python", "version": "3.13.0"}
    [cell] = [cell for cell in again.cells if cell.cell_type == "code"]
    cell.execution_count = 3

    assert is_as_written(again)


def test_a_changed_word_counts_as_editing(notebook: NotebookNode) -> None:
    notebook.cells[2].source += " Thêm."

    assert not is_as_written(notebook)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"cells": 1, "nbformat": 4}', "[" * 200_000])
def test_what_is_no_notebook_is_refused_by_name(text: str) -> None:
    with pytest.raises(NotebookError, match=r"^hong\.ipynb: "):
        parse_notebook(text, "hong.ipynb")
