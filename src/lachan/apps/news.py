"""What the home page calls new: it follows from the content and the day, and nobody writes it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from html import escape

from lachan.apps.fragments import describe_lesson
from lachan.content import Content
from lachan.domain.kinds import Band
from lachan.domain.law import Document
from lachan.domain.lessons import Lesson
from lachan.text import format_date

# The decision that makes 30 July the day of the whole people against trafficking in persons.
PEOPLES_DAY = "quyet-dinh-793-2016"


def render_news(content: Content, today: dt.date) -> str:
    """Return the section "Có gì mới"; empty where nothing can be said."""
    entries = "".join(f"<li>{entry}</li>" for entry in _entries(content, today))
    if not entries:
        return ""
    return (
        '<section class="site-news" aria-labelledby="co-gi-moi">'
        f'<h2 id="co-gi-moi">Có gì mới</h2><ul class="site-news-list">{entries}</ul></section>'
    )


def _entries(content: Content, today: dt.date) -> Iterator[str]:
    if day := _render_peoples_day(content, today):
        yield day
    if document := find_newest_document(content, today):
        yield (
            f"<h3>Văn bản mới nhất được dẫn trong bài học</h3><p>{escape(document.title)}, "
            f"có hiệu lực từ {format_date(document.in_force_from)}.</p>"
            f"{_render_links(find_citing_lessons(content, document)[:1])}"
        )
    if lessons := find_latest_lessons(content):
        day_read = format_date(_read_on(lessons[0]))
        yield f"<h3>Bài học được sửa, đọc lại ngày {day_read}</h3>{_render_links(lessons)}"


def _render_peoples_day(content: Content, today: dt.date) -> str:
    document = next((each for each in content.documents if each.id == PEOPLES_DAY), None)
    if document is None or not _is_in_force(document, today):
        return ""
    return (
        f"<h3>{format_date(_next_july_30(today))}: Ngày toàn dân phòng, chống mua bán người</h3>"
        f"<p>Theo {escape(document.short)}. Bài học để chuẩn bị:</p>"
        f"{_render_links(find_citing_lessons(content, document)[:1])}"
    )


def find_newest_document(content: Content, today: dt.date) -> Document | None:
    """Return the document in force that came into force last, among those lessons cite."""
    cited = [
        each
        for each in content.documents
        if _is_in_force(each, today) and find_citing_lessons(content, each)
    ]
    return max(cited, key=lambda each: each.in_force_from, default=None)


def find_citing_lessons(content: Content, document: Document) -> list[Lesson]:
    """Return the lessons that cite a document, in the order of the content."""
    prefix = f"{document.id}/"
    return [
        lesson
        for lesson in content.lessons
        if any(citation.startswith(prefix) for citation in lesson.citations)
    ]


def find_latest_lessons(content: Content) -> list[Lesson]:
    """Return, for each band, the first of the lessons that were changed or read last of all."""
    read = [lesson for lesson in content.lessons if lesson.reviews]
    latest = max(map(_read_on, read), default=None)
    fresh = [lesson for lesson in read if _read_on(lesson) == latest]
    firsts = (next((each for each in fresh if each.band is band), None) for band in Band)
    return [lesson for lesson in firsts if lesson]


def _read_on(lesson: Lesson) -> dt.date:
    return max(review.date for review in lesson.reviews)


def _is_in_force(document: Document, on: dt.date) -> bool:
    end = document.in_force_to
    return document.in_force_from <= on and (end is None or on <= end)


def _render_links(lessons: list[Lesson]) -> str:
    rows = "".join(
        f'<li><a href="bai_hoc.ipynb?bai={escape(lesson.slug)}">{escape(lesson.title)}</a> '
        f'<span class="site-card-soft">{escape(describe_lesson(lesson))}</span></li>'
        for lesson in lessons
    )
    return f'<ul class="site-links">{rows}</ul>' if rows else ""


def _next_july_30(today: dt.date) -> dt.date:
    this_year = dt.date(today.year, 7, 30)
    return this_year if today <= this_year else this_year.replace(year=today.year + 1)
