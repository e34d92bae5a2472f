"""The presenter's window, with the class's window played by the channel between them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import expect

from lachan.content import Content
from lachan.frontend import load_styles
from lachan.widgets import LessonPlayer
from support.browsers import WatchedBrowser
from support.script_pages import Visit, mount_widget, open_page

LESSON = "viec-nhe-luong-cao"
FIRST, SECOND = "1/9 · trang 1/3", "2/9 · trang 1/3"
HREF = "bai_hoc_giao_vien.ipynb"
SAID = "window.said"
# The other end of the pair: what the presenter says is kept, and `tell` answers.
OTHER_END = """
() => {
  window.said = [];
  window.other = new BroadcastChannel("lachan-chieu-thu");
  window.other.onmessage = ({ data }) => window.said.push(data);
}
"""
# How many of its own sheets the small picture has been turned by.
SHEETS_MOVED = """
(sheets) => {
  const { width, columnGap } = getComputedStyle(sheets);
  return sheets.scrollLeft / (parseFloat(width) + parseFloat(columnGap));
}
"""
SHOWN = {
    "step": 1,
    "page": 0,
    "pages": 3,
    "width": 1280,
    "height": 720,
    "distance": 6,
    "isBlack": False,
    "isProjected": True,
}


@pytest.fixture
def presenter(browser: WatchedBrowser, real_content: Content) -> Iterator[Visit]:
    query = f"?bai={LESSON}&man=thu"
    visit = open_page(browser, 1100, 760, styles=load_styles("lesson/lesson"), query=query)
    visit.page.evaluate(OTHER_END)
    visit.page.clock.install()
    mount(visit, real_content)
    yield visit
    visit.page.close()
    assert visit.requests == []


def mount(visit: Visit, content: Content) -> None:
    player = LessonPlayer(content, staff=True, lesson=LESSON, presenter=HREF)
    mount_widget(visit, player, "lesson/lesson")


def tell(visit: Visit, **changes: object) -> None:
    visit.page.evaluate("(shown) => window.other.postMessage({ shown })", {**SHOWN, **changes})


def place(visit: Visit, text: str) -> None:
    expect(visit.page.locator(".lc-presenter-place")).to_have_text(text)


def hear(visit: Visit, said: dict[str, object]) -> None:
    visit.page.wait_for_function(
        "(said) => window.said.some((each) => JSON.stringify(each) === JSON.stringify(said))",
        arg=said,
    )


def test_it_asks_where_the_class_is_and_shows_it(presenter: Visit, real_content: Content) -> None:
    page, lesson = presenter.page, real_content.get_lesson(LESSON)
    hear(presenter, {"ask": True})
    total = len(lesson.steps)
    tell(presenter)
    place(presenter, f"1/{total} · trang 1/3")
    expect(page.get_by_text("Cửa sổ của lớp đã đóng")).to_have_count(0)
    expect(page.locator(".lc-presenter-notes h2")).to_have_text(lesson.steps[0].title)
    now, following = page.locator(".lc-replica .lc-step h2").all()
    assert (now.inner_text(), following.inner_text()) == (lesson.steps[0].title,) * 2
    tell(presenter, page=1, pages=2)
    place(presenter, f"1/{total} · trang 2/2")
    moved = page.locator(".lc-replica .lc-sheets").first.evaluate(SHEETS_MOVED)
    assert moved == pytest.approx(1, abs=0.01)
    expect(following).to_have_text(lesson.steps[1].title)
    tell(presenter, step=total, page=0, pages=1)
    expect(page.get_by_text("Đã đến màn hình cuối của bài.")).to_be_visible()
    assert presenter.find_violations() == []
    assert not presenter.overflows()


def test_its_keys_lead_the_class(presenter: Visit) -> None:
    tell(presenter)
    place(presenter, FIRST)
    presenter.press("PageDown", "ArrowLeft")
    hear(presenter, {"go": 1})
    hear(presenter, {"go": -1})
    # The class's window has the last word on where it is.
    place(presenter, FIRST)


def test_a_class_that_does_not_answer_is_gone_on_without(presenter: Visit) -> None:
    tell(presenter, step=0, pages=1)
    place(presenter, "Mở đầu")
    presenter.press("PageDown")
    presenter.page.clock.run_for(2_500)
    expect(presenter.page.get_by_text("Cửa sổ của lớp đã đóng")).to_be_visible()
    expect(presenter.page.locator(".lc-presenter-place")).to_contain_text("Mở đầu · trang 2/")
    assert presenter.find_violations() == []


def test_the_clock_counts_each_step_against_its_plan(
    presenter: Visit, real_content: Content
) -> None:
    page = presenter.page
    steps = real_content.get_lesson(LESSON).steps
    # From here on the page's time stands still but for what the test lets pass.
    page.clock.pause_at(page.evaluate("Date.now() + 60_000"))
    tell(presenter)
    place(presenter, FIRST)
    page.clock.run_for(steps[0].minutes * 60_000 + 65_000)
    now = page.locator(".lc-clock-now")
    expect(now).to_contain_text(f"/ {steps[0].minutes} phút (quá 1:05)")
    tell(presenter, step=2)
    place(presenter, SECOND)
    page.clock.run_for(30_000)
    expect(now).to_have_text(f"0:30 / {steps[1].minutes} phút")
    page.get_by_role("button", name="Dừng đồng hồ").click()
    page.clock.run_for(60_000)
    expect(now).to_have_text(f"0:30 / {steps[1].minutes} phút")
    used = page.locator(".lc-step-clock tbody td:last-child").all_inner_texts()
    assert used[:2] == [f"{steps[0].minutes + 1}:05", "0:30"]
    assert used[2:] == ["0:00"] * (len(steps) - 2)


@pytest.mark.parametrize(
    "wishes", [{"color_scheme": "dark"}, {"forced_colors": "active"}], ids=["dark", "forced"]
)
def test_it_is_read_in_other_colours(presenter: Visit, wishes: dict[str, Any]) -> None:
    presenter.page.emulate_media(**wishes)
    tell(presenter)
    place(presenter, FIRST)
    assert presenter.find_violations() == []


def test_a_window_that_is_blocked_is_told(browser: WatchedBrowser, real_content: Content) -> None:
    query = f"?bai={LESSON}"
    visit = open_page(browser, 1280, 720, styles=load_styles("lesson/lesson"), query=query)
    visit.page.evaluate("window.open = () => null")
    mount(visit, real_content)
    visit.page.get_by_role("button", name="Màn hình người dạy").click()
    expect(visit.page.get_by_text("Trình duyệt đã chặn cửa sổ mới.")).to_be_visible()
    assert visit.find_violations() == []
    visit.page.close()


@pytest.mark.parametrize(("staff", "href"), [(False, HREF), (True, "")])
def test_who_has_no_page_for_it_has_no_button(
    browser: WatchedBrowser, real_content: Content, staff: bool, href: str
) -> None:
    query = f"?bai={LESSON}&man=thu"
    visit = open_page(browser, 1280, 720, styles=load_styles("lesson/lesson"), query=query)
    player = LessonPlayer(real_content, staff, lesson=LESSON, presenter=href)
    mount_widget(visit, player, "lesson/lesson")
    assert visit.page.get_by_role("button", name="Màn hình người dạy").count() == 0
    visit.page.close()
