"""The quick exit, by click, by key, without JavaScript; and pages that lose their kernel."""

from __future__ import annotations

import os
import re
import signal
from pathlib import Path

import pytest
from playwright.sync_api import expect

from support.accessibility import find_violations
from support.browsers import WatchedBrowser
from support.links import KERNEL
from support.running import RunningServer
from support.visit import Visit

NEUTRAL = re.compile(r"/bang-cuu-chuong$")


@pytest.mark.parametrize("app", ["trang_chu", "luyen_tap"])
def test_click_leaves_and_back_does_not_return(visit: Visit, app: str) -> None:
    visit.page.goto("about:blank")
    visit.go(f"/voila/render/{app}.ipynb")
    visit.page.get_by_role("link", name="Thoát nhanh").click()
    expect(visit.page).to_have_url(NEUTRAL)
    expect(visit.page).to_have_title("Bảng cửu chương")
    assert find_violations(visit.page) == []
    visit.page.go_back()
    assert visit.page.url == "about:blank"


def test_no_page_of_the_way_comes_back_until_one_is_opened_on_purpose(visit: Visit) -> None:
    page = visit.page
    page.goto("about:blank")
    visit.go("/")
    visit.go("/voila/render/bai_hoc.ipynb")
    page.locator(".lc-cards a").first.click()
    expect(page.locator(".lc-step")).to_be_visible()
    lesson = page.url
    # Back moves within the lessons for as long as nobody has left.
    page.go_back()
    expect(page.locator(".lc-step")).to_have_count(0)
    page.go_forward()
    expect(page.locator(".lc-step")).to_be_visible()
    page.get_by_role("link", name="Thoát nhanh").click()
    expect(page).to_have_url(NEUTRAL)
    for _ in range(2):
        page.evaluate("() => { setTimeout(() => history.back()) }")
        page.wait_for_event("framenavigated", lambda frame: NEUTRAL.search(frame.url) is not None)
        expect(page).to_have_title("Bảng cửu chương")
    page.goto(lesson)
    expect(page.locator(".lc-step")).to_be_visible()
    expect(page.get_by_text("Muốn vào lại: gõ lại địa chỉ")).to_be_visible()


def test_escape_three_times_leaves(visit: Visit) -> None:
    visit.go("/voila/render/luyen_tap.ipynb")
    for _ in range(3):
        visit.page.keyboard.press("Escape")
    expect(visit.page).to_have_url(NEUTRAL)


def test_escape_with_other_keys_between_stays(visit: Visit) -> None:
    visit.go("/voila/render/luyen_tap.ipynb")
    for key in ("Escape", "Escape", "a", "Escape", "Escape"):
        visit.page.keyboard.press(key)
    expect(visit.page.get_by_role("heading", level=1, name="Luyện tập")).to_be_visible()


def test_call_link_dials_111(visit: Visit) -> None:
    visit.go("/")
    link = visit.page.get_by_role("banner").get_by_role("link", name="Gọi 111")
    expect(link).to_have_attribute("href", "tel:111")


def test_page_without_javascript_still_helps(
    browser: WatchedBrowser, server: RunningServer
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server.base}/voila/render/luyen_tap.ipynb")
    # Playwright takes no text from <noscript>, whether or not it is drawn.
    expect(page.locator("main noscript .site-note")).to_be_visible()
    assert "Trang này cần JavaScript" in page.locator("main noscript").inner_html()
    expect(page.get_by_text("Đang mở bài…")).to_be_hidden()
    page.get_by_role("link", name="Thoát nhanh").click()
    expect(page).to_have_url(NEUTRAL)
    context.close()


def test_dead_kernel_is_told(phone: Visit, server: RunningServer) -> None:
    phone.go("/voila/render/luyen_tap.ipynb?cap=thcs&chu-de=viec-nhe-luong-cao")
    # All kernels, since nothing outside the server tells whose is whose: those that wait with
    # a page drawn ahead must not be given to the one who reloads.
    for template in children(server.pid):
        for kernel in children(template):
            os.kill(kernel, signal.SIGKILL)
    expect(phone.page.get_by_text("Phần xử lí của trang đã dừng.")).to_be_visible()
    phone.look("mat-xu-li")
    phone.button("Tải lại trang").click()
    phone.wait_until_drawn()
    expect(phone.page.get_by_text("Phần xử lí của trang đã dừng.")).to_be_hidden()
    phone.button("Bắt đầu").click()
    expect(phone.page.locator("form.lc-question")).to_be_visible()


def test_missing_page_leads_home(phone: Visit) -> None:
    phone.page.goto(f"{phone.base}/voila/render/khong_co.ipynb")
    expect(phone.page.get_by_role("heading", name="Không có trang này")).to_be_visible()
    phone.look("khong-co-trang")
    phone.page.get_by_role("link", name="Về trang chủ").click()
    expect(phone.page).to_have_title("Trang chủ – Lá Chắn")


def children(pid: int) -> set[int]:
    """Return the processes that `pid` has started, from the kernel's own list."""
    tasks = Path(f"/proc/{pid}/task")
    return {
        int(child) for task in tasks.iterdir() for child in (task / "children").read_text().split()
    }


def test_a_page_that_is_left_ends_its_kernel(visit: Visit, server: RunningServer) -> None:
    visit.go("/voila/render/luyen_tap.ipynb")
    kernel_id = KERNEL.search(visit.page.content())[1]
    assert server.get(f"/api/kernels/{kernel_id}").status == 200
    visit.page.goto("about:blank")
    assert server.ends_within(kernel_id)
