"""The home page: its doors, what is new, and where to get help. It speaks to everyone."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Sequence
from html import escape

from lachan.apps.fragments import render_help, render_icon
from lachan.apps.lesson import LOOKUP
from lachan.apps.news import render_news
from lachan.apps.opening import app, is_served, open_app_content, show_html
from lachan.content import Content
from lachan.domain.contests.contest import ContestState
from lachan.domain.contests.doors import ContestDoor
from lachan.web.contest_doors import read_doors
from lachan.workflows.clock import today_in_vietnam
from lachan.workflows.environment import DOORS_ENV

# Only our own server has rooms, and the page on which the law is looked up.
LAW_DOOR = (
    LOOKUP,
    "law",
    "Tra cứu luật",
    "Luật nói gì, bằng lời dễ hiểu; tìm theo từ hay theo điều.",
)
CONTEST_DOOR = "../../lachan/phong-thi"
MOST_CONTESTS = 3
CONTEST_STATES = {
    ContestState.UPCOMING: "Sắp mở; vào trước để đọc thể lệ và chờ.",
    ContestState.OPEN: "Cuộc thi đang diễn ra.",
    ContestState.PAUSED: "Cuộc thi đang tạm dừng; vào để chờ.",
}
ROOM_LINK = '<p><a class="site-button" href="../../lop">Có mã phòng? Vào lớp học trực tiếp</a></p>'


@app
def show_home() -> None:
    """Show the home page."""
    contests = read_doors(os.environ.get(DOORS_ENV, ""))
    show_html(render_home(open_app_content(), today_in_vietnam(), contests))


def render_home(content: Content, today: dt.date, contests: Sequence[ContestDoor] = ()) -> str:
    """Return the home page; links are relative, so that it works under any address.

    Parameters
    ----------
    content
        Loaded content.
    today
        What is new depends on it.
    contests
        Those that are on.
    """
    lessons = f"{len(content.lessons)} bài học theo từng bước, có câu hỏi nhanh."
    practice = f"{count_practice_items(content)} câu hỏi; mỗi câu có lời giải và điều luật."
    staff = "Ghi chú dạy, phiếu học tập, ra đề. Cần mã giáo viên."
    doors = (
        ("bai_hoc.ipynb", "book", "Học bài", lessons),
        ("luyen_tap.ipynb", "target", "Luyện tập", practice),
        *([LAW_DOOR] if is_served() else []),
        ("giao_vien.ipynb", "people", "Dành cho giáo viên và ban tổ chức", staff),
    )
    cards = "".join(_render_door(*door) for door in doors)
    room = ROOM_LINK if is_served() else ""
    return (
        "<h1>Biết luật để giữ mình, giữ bạn</h1>"
        '<p class="site-lead">Bài học và câu hỏi về phòng, chống mua bán người. '
        "Không cần tài khoản, không hỏi tên.</p>"
        f"{_render_contests(contests)}"
        f'<ul class="site-doors">{cards}</ul>{room}'
        f"{render_news(content, today)}{render_help(content)}"
    )


def _render_contests(contests: Sequence[ContestDoor]) -> str:
    """Return the doors to the contests that are on; nothing where none is."""
    if not contests:
        return ""
    doors = "".join(
        _render_door(
            f"{CONTEST_DOOR}/{contest.slug}",
            "trophy",
            f"Vào phòng thi: {contest.title}",
            CONTEST_STATES[contest.state],
        )
        for contest in contests[:MOST_CONTESTS]
    )
    others = (
        f'<p><a class="site-button" href="{CONTEST_DOOR}">Các cuộc thi khác</a></p>'
        if len(contests) > MOST_CONTESTS
        else ""
    )
    return f'<ul class="site-doors">{doors}</ul>{others}'


def _render_door(target: str, icon: str, title: str, text: str) -> str:
    return (
        f'<li class="site-card site-door">{render_icon(icon)}'
        f'<h2><a href="{target}">{escape(title)}</a></h2><p>{escape(text)}</p></li>'
    )


def count_practice_items(content: Content) -> int:
    """Return how many items pupils can practise with."""
    return sum(item.may_be_practised for item in content.items)
