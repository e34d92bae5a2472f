"""Pages for staff: the refusal outside our server, and the teachers' corner."""

from __future__ import annotations

import datetime as dt
import functools
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape

from lachan.apps.fragments import describe_lesson
from lachan.apps.lesson import link_products
from lachan.apps.opening import (
    app,
    open_app_content,
    render_notice,
    show_html,
    show_widget,
)
from lachan.checks.law_watch import watch_law
from lachan.content import Content
from lachan.domain.kinds import Band
from lachan.domain.lessons import Lesson
from lachan.domain.names import BAND_NAMES
from lachan.errors import LachanError
from lachan.text import format_date
from lachan.widgets import LessonPlayer
from lachan.workflows.clock import today_in_vietnam
from lachan.workflows.environment import STAFF_ENV
from lachan.workflows.lessons.products import PRODUCTS, LessonProduct

REFUSAL = (
    "Trang này có đáp án và công cụ ra đề, nên chỉ mở sau khi nhập mã giáo viên.\n"
    "Máy chủ đang chạy không hỏi mã (Voilà thường, hoặc JupyterLab), nên trang từ chối.\n"
    "Hãy mở bằng lệnh: lachan serve"
)
# The page of the lessons with notes, as other pages of the apps address it.
STAFF_LESSONS = "bai_hoc_giao_vien.ipynb"


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
    """Show what a teacher can take from each lesson."""
    show_html(render_teacher_corner(open_app_content(), today_in_vietnam()))


@staff_app
def show_staff_lessons() -> None:
    """Show the lessons with teacher notes; the address may name one (``?bai=slug``)."""
    content, links = open_app_content(), link_products(PRODUCTS)
    show_widget(LessonPlayer(content, staff=True, links=links, presenter=STAFF_LESSONS))


def render_teacher_corner(
    content: Content, today: dt.date, products: Iterable[LessonProduct] = PRODUCTS
) -> str:
    """Return the list of lessons with their files, the ways on, and what law is to be looked at."""
    files = link_products(products)
    bands = "".join(_render_band(band, content.lessons, files) for band in Band)
    return (
        "<h1>Góc giáo viên</h1>"
        '<p class="site-lead">Phần này có đáp án và ghi chú dạy, xin đừng chiếu lên lớp. '
        'Khi dạy, hãy chiếu trang <a href="bai_hoc.ipynb">Học bài</a>.</p>'
        '<ul class="site-actions">'
        '<li><a class="site-button site-button-main" href="ra_de.ipynb">Ra đề</a></li>'
        '<li><a class="site-button" href="lop_hoc.ipynb">Lớp học trực tiếp</a></li>'
        '<li><a class="site-button" href="dieu_hanh.ipynb">Điều hành cuộc thi</a></li>'
        '<li><a class="site-button" href="../../lachan/mang-lop">'
        "Cho điện thoại của lớp vào</a></li>"
        '<li><a class="site-button" href="../../lachan/chieu-ma">Chiếu mã QR vào lớp</a></li>'
        '<li><a class="site-button" href="../../lachan/tinh-trang">Tình trạng máy chủ</a></li>'
        '<li><form method="post" action="../../lachan/dang-xuat">'
        '<button class="site-button" type="submit">Thoát khỏi phần giáo viên</button>'
        "</form></li></ul>"
        f"{bands}{_render_law_watch(content, today)}"
    )


def _render_law_watch(content: Content, today: dt.date) -> str:
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


def _render_band(band: Band, lessons: Sequence[Lesson], files: Sequence[tuple[str, str]]) -> str:
    cards = "".join(_render_lesson(lesson, files) for lesson in lessons if lesson.band is band)
    return f'<h2>{BAND_NAMES[band]}</h2><ul class="site-cards">{cards}</ul>' if cards else ""


def _render_lesson(lesson: Lesson, files: Sequence[tuple[str, str]]) -> str:
    slug = escape(lesson.slug)
    links = (
        (f"{STAFF_LESSONS}?bai={slug}", "Mở bài kèm ghi chú giáo viên"),
        (f"lop_hoc.ipynb?cap={lesson.band}&amp;chu-de={slug}", "Hỏi cả lớp bằng điện thoại"),
        *((href.replace("{slug}", slug), escape(label)) for label, href in files),
    )
    items = "".join(f'<li><a href="{href}">{text}</a></li>' for href, text in links)
    return (
        f'<li class="site-card"><h3>{escape(lesson.title)}</h3>'
        f'<p class="site-card-soft">{escape(describe_lesson(lesson))}</p>'
        f'<p>{escape(lesson.summary)}</p><ul class="site-links">{items}</ul></li>'
    )
