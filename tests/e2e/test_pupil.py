"""A pupil's way: home, a lesson with its questions, practice to the result."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from e2e.visit import Visit


def test_lesson_from_home_to_feedback(visit: Visit) -> None:
    page = visit.page
    visit.go("/")
    expect(page).to_have_title("Trang chủ – Lá Chắn")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    visit.look("trang-chu")

    page.get_by_role("link", name="Học bài").click()
    visit.wait_until_drawn()
    visit.look("bai-hoc-danh-sach")

    page.get_by_role("link", name="Việc nhẹ, lương cao").click()
    expect(page.get_by_role("heading", level=1, name="Việc nhẹ, lương cao")).to_be_visible()
    expect(page).to_have_url(re.compile(r"bai=viec-nhe-luong-cao"))
    visit.look("bai-hoc")

    visit.button("Bắt đầu").click()
    question = page.locator("form.lc-question").first
    onward = visit.button("Bước tiếp theo")
    expect(onward).to_be_visible()
    while not question.count():
        expect(page.locator(".lc-block-ghi-chu-giao-vien")).to_have_count(0)
        onward.click()
    question.scroll_into_view_if_needed()
    visit.look("cau-hoi")

    visit.answer()
    review = page.locator(".lc-review")
    review.scroll_into_view_if_needed()
    expect(review.locator(".lc-result")).to_have_text(re.compile(r"Đúng rồi|Chưa đúng"))
    expect(review.locator(".lc-law")).to_contain_text("Điều")
    visit.look("loi-giai")


def test_practice_to_the_result_page(visit: Visit) -> None:
    page = visit.page
    visit.go("/voila/render/luyen_tap.ipynb?cap=thcs&chu-de=viec-nhe-luong-cao")
    visit.look("luyen-tap")
    page.locator(".lc-choice", has_text=re.compile(r"^5 câu$")).locator("input").check()
    visit.button("Bắt đầu").click()
    for number in range(1, 6):
        expect(page.locator(".lc-progress-text")).to_have_text(f"Câu {number}/5")
        visit.answer()
        expect(page.locator(".lc-review .lc-law")).to_be_visible()
        if number == 1:
            visit.look("luyen-tap-loi-giai")
        visit.button("Câu tiếp theo" if number < 5 else "Xem kết quả").click()
    expect(page.get_by_role("heading", name="Kết quả luyện tập")).to_be_visible()
    expect(page.locator(".lc-result-rows > li")).to_have_count(5)
    visit.look("luyen-tap-ket-qua")
    lesson = page.locator(".lc-read-lesson a")
    expect(lesson).to_have_attribute("href", "bai_hoc.ipynb?bai=viec-nhe-luong-cao")


def test_lesson_offers_its_handout(visit: Visit) -> None:
    visit.go("/voila/render/bai_hoc.ipynb?bai=viec-nhe-luong-cao")
    link = visit.page.get_by_role("link", name="Phiếu học tập (PDF)")
    address = link.evaluate("link => link.href")
    reply = visit.context.request.get(address)
    assert reply.status == 200
    assert reply.body().startswith(b"%PDF-")


def test_every_page_can_be_reached_and_left_by_keyboard(visit: Visit) -> None:
    page = visit.page
    visit.go("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Đến nội dung chính")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "noi-dung"
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Học bài")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    visit.wait_until_drawn()
    expect(page.get_by_role("heading", level=1, name="Luyện tập")).to_be_visible()
