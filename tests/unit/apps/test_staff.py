from __future__ import annotations

import datetime as dt
import re

import pytest

from lachan.apps.staff import (
    StaffOnlyError,
    list_lesson_acts,
    render_corner_head,
    render_law_watch,
    require_staff,
    staff_app,
)
from lachan.content import Content

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
    assert {"ra_de.ipynb", "lop_hoc.ipynb", "dieu_hanh.ipynb", "../../lachan/mang-lop"} <= set(
        links
    )


def test_nothing_is_said_of_law_that_stays_as_it_is(real_content: Content) -> None:
    assert render_law_watch(real_content, LONG_AGO) == ""


def test_corner_tells_the_law_that_is_about_to_change(real_content: Content) -> None:
    page = render_law_watch(real_content, dt.date(2027, 2, 1))
    assert "<h2>Luật sắp đổi, cần đọc lại</h2>" in page
    assert "phải đọc lại trước khi qua ngày 28/2/2027" in page.replace("28/02/2027", "28/2/2027")
