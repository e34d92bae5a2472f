"""Building writes what is missing, keeps what a teacher changed, and checks without writing."""

from __future__ import annotations

from pathlib import Path

from lachan.workflows.content.opening import open_content
from lachan.workflows.lessons.build import build_lessons, check_notebooks

NAME = "notebooks/thcs/mau.ipynb"


def test_build_writes_then_finds_nothing_to_do(sample: Path) -> None:
    content = open_content(sample)

    first, second = build_lessons(content), build_lessons(content)

    assert (NAME,) == first.written
    assert ((), (NAME,)) == (second.written, second.unchanged)
    assert () == check_notebooks(content)


def test_a_changed_lesson_is_built_anew(sample: Path) -> None:
    build_lessons(open_content(sample))
    path = sample / "lessons/thcs/mau.md"
    path.write_text(path.read_text("utf-8").replace("Chào cả lớp.", "Chào các em."), "utf-8")

    content = open_content(sample)
    [problem] = check_notebooks(content)
    report = build_lessons(content)

    assert ("NB001", NAME) == (problem.code, problem.file)
    assert (NAME,) == report.written


def test_a_teachers_edit_is_never_overwritten(sample: Path) -> None:
    content = open_content(sample)
    build_lessons(content)
    path = sample / NAME
    edited = path.read_text("utf-8").replace("Chào cả lớp.", "Chào lớp 7A!")
    path.write_text(edited, "utf-8")

    report = build_lessons(content)

    assert (NAME,) == report.kept
    assert edited == path.read_text("utf-8")


def test_a_file_that_is_no_notebook_is_left_alone(sample: Path) -> None:
    path = sample / NAME
    path.parent.mkdir(parents=True)
    path.write_text("của tôi", "utf-8")

    assert (NAME,) == build_lessons(open_content(sample)).kept


def test_a_notebook_without_a_lesson_is_named(sample: Path) -> None:
    content = open_content(sample)
    build_lessons(content)
    (sample / NAME).rename(sample / "notebooks/thcs/cu.ipynb")

    assert ["NB001", "NB002"] == [problem.code for problem in check_notebooks(content)]
