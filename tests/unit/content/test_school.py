"""The school's folder is found where it is named, and refused in words where it cannot be one."""

from __future__ import annotations

from pathlib import Path

import pytest

from lachan.content import load_content
from lachan.content.school import SchoolFolderError, question_file, require_school
from lachan.domain.kinds import Band
from support.school_folder import NEW_ITEM, make_school


def name_in_settings(sample: Path, folder: str) -> None:
    (sample / "lachan.toml").write_text(f'school_folder = "{folder}"\n', encoding="utf-8")


def test_without_a_name_there_is_none(sample: Path) -> None:
    assert load_content(sample).school is None


def test_the_settings_name_it_from_the_content_root(sample: Path, tmp_path: Path) -> None:
    school = make_school(tmp_path / "kho")
    name_in_settings(sample, "../kho")

    assert load_content(sample).school == school.resolve()


def test_the_folder_that_was_given_comes_before_the_named_one(sample: Path, tmp_path: Path) -> None:
    make_school(tmp_path / "kho")
    other = make_school(tmp_path / "kho-khac")
    name_in_settings(sample, "../kho")

    assert load_content(sample, school=other).school == other


def test_a_named_folder_that_is_missing_is_told_where_it_is_named(sample: Path) -> None:
    name_in_settings(sample, "../khong-co")

    content = load_content(sample)

    [problem] = content.problems
    assert (problem.code, problem.file) == ("FI010", "lachan.toml")
    assert "không có thư mục này" in problem.message
    assert content.school is None


def test_a_missing_folder_is_refused(sample: Path, tmp_path: Path) -> None:
    with pytest.raises(SchoolFolderError, match="lachan school init"):
        require_school(tmp_path / "khong-co", sample)


def test_a_folder_that_was_not_made_for_it_is_refused(sample: Path, tmp_path: Path) -> None:
    (tmp_path / "anh").mkdir()

    with pytest.raises(SchoolFolderError, match=r"không có tệp truong\.toml"):
        require_school(tmp_path / "anh", sample)


@pytest.mark.parametrize("place", ["", "kho", "quiz_bank/kho"])
def test_a_folder_inside_the_kit_is_refused(sample: Path, place: str) -> None:
    make_school(sample / place)

    with pytest.raises(SchoolFolderError, match="lần cập nhật sau sẽ ghi đè"):
        require_school(sample / place, sample)


def test_a_link_into_the_kit_is_inside_it(sample: Path, tmp_path: Path) -> None:
    make_school(sample / "kho")
    (tmp_path / "kho").symlink_to(sample / "kho")

    with pytest.raises(SchoolFolderError, match="lần cập nhật sau sẽ ghi đè"):
        require_school(tmp_path / "kho", sample)


def test_questions_are_read_where_their_file_belongs(sample: Path, tmp_path: Path) -> None:
    school = make_school(tmp_path / "kho")
    path = question_file(school, Band.LOWER_SECONDARY, "mau")
    path.parent.mkdir(parents=True)
    path.write_text(NEW_ITEM, encoding="utf-8")

    item = load_content(sample, school=school).get_item("truong-001")

    assert (item.band, item.topic) == (Band.LOWER_SECONDARY, "mau")
    assert item.source.file == path.as_posix()
