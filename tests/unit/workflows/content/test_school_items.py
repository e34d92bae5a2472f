"""What a school has just put into its bank is there, and what it took out is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from lachan.content import load_content
from lachan.workflows.content.school_items import is_of_school, refresh_school_items
from support.school_folder import ITEMS, NEW_ITEM, make_school, take_over


@pytest.fixture
def school(tmp_path: Path) -> Path:
    return make_school(tmp_path / "kho")


def test_a_question_that_came_is_there_and_one_that_went_is_not(sample: Path, school: Path) -> None:
    before = load_content(sample, school=school)
    make_school(school, {ITEMS: NEW_ITEM})
    after = refresh_school_items(before)
    assert after.items == load_content(sample, school=school).items
    assert is_of_school(after.get_item("truong-001"), after)
    assert not is_of_school(after.get_item("mau-001"), after)
    (school / ITEMS).unlink()
    assert refresh_school_items(after).items == before.items


def test_a_question_of_the_kit_that_was_replaced_comes_back(sample: Path, school: Path) -> None:
    kit = load_content(sample).items
    path = take_over(sample, school, ITEMS, "Hai thành tố", "Hai phần")
    replaced = load_content(sample, school=school)
    assert replaced.items != kit
    path.unlink()
    assert refresh_school_items(replaced).items == kit


def test_a_file_that_cannot_be_read_changes_nothing(sample: Path, school: Path) -> None:
    make_school(school, {ITEMS: NEW_ITEM})
    before = load_content(sample, school=school)
    (school / ITEMS).write_text("items: [\n", encoding="utf-8")
    assert refresh_school_items(before) is before


def test_without_a_folder_there_is_nothing_to_read(sample: Path) -> None:
    content = load_content(sample)
    assert refresh_school_items(content) is content
