"""A lesson of the kit comes into the school's folder as it is, and over nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from lachan.content import NotFoundError, load_content
from lachan.workflows.school.taking import KeptFileError, take_lesson
from support.school_folder import ITEMS, make_school

LESSON = "lessons/thcs/mau.md"
COMIC = "comics/thcs/mau.yaml"


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
