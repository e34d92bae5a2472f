"""The check tells what the school's own folder brings, and holds it against the same rules."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from lachan.content.school import SchoolFolderError
from lachan.errors import Severity
from lachan.workflows.content.check import check_content, report_content
from support.school_folder import ITEMS, NEW_ITEM, make_school, take_over

ON = dt.date(2026, 11, 24)


def test_without_a_schools_folder_nothing_is_told_of_one(sample: Path) -> None:
    assert report_content(sample, ON).school is None


def test_what_is_replaced_and_added_is_told(sample: Path, tmp_path: Path) -> None:
    school = make_school(tmp_path / "kho")
    take_over(sample, school, ITEMS, "Hai thành tố", "Hai phần")
    take_over(sample, school, "lessons/thcs/mau.md", "title: ", "title: Bản sửa của ")
    make_school(school, {"quiz_bank/contest/thcs/mau.yaml": f"{NEW_ITEM}    use: contest\n"})

    report = report_content(sample, ON, school=school).school

    assert report is not None
    assert report.folder == school.as_posix()
    assert [(each.kind, each.name) for each in report.replaced] == [
        ("bài học", "mau"),
        *(("câu hỏi", f"mau-00{number}") for number in range(1, 5)),
    ]
    assert report.added == {"bài học": 0, "câu hỏi": 1, "truyện tranh": 0, "ma trận đề": 0}


def test_the_same_rules_hold_and_say_which_folder(sample: Path, tmp_path: Path) -> None:
    school = make_school(tmp_path / "kho", {ITEMS: NEW_ITEM.replace("luat-mau/d3", "luat-la/d9")})

    found = [
        problem
        for problem in check_content(sample, ON, school=school)
        if problem.severity is Severity.ERROR
    ]

    assert found
    assert {problem.file for problem in found} == {(school / ITEMS).as_posix()}


def test_items_of_the_schools_contest_pool_are_not_for_practice(
    sample: Path, tmp_path: Path
) -> None:
    school = make_school(tmp_path / "kho", {"quiz_bank/contest/thcs/mau.yaml": NEW_ITEM})

    assert "QB016" in {problem.code for problem in check_content(sample, ON, school=school)}


def test_a_folder_that_is_none_is_refused(sample: Path, tmp_path: Path) -> None:
    with pytest.raises(SchoolFolderError):
        check_content(sample, ON, school=tmp_path / "khong-co")
