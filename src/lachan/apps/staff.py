"""Pages for staff: the refusal outside our server, and the teachers' corner."""

from __future__ import annotations

import datetime as dt
import functools
import os
from collections.abc import Callable, Iterable, Mapping
from html import escape

from lachan.apps.lesson import find_lookup, link_products
from lachan.apps.opening import (
    app,
    open_app_content,
    render_notice,
    show_html,
    show_widget,
)
from lachan.checks.law_watch import watch_law
from lachan.content import Content
from lachan.domain.live.live_class import Plan
from lachan.errors import LachanError
from lachan.text import format_date
from lachan.widgets import LessonPlayer
from lachan.widgets.lessons.corner import LessonCorner
from lachan.workflows.clock import today_in_vietnam
from lachan.workflows.content.school_report import report_school
from lachan.workflows.environment import STAFF_ENV
from lachan.workflows.lessons.products import PRODUCTS, LessonProduct

REFUSAL = (
    "Trang này có đáp án và công cụ ra đề, nên chỉ mở sau khi nhập mã giáo viên.\n"
    "Máy chủ đang chạy không hỏi mã (Voilà thường, hoặc JupyterLab), nên trang từ chối.\n"
    "Hãy mở bằng lệnh: lachan serve"
)
# The page of the lessons with notes, as other pages of the apps address it.
STAFF_LESSONS = "bai_hoc_giao_vien.ipynb"
# Where a class is asked the questions of a lesson.
ASK = "lop_hoc.ipynb?cap={band}&chu-de={slug}"
# The same with the lesson's five questions, before it and after it.
BEFORE_AFTER = f"{ASK}&cach={Plan.BEFORE_AFTER}"


class StaffOnlyError(LachanError):
    """The page runs where nobody has asked for the passcode."""


def require_staff(environ: Mapping[str, str] = os.environ) -> None:
    """Refuse to go on unless `lachan serve` has started this kernel after a staff login.

    Raises
    ------
    StaffOnlyError
        With the reason, in words for the reader.
    """
    if environ.get(STAFF_ENV) != "1":
        raise StaffOnlyError(REFUSAL)


def staff_app(draw: Callable[[], None]) -> Callable[[], None]:
    """Make `draw` the body of a staff page, which no notebook can show without the check."""

    @functools.wraps(draw)
    def checked() -> None:
        try:
            require_staff()
        except StaffOnlyError as refusal:
            show_html(render_notice("Trang dành cho giáo viên và ban tổ chức", str(refusal)))
        else:
            app(draw)()

    return checked


@staff_app
def show_teacher_corner() -> None:
    """Show the ways on, what a teacher can take from each lesson, and what law is to be read."""
    content = open_app_content()
    show_html(render_corner_head())
    corner = LessonCorner(content, list_lesson_acts(), ask=ASK, lookup=find_lookup())
    show_widget(corner)
    if told := render_school(content):
        show_html(told)
    if watched := render_law_watch(content, today_in_vietnam()):
        show_html(watched)


@staff_app
def show_staff_lessons() -> None:
    """Show the lessons with teacher notes; the address may name one (``?bai=slug``)."""
    content, links = open_app_content(), link_products(PRODUCTS)
    show_widget(
        LessonPlayer(
            content, staff=True, links=links, presenter=STAFF_LESSONS, lookup=find_lookup()
        )
    )


def list_lesson_acts(
    products: Iterable[LessonProduct] = PRODUCTS,
) -> tuple[tuple[str, str], ...]:
    """Return label and address of all that can be done with a lesson, the main thing first.

    In an address ``{slug}`` and ``{band}`` stand for the lesson's.
    """
    return (
        ("Mở bài kèm ghi chú", f"{STAFF_LESSONS}?bai={{slug}}"),
        ("Hỏi cả lớp bằng điện thoại", ASK),
        ("Trước bài, sau bài: năm câu", BEFORE_AFTER),
        *link_products(products),
    )


def render_corner_head() -> str:
    """Return the heading of the teachers' corner and the ways on from it."""
    return (
        "<h1>Góc giáo viên</h1>"
        '<p class="site-lead">Phần này có đáp án và ghi chú dạy, xin đừng chiếu lên lớp. '
        'Khi dạy, hãy chiếu trang <a href="bai_hoc.ipynb">Học bài</a>.</p>'
        '<ul class="site-actions">'
        '<li><a class="site-button site-button-main" href="ra_de.ipynb">Ra đề</a></li>'
        '<li><a class="site-button" href="lop_hoc.ipynb">Lớp học trực tiếp</a></li>'
        '<li><a class="site-button" href="soan_cau.ipynb">Soạn câu hỏi</a></li>'
        '<li><a class="site-button" href="dieu_hanh.ipynb">Điều hành cuộc thi</a></li>'
        '<li><a class="site-button" href="../../lachan/mang-lop">'
        "Cho điện thoại của lớp vào</a></li>"
        '<li><a class="site-button" href="../../lachan/chieu-ma">Chiếu mã QR vào lớp</a></li>'
        '<li><a class="site-button" href="../../lachan/tinh-trang">Tình trạng máy chủ</a></li>'
        '<li><form method="post" action="../../lachan/dang-xuat">'
        '<button class="site-button" type="submit">Thoát khỏi phần giáo viên</button>'
        "</form></li></ul>"
    )


def render_school(content: Content) -> str:
    """Return what the school's own folder replaces and adds; nothing where there is none."""
    report = report_school(content)
    return f"<h2>Kho của trường</h2><p>{escape(report.tell())}.</p>" if report else ""


def render_law_watch(content: Content, today: dt.date) -> str:
    """Return which law begins, ends or waits for a reader soon; nothing where there is none."""
    found = watch_law(content.provisions, content.lessons, content.items, today)
    if not found:
        return ""
    lines = "".join(
        f"<li>{escape(each.provision.label)} {each.reason} {format_date(each.day)}: "
        f"{len(each.lessons)} bài học, {len(each.items)} câu hỏi dựa vào đó.</li>"
        for each in found
    )
    return f"<h2>Luật sắp đổi, cần đọc lại</h2><ul>{lines}</ul>"
