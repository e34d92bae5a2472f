from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from lachan.apps.news import (
    find_citing_lessons,
    find_latest_lessons,
    find_newest_document,
    render_news,
)
from lachan.content import Content
from lachan.domain.items import Review
from lachan.domain.kinds import Band

TODAY = dt.date(2026, 11, 24)


@pytest.mark.parametrize(
    ("today", "told"),
    [
        (dt.date(2026, 11, 24), "30/7/2027: Ngày toàn dân"),
        (dt.date(2027, 7, 30), "30/7/2027: Ngày toàn dân"),
        (dt.date(2027, 7, 31), "30/7/2028: Ngày toàn dân"),
    ],
)
def test_the_coming_day_of_the_people(real_content: Content, today: dt.date, told: str) -> None:
    page = render_news(real_content, today)
    assert told in page
    assert 'href="bai_hoc.ipynb?bai=luat-quoc-te-va-ngay-30-7"' in page


def test_the_newest_document_is_one_in_force_that_a_lesson_cites(real_content: Content) -> None:
    assert "nghi-dinh-283-2026" == find_newest_document(real_content, TODAY).id
    earlier = find_newest_document(real_content, dt.date(2025, 8, 1))
    assert earlier is not None
    assert dt.date(2025, 7, 1) == earlier.in_force_from
    assert find_citing_lessons(real_content, earlier)


def test_one_lesson_a_band_where_all_were_read_on_one_day(real_content: Content) -> None:
    read = (Review("law", dt.date(2026, 11, 24)),)
    lessons = tuple(dataclasses.replace(each, reviews=read) for each in real_content.lessons)
    content = dataclasses.replace(real_content, lessons=lessons)
    assert list(Band) == [lesson.band for lesson in find_latest_lessons(content)]


def test_a_lesson_read_later_stands_alone(real_content: Content) -> None:
    *others, last = real_content.lessons
    later = dataclasses.replace(last, reviews=(Review("law", dt.date(2027, 1, 5)),))
    content = dataclasses.replace(real_content, lessons=(*others, later))
    assert [later] == find_latest_lessons(content)
    assert "Bài học được sửa, đọc lại ngày 05/01/2027" in render_news(content, TODAY)


def test_without_lessons_and_law_nothing_is_new(real_content: Content) -> None:
    content = dataclasses.replace(real_content, lessons=(), documents=())
    assert render_news(content, TODAY) == ""
