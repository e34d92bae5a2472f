from __future__ import annotations

import dataclasses

import pytest

from lachan.apps.fragments import ICONS, describe_lesson, render_icon
from lachan.content import Content


@pytest.mark.parametrize("name", sorted(ICONS))
def test_icon_is_hidden_from_screen_readers(name: str) -> None:
    icon = render_icon(name)
    assert icon.startswith("<svg ")
    assert 'aria-hidden="true"' in icon
    assert "http" not in icon


@pytest.mark.parametrize(
    ("grades", "told"),
    [
        ((6, 7, 8, 9), "Trung học cơ sở · lớp 6–9 · 45 phút"),
        ((), "Trung học cơ sở · 45 phút"),
    ],
)
def test_describe_lesson(real_content: Content, grades: tuple[int, ...], told: str) -> None:
    lesson = dataclasses.replace(real_content.get_lesson("ban-quen-qua-mang"), grades=grades)
    assert describe_lesson(lesson) == told


def test_a_lesson_of_two_periods_says_so(real_content: Content) -> None:
    lesson = real_content.get_lesson("viec-nhe-luong-cao")
    assert describe_lesson(lesson).endswith(" · 2 tiết, 90 phút")
