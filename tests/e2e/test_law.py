"""Looking the law up on the real server: from home, from a citation, and away at once."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from support.visit import Visit

LESSON = "/voila/render/luyen_tap.ipynb?cap=thcs&chu-de=viec-nhe-luong-cao"


def test_from_home_to_a_provision_to_its_lesson(visit: Visit) -> None:
    page = visit.page
    visit.go("/")
    page.get_by_role("link", name="Tra cứu luật").click()
    visit.wait_until_drawn()
    expect(page).to_have_title("Tra cứu pháp luật – Lá Chắn")
    visit.look("tra-cuu")
    page.get_by_label("Muốn tìm gì?").fill("dat coc")
    expect(page.locator("[role=status]").first).to_have_text(re.compile(r"^\d+ kết quả$"))
    visit.look("tra-cuu-ket-qua")
    visit.press("Enter", "Enter")
    expect(page.locator(".lc-lookup-entry h2")).to_be_focused()
    visit.look("tra-cuu-dieu")
    page.locator(".lc-lookup-entry a[href*='bai_hoc']").first.click()
    visit.wait_until_drawn()
    expect(page).to_have_url(re.compile(r"/voila/render/bai_hoc\.ipynb\?bai="))
    page.go_back()
    expect(page.locator(".lc-lookup-entry h2")).to_be_visible()
    page.go_back()
    expect(page.get_by_label("Muốn tìm gì?")).to_have_value("dat coc")


def test_a_citation_opens_its_entry_and_the_quick_exit_leaves_both(visit: Visit) -> None:
    page = visit.page
    visit.go(LESSON)
    visit.button("Bắt đầu").click()
    page.locator("form.lc-question").wait_for()
    visit.answer()
    citation = page.locator(".lc-review .lc-law-label a").first
    label = citation.inner_text()
    with visit.context.expect_page() as opened:
        citation.click()
    law = opened.value
    heading = law.locator(".lc-lookup-entry h2")
    expect(heading).to_be_visible()
    assert heading.inner_text().partition(" ·")[0] in label
    law.get_by_role("link", name="Thoát nhanh").click()
    expect(law).to_have_title("Bảng cửu chương")
    expect(page).to_have_title("Bảng cửu chương")


def test_nothing_that_is_typed_reaches_the_server(visit: Visit) -> None:
    page = visit.page
    visit.go("/tra-cuu")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_label("Muốn tìm gì?").press_sequentially("đặt cọc")
    page.locator(".lc-lookup-link").first.click()
    expect(page.locator(".lc-lookup-entry")).to_be_visible()
    page.get_by_role("link", name="Về các kết quả").click()
    expect(page.locator(".lc-lookup-link").first).to_be_focused()
    assert asked == []
