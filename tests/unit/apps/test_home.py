from __future__ import annotations

import dataclasses
import datetime as dt
import re

import pytest

from lachan.apps.home import count_practice_items, render_home
from lachan.content import Content
from lachan.domain.contests.contest import ContestState
from lachan.domain.contests.doors import ContestDoor
from lachan.domain.kinds import Status, Use
from lachan.workflows.environment import SERVED_ENV

TODAY = dt.date(2026, 11, 24)


def test_three_doors_in_order(real_content: Content) -> None:
    doors = re.findall(r'<h2><a href="([^"]+)">([^<]+)</a>', render_home(real_content, TODAY))
    assert doors == [
        ("bai_hoc.ipynb", "Học bài"),
        ("luyen_tap.ipynb", "Luyện tập"),
        ("giao_vien.ipynb", "Dành cho giáo viên và ban tổ chức"),
    ]


def test_only_our_own_server_has_a_door_to_the_law(
    real_content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(SERVED_ENV, "1")
    assert '<a href="../../tra-cuu">Tra cứu luật</a>' in render_home(real_content, TODAY)
    monkeypatch.delenv(SERVED_ENV)
    assert "tra-cuu" not in render_home(real_content, TODAY)


def test_a_contest_that_is_on_has_a_door_and_none_else(real_content: Content) -> None:
    assert "phong-thi" not in render_home(real_content, TODAY)
    states = (ContestState.OPEN, ContestState.PAUSED, ContestState.UPCOMING, ContestState.OPEN)
    contests = [ContestDoor(f"thi-{n}", f"Thi <{n}>", state) for n, state in enumerate(states)]
    page = render_home(real_content, TODAY, contests[:3])
    doors = re.findall(r'<h2><a href="([^"]+phong-thi/[^"]+)">([^<]+)</a></h2><p>([^<]+)</p>', page)
    assert doors == [
        ("../../lachan/phong-thi/thi-0", "Vào phòng thi: Thi &lt;0&gt;", "Cuộc thi đang diễn ra."),
        (
            "../../lachan/phong-thi/thi-1",
            "Vào phòng thi: Thi &lt;1&gt;",
            "Cuộc thi đang tạm dừng; vào để chờ.",
        ),
        (
            "../../lachan/phong-thi/thi-2",
            "Vào phòng thi: Thi &lt;2&gt;",
            "Sắp mở; vào trước để đọc thể lệ và chờ.",
        ),
    ]
    assert "Các cuộc thi khác" not in page
    many = render_home(real_content, TODAY, contests)
    assert "thi-3" not in many
    assert 'href="../../lachan/phong-thi">Các cuộc thi khác' in many


def test_every_hotline_can_be_dialled(real_content: Content) -> None:
    dialled = re.findall(r'href="tel:([^"]+)"', render_home(real_content, TODAY))
    assert len(dialled) == len(real_content.hotlines)
    assert dialled[0] == "111"
    assert all(re.fullmatch(r"\+?\d+", number) for number in dialled)


def test_places_and_local_contacts_are_named(real_content: Content) -> None:
    settings = dataclasses.replace(real_content.settings, contacts=("Cô Lan: phòng 105",))
    page = render_home(dataclasses.replace(real_content, settings=settings), TODAY)
    assert all(place.name in page for place in real_content.places)
    assert "Cô Lan: phòng 105" in page


def test_content_cannot_become_markup(real_content: Content) -> None:
    settings = dataclasses.replace(real_content.settings, contacts=("<script>x</script>",))
    page = render_home(dataclasses.replace(real_content, settings=settings), TODAY)
    assert "<script" not in page
    assert "&lt;script&gt;x" in page


def test_count_leaves_out_drafts_and_contest_items(real_content: Content) -> None:
    first, second, *_ = [
        item
        for item in real_content.items
        if item.use is Use.PRACTICE and item.status is Status.READY
    ]
    content = dataclasses.replace(
        real_content,
        items=(
            first,
            dataclasses.replace(first, status=Status.DRAFT),
            dataclasses.replace(second, use=Use.CONTEST),
        ),
    )
    assert count_practice_items(content) == 1
    assert "1 câu hỏi;" in render_home(content, TODAY)


def test_the_page_calls_nobody_em(real_content: Content) -> None:
    words = re.sub(r"<[^>]+>", " ", render_home(real_content, TODAY)).replace("trẻ em", "")
    assert re.findall(r"\b[Ee]m\b.{0,20}", words) == []
