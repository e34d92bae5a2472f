"""Messages of a lesson in a browser: at their sides, with their senders for who listens."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from lachan.content import load_content
from lachan.frontend import load_styles
from lachan.widgets import LessonPlayer
from support.browsers import WatchedBrowser
from support.script_pages import SIZES, Visit, mount_widget, open_page

CHAT = """::: tin-nhan Khung chat
1. **Đội trưởng K, 19:05:** Trận hôm qua em chơi hay thật!
2. Tặng em thẻ trò chơi này.
3. **Em:** Để em hỏi bố đã.
:::

::: hanh-dong"""


@pytest.fixture(params=SIZES)
def visit(browser: WatchedBrowser, request: pytest.FixtureRequest, sample: Path) -> Iterator[Visit]:
    lesson = sample / "lessons/thcs/mau.md"
    text = lesson.read_text("utf-8").replace("::: hanh-dong", CHAT, 1)
    lesson.write_text(text, encoding="utf-8")
    styles = load_styles("lesson/lesson")
    opened = open_page(browser, *request.param, styles=styles, query="?bai=mau#buoc-dung")
    mount_widget(opened, LessonPlayer(load_content(sample), lesson="mau"), "lesson/lesson")
    opened.page.wait_for_selector(".lc-phone")
    yield opened
    opened.page.close()
    assert [] == opened.requests


def test_who_writes_is_seen_once_and_heard_each_time(visit: Visit) -> None:
    page = visit.page

    assert [] == visit.find_violations()
    assert not visit.overflows()
    phone = page.get_by_role("list", name="Máy của em")
    heard = phone.get_by_role("listitem").evaluate_all(
        "(all) => all.map((one) => one.querySelector('.lc-sender').textContent)"
    )
    assert ["Tin 1. Đội trưởng K viết:", "Tin 2. Đội trưởng K viết:", "Tin 3. Em viết:"] == heard
    unseen = page.locator(".lc-message > .lc-unseen")
    assert ["Tin 2. Đội trưởng K viết:"] == unseen.all_text_contents()
    theirs, _, own = (one.bounding_box() for one in page.locator(".lc-bubble").all())
    assert theirs["x"] < own["x"]
    assert theirs["x"] + theirs["width"] < own["x"] + own["width"]
