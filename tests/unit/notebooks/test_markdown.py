"""A notebook becomes a lesson's text again: as it was, or with what a teacher changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell

from lachan.content import Content, load_content
from lachan.domain.names import BLOCK_NAMES
from lachan.errors import Severity
from lachan.notebooks import build_notebook, write_lesson_body
from lachan.notebooks.markdown import WrittenLesson


def build(content: Content, slug: str) -> NotebookNode:
    lesson = content.get_lesson(slug)
    return build_notebook(lesson, content.hotlines, content.places, content.comic_of(lesson))


def lines_of(text: str) -> list[str]:
    """The lines of a body; a block titled with the name of its kind says no more than without."""
    for kind, name in BLOCK_NAMES.items():
        text = text.replace(f"::: {kind.value} {name}\n", f"::: {kind.value}\n")
    return [line for line in text.splitlines() if line.strip()]


def body_of(root: Path, content: Content, slug: str) -> str:
    text = (root / content.get_lesson(slug).source.file).read_text("utf-8")
    return text.split("\n---\n", 1)[1]


@pytest.fixture
def notebook(sample: Path) -> NotebookNode:
    return build(load_content(sample), "mau")


def write(notebook: NotebookNode) -> WrittenLesson:
    return write_lesson_body(notebook, "mau.ipynb")


def find_cell(notebook: NotebookNode, start: str) -> NotebookNode:
    found: NotebookNode = next(cell for cell in notebook.cells if cell.source.startswith(start))
    return found


def faults_of(lesson: WrittenLesson) -> list[tuple[str, Severity]]:
    return [(problem.message, problem.severity) for problem in lesson.problems]


def test_every_lesson_comes_back_as_it_was(real_content: Content, repository: Path) -> None:
    for lesson in real_content.lessons:
        comic = real_content.comic_of(lesson)
        title = comic.title if comic else ""
        written = write_lesson_body(build(real_content, lesson.slug), "so.ipynb", title)

        assert written.problems == []
        assert (written.title, written.summary) == (lesson.title, lesson.summary.strip())
        assert written.steps == [step.id for step in lesson.steps]
        body = body_of(repository, real_content, lesson.slug)
        expected = lines_of(body.replace(f"::: truyen-tranh {title}\n", "::: truyen-tranh\n"))
        assert lines_of(written.body) == expected, lesson.slug


def test_words_titles_and_minutes_are_taken_from_the_cells(notebook: NotebookNode) -> None:
    find_cell(notebook, "# ").source = "# Tên mới\n\nTóm tắt\nmới.\n\n*Trung học cơ sở · 45 phút*"
    find_cell(notebook, "## Vào bài").source = "## Mở đầu\n\n*Mở đầu · 5 phút*\n\nThêm một câu."
    find_cell(notebook, "Chào").source = "Chào các em."

    written = write(notebook)

    assert (written.title, written.summary) == ("Tên mới", "Tóm tắt mới.")
    assert "## Mở đầu {#mo}\n\nThêm một câu.\n\nChào các em.\n" in written.body


def test_a_cell_of_the_teachers_own_is_text_of_its_step(notebook: NotebookNode) -> None:
    place = notebook.cells.index(find_cell(notebook, "Chào"))
    own = new_markdown_cell("Ở lớp mình, bắt đầu bằng bài hát.")
    note = new_markdown_cell("Nhắc tổ trưởng.", metadata={"tags": ["teacher-only"]})
    skipped = new_markdown_cell("Ghi cho mình.", metadata={"tags": ["skip"]})
    notebook.cells[place + 1 : place + 1] = [own, note, skipped, new_markdown_cell("  ")]

    body = write(notebook).body

    assert "\n\nỞ lớp mình, bắt đầu bằng bài hát.\n\n" in body
    assert "::: ghi-chu-giao-vien\nNhắc tổ trưởng.\n:::" in body
    assert "Ghi cho mình" not in body


def test_steps_may_go_and_change_places(notebook: NotebookNode) -> None:
    cells = notebook.cells
    first, second = (cells.index(find_cell(notebook, start)) for start in ("## Vào", "## Học"))
    third = cells.index(find_cell(notebook, "## Tập"))
    notebook.cells = cells[:first] + cells[second:third] + cells[first:second] + cells[third:]

    assert write(notebook).steps == ["hoc", "mo", "tap", "dung"]


def test_a_new_step_is_refused_with_its_cell(notebook: NotebookNode) -> None:
    notebook.cells.append(new_markdown_cell("## Bước mới\n\nLàm gì đó."))

    written = write(notebook)

    [problem] = written.problems
    assert (problem.severity, problem.file) == (
        Severity.ERROR,
        f"mau.ipynb#{len(notebook.cells)}",
    )
    assert "Bước mới" in problem.message


def test_a_step_twice_is_refused(notebook: NotebookNode) -> None:
    notebook.cells.append(find_cell(notebook, "## Học"))

    assert faults_of(write(notebook)) == [('bước "Học" trùng với một bước ở trên', Severity.ERROR)]


def test_text_before_the_first_step_is_refused(notebook: NotebookNode) -> None:
    notebook.cells.insert(1, new_markdown_cell("Lời ngỏ."))

    assert faults_of(write(notebook)) == [("chữ đứng trước bước đầu tiên", Severity.ERROR)]


def test_code_of_the_teachers_own_is_left_out_and_told(notebook: NotebookNode) -> None:
    notebook.cells.append(new_code_cell("print('chạy')"))

    written = write(notebook)

    assert [(each.code, each.severity) for each in written.problems] == [
        ("NB005", Severity.WARNING)
    ]
    assert "chạy" not in written.body
