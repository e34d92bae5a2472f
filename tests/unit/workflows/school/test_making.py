"""The school's folder is made whole, outside the kit, and never over anything."""

from __future__ import annotations

from pathlib import Path

import pytest

from lachan.content import load_content
from lachan.content.school import SchoolFolderError
from lachan.workflows.school.making import (
    SchoolNotMadeError,
    is_linked,
    link_school,
    make_school,
    name_school,
)
from lachan.workflows.write_files import FolderError

EMPTY = 'school = "Trường Mẫu"\nschool_folder = ""\n'


def test_a_new_folder_is_the_schools_at_once(sample: Path, tmp_path: Path) -> None:
    folder = tmp_path / "kho của trường"

    assert make_school(folder, sample)

    content = load_content(sample, school=folder)
    assert content.problems == ()
    assert content.replaced == ()
    assert content.settings.school == "Trường THCS Mẫu"
    assert {each.name for each in folder.iterdir()} == {
        "DOC-TRUOC.md",
        "truong.toml",
        "lessons",
        "quiz_bank",
        "comics",
        "media",
    }
    assert (folder / "quiz_bank/blueprints").is_dir()
    assert (folder / "lessons/tieu-hoc").is_dir()


def test_what_is_in_it_stays(sample: Path, tmp_path: Path) -> None:
    folder = tmp_path / "kho"
    make_school(folder, sample)
    (folder / "truong.toml").write_text('school = "Trường Xa"\n', encoding="utf-8")
    (folder / "DOC-TRUOC.md").unlink()

    assert not make_school(folder, sample)

    assert (folder / "truong.toml").read_text("utf-8") == 'school = "Trường Xa"\n'
    assert (folder / "DOC-TRUOC.md").is_file()


@pytest.mark.parametrize("place", ["", "kho", "lessons/thcs"])
def test_none_is_made_inside_the_kit(sample: Path, place: str) -> None:
    with pytest.raises(SchoolFolderError, match="lần cập nhật sau sẽ ghi đè"):
        make_school(sample / place, sample)


def test_none_is_made_inside_the_kits_own_sources(sample: Path, repository: Path) -> None:
    with pytest.raises(SchoolFolderError):
        make_school(repository / "kho-truong", sample)


def test_none_is_made_among_other_files(sample: Path, tmp_path: Path) -> None:
    (tmp_path / "anh").mkdir()
    (tmp_path / "anh" / "lop.jpg").touch()

    with pytest.raises(FolderError, match=r"lop\.jpg"):
        make_school(tmp_path / "anh", sample)

    assert [each.name for each in (tmp_path / "anh").iterdir()] == ["lop.jpg"]


def test_none_is_made_where_a_file_is(sample: Path, tmp_path: Path) -> None:
    (tmp_path / "kho").touch()

    with pytest.raises(FolderError):
        make_school(tmp_path / "kho", sample)


def test_a_place_that_cannot_be_written_is_told(sample: Path, tmp_path: Path) -> None:
    (tmp_path / "tep").touch()

    with pytest.raises(SchoolNotMadeError, match="không ghi được thư mục này"):
        make_school(tmp_path / "tep" / "kho", sample)


def test_the_kit_is_told_where_it_lies(sample: Path, tmp_path: Path) -> None:
    folder = tmp_path / 'kho "một"'
    make_school(folder, sample)
    (sample / "lachan.toml").write_text(EMPTY, encoding="utf-8")

    assert not is_linked(folder, sample)
    assert link_school(folder, sample)

    assert name_school(folder, sample) == '../kho "một"'
    assert is_linked(folder, sample)
    assert load_content(sample).school == folder.resolve()


@pytest.mark.parametrize("text", ['school_folder = "../khac"\n', 'school = ""\n', ""])
def test_what_someone_wrote_there_stays(sample: Path, tmp_path: Path, text: str) -> None:
    (sample / "lachan.toml").write_text(text, encoding="utf-8")

    assert not link_school(tmp_path / "kho", sample)

    assert (sample / "lachan.toml").read_text("utf-8") == text


def test_the_kit_ships_the_line_that_is_filled(repository: Path) -> None:
    assert 'school_folder = ""\n' in (repository / "lachan.toml").read_text("utf-8")
