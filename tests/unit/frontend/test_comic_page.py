"""A lesson's comic in a browser: narrow, for who listens, and on a projector."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from lachan.content import load_content
from lachan.frontend import load_styles
from lachan.widgets import LessonPlayer
from support.browsers import WatchedBrowser
from support.script_pages import SIZES, Visit, mount_widget, open_page

SAMPLE = Path(__file__).parents[2] / "content/sample"


@pytest.fixture(params=SIZES)
def visit(browser: WatchedBrowser, request: pytest.FixtureRequest) -> Iterator[Visit]:
    opened = open_page(
        browser,
        *request.param,
        styles=load_styles("lesson/lesson"),
        query="?bai=mau#buoc-dung",
    )
    mount_widget(opened, LessonPlayer(load_content(SAMPLE), lesson="mau"), "lesson/lesson")
    opened.page.wait_for_selector(".lc-panel svg")
    yield opened
    opened.page.close()
    assert [] == opened.requests


def test_a_strip_is_seen_heard_and_fits(visit: Visit) -> None:
    page = visit.page

    assert [] == visit.find_violations()
    assert not visit.overflows()
    pictures = page.get_by_role("img", name="Tranh")
    assert 6 == pictures.count()
    assert pictures.first.get_attribute("aria-label").startswith("Tranh 1. Trước cổng trường")
    told = page.locator(".lc-panel figcaption").nth(2).inner_text()
    assert ["Minh: Hỏi cô đã.", "Thư nghĩ: Ừ nhỉ."] == [line for line in told.split("\n") if line]
    # Letters of 18.4 on a panel of 404: never under 13 px, however narrow the screen is.
    broad = pictures.first.bounding_box()["width"]
    assert broad * 18.4 / 404 >= 13


def test_a_projected_panel_is_whole_on_one_screen(visit: Visit) -> None:
    page = visit.page
    page.set_viewport_size({"width": 1280, "height": 720})
    page.get_by_role("button", name="Trình chiếu").click()
    page.wait_for_selector(".lc-projector")

    heights = page.locator(".lc-panel svg").evaluate_all(
        "(all) => all.map((one) => one.getBoundingClientRect().height)"
    )
    assert max(heights) <= 720
    assert page.locator(".lc-panel svg").evaluate_all(
        "(all) => all.every((one) => one.getClientRects().length === 1)"
    )
