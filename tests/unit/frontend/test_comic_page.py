"""A lesson's comic in a browser: narrow, for who listens, and on a projector."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from lachan.content import load_content
from lachan.domain.comics import StepPicture
from lachan.frontend import load_styles
from lachan.widgets import LessonPlayer
from lachan.workflows.lessons.notebook import find_notebook
from lachan.workflows.lessons.page import make_page
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


def test_one_panel_is_on_show_until_all_are_wanted(visit: Visit) -> None:
    page = visit.page
    place = page.get_by_role("status").filter(has_text="/6")

    page.get_by_role("button", name="Tranh sau").click()
    expect(place).to_contain_text("2/6")
    assert [2] == seen_panels(page)
    page.locator(".lc-panels").focus()
    page.keyboard.press("ArrowRight")
    expect(place).to_contain_text("3/6")
    # Whoever listens hears what is seen and what is said.
    expect(place).to_contain_text("Thư nghĩ: Ừ nhỉ.")
    page.keyboard.press("End")
    expect(page.get_by_role("button", name="Tranh sau")).to_have_attribute("aria-disabled", "true")
    assert [6] == seen_panels(page)

    page.get_by_role("button", name="Xem cả truyện").click()
    assert [1, 2, 3, 4, 5, 6] == seen_panels(page)
    assert not visit.overflows()
    assert [] == visit.find_violations()
    page.get_by_role("button", name="Xem từng tranh").click()
    assert [6] == seen_panels(page)


def test_a_swipe_moves_on_by_one(visit: Visit) -> None:
    page = visit.page
    page.locator(".lc-panels").scroll_into_view_if_needed()
    page.locator(".lc-panels").hover()

    page.mouse.wheel(400, 0)

    expect(page.get_by_role("status").filter(has_text="/6")).to_have_text("2/6")


def test_the_page_without_a_server_shows_one_panel_too(browser: WatchedBrowser) -> None:
    content = load_content(SAMPLE)
    page = browser.new_page(viewport={"width": 360, "height": 640})
    page.set_content(make_page(*find_notebook("mau", content), content))

    assert [1] == seen_panels(page)
    page.get_by_role("button", name="Tranh sau").click()
    expect(page.get_by_role("status").filter(has_text="/6")).to_contain_text("Tranh 2.")
    assert [2] == seen_panels(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.close()


def seen_panels(page: Page) -> list[int]:
    """The numbers of the panels that lie within their list, from left to right."""
    found: list[int] = page.locator(".lc-panels").evaluate(
        """(list) => [...list.children].flatMap((panel, index) => {
          const { left, right } = panel.getBoundingClientRect();
          const frame = list.getBoundingClientRect();
          return left >= frame.left - 1 && right <= frame.right + 1 ? [index + 1] : [];
        })"""
    )
    return found


def test_a_projected_panel_is_whole_on_one_screen(visit: Visit) -> None:
    page = visit.page
    page.set_viewport_size({"width": 1280, "height": 720})
    page.get_by_role("button", name="Tranh sau").click()
    page.get_by_role("button", name="Trình chiếu").click()
    page.wait_for_selector(".lc-projector")

    heights = page.locator(".lc-panel svg").evaluate_all(
        "(all) => all.map((one) => one.getBoundingClientRect().height)"
    )
    assert max(heights) <= 720
    assert page.locator(".lc-panel svg").evaluate_all(
        "(all) => all.every((one) => one.getClientRects().length === 1)"
    )

    # Whoever comes back finds the panel that they left.
    page.keyboard.press("Escape")
    expect(page.get_by_role("status").filter(has_text="/6")).to_contain_text("2/6")
    page.wait_for_function(
        """() => {
          const list = document.querySelector(".lc-panels");
          return list.clientWidth > 0 && list.scrollLeft === list.clientWidth;
        }"""
    )


def test_a_steps_picture_stands_at_its_head_and_is_whole_on_a_projector(
    browser: WatchedBrowser,
) -> None:
    content = load_content(SAMPLE)
    [comic] = content.comics
    drawn = replace(comic, pictures=(StepPicture("tap", comic.panels[0]),))
    opened = open_page(
        browser, 360, 640, styles=load_styles("lesson/lesson"), query="?bai=mau#buoc-tap"
    )
    player = LessonPlayer(replace(content, comics=(drawn,)), lesson="mau")
    mount_widget(opened, player, "lesson/lesson")
    page = opened.page
    picture = page.locator("h2 + .lc-step-picture").get_by_role("img")
    picture.wait_for()

    assert [] == opened.find_violations()
    assert not opened.overflows()
    assert picture.get_attribute("aria-label") == comic.panels[0].alt
    box = picture.bounding_box()
    assert box is not None
    assert box["width"] * 18.4 / 404 >= 13
    page.set_viewport_size({"width": 1280, "height": 720})
    page.get_by_role("button", name="Trình chiếu").click()
    page.wait_for_selector(".lc-projector")
    assert picture.evaluate("(one) => one.getClientRects().length") == 1
    box = picture.bounding_box()
    assert box is not None
    assert box["height"] <= 0.62 * 720 + 1
    page.close()
    assert [] == opened.requests
