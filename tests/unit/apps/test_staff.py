from __future__ import annotations

import datetime as dt
import re

import pytest

from lachan.apps.staff import StaffOnlyError, render_teacher_corner, require_staff, staff_app
from lachan.content import Content
from lachan.domain.names import BAND_NAMES

TODAY = dt.date(2026, 11, 30)
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


def test_corner_lists_each_lesson_with_its_files(real_content: Content) -> None:
    page = render_teacher_corner(real_content, TODAY)
    links = re.findall(r'<a href="([^"]+)">', page)
    for lesson in real_content.lessons:
        assert f"bai_hoc_giao_vien.ipynb?bai={lesson.slug}" in links
        assert f"lop_hoc.ipynb?cap={lesson.band}&amp;chu-de={lesson.slug}" in links
        files = [link for link in links if link.startswith(f"../../lachan/tai/{lesson.slug}/")]
        assert [link.rpartition("/")[2] for link in files] == [
            "phieu-giao-vien.pdf",
            "phieu-hoc-tap.pdf",
            "to-roi.pdf",
            "ke-hoach-bai-day.docx",
            "trinh-chieu.pptx",
            f"{lesson.slug}.ipynb",
            "trang-khong-can-mang.html",
        ]


def test_corner_groups_lessons_by_band(real_content: Content) -> None:
    headings = re.findall(r"<h2>([^<]+)</h2>", render_teacher_corner(real_content, LONG_AGO))
    bands = {BAND_NAMES[lesson.band] for lesson in real_content.lessons}
    assert headings == [name for name in BAND_NAMES.values() if name in bands]


def test_corner_tells_the_law_that_is_about_to_change(real_content: Content) -> None:
    page = render_teacher_corner(real_content, dt.date(2027, 2, 1))
    assert "<h2>Luật sắp đổi, cần đọc lại</h2>" in page
    assert "phải đọc lại trước khi qua ngày 28/2/2027" in page.replace("28/02/2027", "28/2/2027")
