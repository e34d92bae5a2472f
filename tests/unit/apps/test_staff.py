from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from lachan.apps.staff import (
    StaffOnlyError,
    list_lesson_acts,
    render_corner_head,
    render_law_watch,
    render_school,
    require_staff,
    staff_app,
)
from lachan.content import Content, load_content
from support.school_folder import NEW_ITEM, make_school, take_over

# Before any law of the kit was near its end, or read too long ago.
LONG_AGO = dt.date(2000, 1, 1)


@pytest.mark.parametrize("environ", [{}, {"LACHAN_STAFF": ""}, {"LACHAN_STAFF": "0"}])
def test_refuses_without_the_mark_and_says_why(environ: dict[str, str]) -> None:
    with pytest.raises(StaffOnlyError, match="lachan serve"):
        require_staff(environ)


def test_goes_on_with_the_mark() -> None:
    require_staff({"LACHAN_STAFF": "1"})


def test_staff_app_draws_only_with_the_mark(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    drawn = []
    page = staff_app(lambda: drawn.append("vẽ"))
    monkeypatch.setenv("LACHAN_STAFF", "0")
    page()
    assert drawn == []
    assert "HTML object" in capsys.readouterr().out
    monkeypatch.setenv("LACHAN_STAFF", "1")
    page()
    assert drawn == ["vẽ"]


def test_the_main_thing_to_do_with_a_lesson_comes_first_and_its_files_last() -> None:
    (_, main), (_, ask), (_, before_after), *files = list_lesson_acts()
    assert main == "bai_hoc_giao_vien.ipynb?bai={slug}"
    assert ask == "lop_hoc.ipynb?cap={band}&chu-de={slug}"
    assert before_after == f"{ask}&cach=truoc-sau"
    assert [href for _, href in files] == [
        f"../../lachan/tai/{{slug}}/{name}"
        for name in (
            "phieu-giao-vien.pdf",
            "phieu-hoc-tap.pdf",
            "to-roi.pdf",
            "truyen-tranh.pdf",
            "ke-hoach-bai-day.docx",
            "ke-hoach-bai-day.pdf",
            "trinh-chieu.pptx",
            "goi-in.zip",
            "goi-in.pdf",
            "{slug}.ipynb",
            "trang-khong-can-mang.html",
        )
    ]


def test_the_corner_leads_to_each_page_of_staff() -> None:
    links = re.findall(r'href="([^"]+)"', render_corner_head())
    pages = {"ra_de.ipynb", "lop_hoc.ipynb", "soan_cau.ipynb", "dieu_hanh.ipynb"}
    assert {*pages, "../../lachan/mang-lop"} <= set(links)


def test_nothing_is_said_of_law_that_stays_as_it_is(real_content: Content) -> None:
    assert render_law_watch(real_content, LONG_AGO) == ""


def test_corner_tells_the_law_that_is_about_to_change(real_content: Content) -> None:
    page = render_law_watch(real_content, dt.date(2027, 2, 1))
    assert "<h2>Luật sắp đổi, cần đọc lại</h2>" in page
    assert "phải đọc lại trước khi qua ngày 28/2/2027" in page.replace("28/02/2027", "28/2/2027")


def test_nothing_is_said_of_a_schools_folder_where_there_is_none(real_content: Content) -> None:
    assert render_school(real_content) == ""


def test_corner_tells_what_the_schools_folder_replaces_and_adds(
    sample: Path, tmp_path: Path
) -> None:
    school = make_school(tmp_path / "kho & sân", {"quiz_bank/thcs/mau.yaml": NEW_ITEM})
    take_over(sample, school, "lessons/thcs/mau.md", "title: ", "title: Bản sửa ")

    page = render_school(load_content(sample, school=school))

    assert "thay 1 bài học (mau); thêm 1 câu hỏi." in page
    assert "kho &amp; sân" in page
