"""A built notebook is valid, short in code, stable in bytes, and tells its cells apart."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode

from lachan.content import Content, load_content
from lachan.domain.comics import StepPicture
from lachan.domain.kinds import BlockKind, Use
from lachan.domain.lessons import LessonBlock
from lachan.markup import render_plain
from lachan.notebooks import build_notebook, help_markdown, read_notebook, render_notebook
from lachan.notebooks.folding import fold


@pytest.fixture
def content(sample: Path) -> Content:
    return load_content(sample)


def test_the_notebook_is_valid_and_its_bytes_are_stable(content: Content) -> None:
    made = [
        render_notebook(build_notebook(content.lessons[0], content.hotlines, content.places))
        for _ in range(2)
    ]

    nbformat.validate(nbformat.reads(made[0], as_version=4))
    assert made[0] == made[1]


def test_teacher_notes_are_tagged_and_nothing_else_is(content: Content) -> None:
    notebook = build_notebook(content.lessons[0], content.hotlines, content.places)

    tagged = [c.source for c in notebook.cells if "teacher-only" in c.metadata.get("tags", [])]
    programme, note = tagged
    assert fold("Ghi chú giáo viên", "Khi học sinh chia sẻ: lắng nghe, không hỏi dồn.") == note
    assert "Chủ đề mẫu: “Nêu được ba phần.”" in programme


def test_quick_checks_are_short_code_cells_that_name_their_items(content: Content) -> None:
    notebook = build_notebook(content.lessons[0], content.hotlines, content.places)

    [cell] = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert ["mau-001", "mau-003"] == cell.metadata["lachan"]["items"]
    assert 'quiz("mau-001", "mau-003")' in cell.source
    assert [] == cell.outputs


def test_questions_are_readable_before_anything_is_run(content: Content) -> None:
    items = {item.id: item for item in content.items}
    closed = {"mau-003": dataclasses.replace(items["mau-003"], use=Use.CONTEST)}

    whole, without = (
        build_notebook(content.lessons[0], (), (), items=known) for known in (items, items | closed)
    )

    told = [_shown(cell) for cell in whole.cells if cell.cell_type == "code"]
    assert ["Câu 1.", "Câu 2."] == re.findall(r"Câu \d\.", told[0])
    [left] = [_shown(cell) for cell in without.cells if cell.cell_type == "code"]
    assert ["Câu 1."] == re.findall(r"Câu \d\.", left), "what is for contests stays at home"
    assert [] == read_notebook(whole, "mau.ipynb").problems


def _shown(cell: NotebookNode) -> str:
    [output] = cell.outputs
    return str(output.data["text/html"])


def test_minutes_stand_first_and_no_command_line(content: Content) -> None:
    first, how, minutes = build_notebook(content.lessons[0], (), ()).cells[:3]

    assert "| 5–25 | Học |" in minutes.source
    assert ["skip"] == how.metadata.tags == minutes.metadata.tags
    assert "nbconvert" not in first.source + how.source


def test_the_lesson_ends_with_where_to_get_help(content: Content) -> None:
    notebook = build_notebook(content.lessons[0], content.hotlines, content.places)

    assert help_markdown(content.hotlines, content.places) in notebook.cells[-1].source
    assert "**111**" in notebook.cells[-1].source


def test_real_notebooks_keep_to_the_house_rule(real_content: Content) -> None:
    for lesson in real_content.lessons:
        notebook = build_notebook(lesson, real_content.hotlines, real_content.places)
        code = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
        assert len(code) <= 8
        assert all(len(source.split("\n")) <= 10 for source in code)
        assert not any(word in source for source in code for word in ("def ", "class "))


def test_a_steps_picture_is_told_in_words_and_drawn_by_a_cell_at_its_head(
    content: Content,
) -> None:
    comic = dataclasses.replace(
        content.comics[0], pictures=(StepPicture("tap", content.comics[0].panels[0]),)
    )
    notebook = build_notebook(content.lessons[0], (), (), comic)

    ids = [cell.id for cell in notebook.cells]
    head = ids.index("tap")
    drawn, told = notebook.cells[head + 1 : head + 3]
    assert [drawn.id, told.id] == ["tap-tranh", "tap-loi"]
    assert drawn.source.endswith('picture("thcs-mau", "tap")')
    assert told.source.startswith("*Tranh: Trước cổng trường")
    assert "- Minh: “Chị nào thế?”" in told.source
    lesson = read_notebook(notebook, "mau.ipynb")
    assert ["", "", "", "tap", ""] == [section.picture for section in lesson.sections]
    assert [] == lesson.problems


def test_a_strip_is_told_in_words_and_drawn_by_a_cell(content: Content) -> None:
    notebook = build_notebook(content.lessons[0], (), (), content.comics[0])

    drawn, told = (cell for cell in notebook.cells if cell.id in ("dung-1-tranh", "dung-1-loi"))
    assert drawn.source.endswith('comic("thcs-mau")')
    assert "    - Thư nghĩ: “Ừ nhỉ.”" in told.source
    lesson = read_notebook(notebook, "mau.ipynb")
    [block] = [one for s in lesson.sections for one in s.blocks if one.kind is BlockKind.COMIC]
    assert (block.title, render_plain(block.content)) == ("Hỏi đã", "Cùng xem.")
    assert [] == lesson.problems


def test_a_strip_without_a_title_in_its_lesson_takes_its_own(content: Content) -> None:
    lesson = content.lessons[0]
    bare = dataclasses.replace(
        lesson,
        steps=tuple(
            dataclasses.replace(step, blocks=tuple(_without_words(each) for each in step.blocks))
            for step in lesson.steps
        ),
    )

    read = read_notebook(build_notebook(bare, (), (), content.comics[0]), "mau.ipynb")

    [block] = [one for s in read.sections for one in s.blocks if one.kind is BlockKind.COMIC]
    assert content.comics[0].title == block.title


def test_a_strip_whose_title_a_teacher_deleted_stands_where_it_stood(content: Content) -> None:
    notebook = build_notebook(content.lessons[0], (), (), content.comics[0])
    [cell] = [each for each in notebook.cells if each.id == "dung-1"]
    cell.source = "### Truyện tranh"

    read = read_notebook(notebook, "mau.ipynb")

    [block] = [one for s in read.sections for one in s.blocks if one.kind is BlockKind.COMIC]
    assert ("", ()) == (block.title, block.content)


def _without_words(block: LessonBlock) -> LessonBlock:
    if block.kind is not BlockKind.COMIC:
        return block
    return dataclasses.replace(block, title="", markdown="")
