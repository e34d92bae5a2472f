"""A lesson of the kit comes into the school's folder as it is, and over nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from nbformat import NotebookNode

from lachan.content import Content, NotFoundError, load_content
from lachan.errors import ContentError
from lachan.notebooks import NotebookError, parse_notebook, render_notebook
from lachan.workflows.lessons.copies import copy_notebook
from lachan.workflows.school.taking import KeptFileError, take_lesson, take_notebook
from support.school_folder import ITEMS, make_school

LESSON = "lessons/thcs/mau.md"
COMIC = "comics/thcs/mau.yaml"
NOW = dt.datetime(2026, 12, 1, 2, 30, tzinfo=dt.UTC)


@pytest.fixture
def school(tmp_path: Path) -> Path:
    return make_school(tmp_path / "kho")


def test_a_lesson_comes_with_its_items_and_its_comic(sample: Path, school: Path) -> None:
    taken = take_lesson("mau", load_content(sample), school)

    assert taken == tuple(school / name for name in (LESSON, ITEMS, COMIC))
    for name in (LESSON, ITEMS, COMIC):
        assert (school / name).read_bytes() == (sample / name).read_bytes()
    content = load_content(sample, school=school)
    assert content.problems == ()
    assert content.is_schools(content.get_lesson("mau").source)


def test_a_lesson_may_come_alone(sample: Path, school: Path) -> None:
    assert take_lesson("mau", load_content(sample), school, with_items=False) == (school / LESSON,)


def test_what_the_school_has_is_not_written_over(sample: Path, school: Path) -> None:
    make_school(school, {ITEMS: "items: []\n"})

    with pytest.raises(KeptFileError, match="không ghi đè"):
        take_lesson("mau", load_content(sample), school)

    assert (school / ITEMS).read_text("utf-8") == "items: []\n"
    assert not (school / LESSON).exists()


def test_a_lesson_that_is_not_there_is_told(sample: Path, school: Path) -> None:
    with pytest.raises(NotFoundError, match='có phải là "mau"'):
        take_lesson("mauu", load_content(sample), school)


def test_a_folder_that_cannot_be_written_is_told(sample: Path, school: Path) -> None:
    (school / "lessons").touch()

    with pytest.raises(KeptFileError, match="không ghi được vào kho của trường"):
        take_lesson("mau", load_content(sample), school)


def edit(path: Path, change: Callable[[NotebookNode], object]) -> None:
    notebook = parse_notebook(path.read_text("utf-8"), path.name)
    change(notebook)
    path.write_text(render_notebook(notebook), encoding="utf-8")


def greet(words: str) -> Callable[[NotebookNode], object]:
    def change(notebook: NotebookNode) -> None:
        cell = next(each for each in notebook.cells if each.source.startswith("Chào"))
        cell.source = words

    return change


@pytest.fixture
def content(sample: Path, school: Path) -> Content:
    return load_content(sample, school=school)


@pytest.fixture
def notebook(content: Content, tmp_path: Path) -> Path:
    return copy_notebook(content, "mau", tmp_path / "bai_cua_toi")


def test_a_notebook_that_says_the_same_writes_nothing(
    content: Content, school: Path, notebook: Path
) -> None:
    assert take_notebook(notebook, content, school, NOW) == (None, ())
    assert not (school / "lessons").exists()


def test_an_edited_notebook_becomes_the_schools_lesson(
    content: Content, sample: Path, school: Path, notebook: Path
) -> None:
    edit(notebook, greet("Chào các em lớp Bảy."))

    path, left_out = take_notebook(notebook, content, school, NOW)

    assert (path, left_out) == (school / LESSON, ())
    lesson = load_content(sample, school=school).get_lesson("mau")
    assert lesson.source.file == (school / LESSON).as_posix()
    assert lesson.steps[0].blocks[0].markdown == "Chào các em lớp Bảy."
    assert [(each.role, each.date) for each in lesson.reviews] == [("author", dt.date(2026, 12, 1))]


def test_what_the_school_had_is_kept(
    content: Content, sample: Path, school: Path, notebook: Path
) -> None:
    edit(notebook, greet("Chào lần một."))
    take_notebook(notebook, content, school, NOW)
    first = (school / LESSON).read_bytes()
    edit(notebook, greet("Chào lần hai."))

    take_notebook(notebook, load_content(sample, school=school), school, NOW)

    [kept] = (school / "lich-su").rglob("*.md")
    assert kept.read_bytes() == first
    assert kept.parent == school / "lich-su/lessons/thcs/mau"
    assert kept.name.startswith("2026-12-01_09-30-00")
    assert "Chào lần hai." in (school / LESSON).read_text("utf-8")


def test_a_notebook_of_no_lesson_is_told(content: Content, school: Path, notebook: Path) -> None:
    edit(notebook, lambda each: each.metadata.pop("lachan"))

    with pytest.raises(NotebookError, match="không lấy từ bài nào"):
        take_notebook(notebook, content, school, NOW)


def test_a_cell_that_no_lesson_can_hold_is_told_and_nothing_is_written(
    content: Content, school: Path, notebook: Path
) -> None:
    edit(notebook, greet("## Bước mới"))

    with pytest.raises(ContentError, match=r"mau\.ipynb#\d+.*Bước mới"):
        take_notebook(notebook, content, school, NOW)

    assert not (school / "lessons").exists()
