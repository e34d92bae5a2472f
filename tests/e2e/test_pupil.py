"""A pupil's way: home, a lesson with its questions, practice to the result."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from support.visit import Visit


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
    progress = page.locator(".lc-progress-text")
    expect(progress).to_have_text("Đã xong 0/5 câu")
    page.locator("form.lc-question").wait_for()
    visit.look("luyen-tap-cau-hoi")
    visit.answer()
    expect(page.locator(".lc-review .lc-law")).to_be_visible()
    visit.look("luyen-tap-loi-giai")
    while not visit.button("Xem kết quả").count():
        visit.button("Câu tiếp theo").click()
        page.locator("form.lc-question").wait_for()
        visit.answer()
    expect(progress).to_have_text("Đã xong 5/5 câu")
    visit.button("Xem kết quả").click()
    expect(page.get_by_role("heading", name="Kết quả luyện tập")).to_be_visible()
    expect(page.locator(".lc-result-rows > li")).to_have_count(5)
    visit.look("luyen-tap-ket-qua")
    lesson = page.locator(".lc-read-lesson a")
    expect(lesson).to_have_attribute("href", "bai_hoc.ipynb?bai=viec-nhe-luong-cao")


def test_practice_goes_on_after_a_reload(visit: Visit) -> None:
    page = visit.page
    visit.go("/voila/render/luyen_tap.ipynb?cap=thcs&chu-de=viec-nhe-luong-cao")
    visit.button("Bắt đầu").click()
    page.locator("form.lc-question").wait_for()
    visit.answer()
    visit.button("Câu tiếp theo").click()
    question = page.locator("form.lc-question")
    question.wait_for()
    before = (page.locator(".lc-progress-text").inner_text(), question.inner_text())
    page.reload()
    visit.wait_until_drawn()
    question.wait_for()
    assert before == (page.locator(".lc-progress-text").inner_text(), question.inner_text())
    visit.look("luyen-tap-tai-lai")


def test_the_quick_exit_leaves_no_practice_behind(visit: Visit) -> None:
    page = visit.page
    visit.go("/voila/render/luyen_tap.ipynb?cap=thcs&chu-de=viec-nhe-luong-cao")
    visit.button("Bắt đầu").click()
    page.locator("form.lc-question").wait_for()
    assert page.evaluate("sessionStorage.length") == 1
    page.get_by_role("link", name="Thoát nhanh").click()
    expect(page).to_have_title("Bảng cửu chương")
    assert page.evaluate("Object.keys(sessionStorage)") == ["lachan-da-thoat"]


def test_adults_are_not_called_em(visit: Visit) -> None:
    page = visit.page
    visit.go("/voila/render/luyen_tap.ipynb?cap=cong-dong&chu-de=bay-buoc-truoc-khi-ki")
    visit.button("Bắt đầu").click()
    page.locator("form.lc-question").wait_for()
    visit.button("Kiểm tra").click()
    # Steps can be checked as they lie; every other question first asks for an answer.
    page.locator("form > .lc-notice:not(:empty), .lc-review").first.wait_for()
    visit.look("luyen-tap-nguoi-lon")
    frame = page.locator(".lc-run-head, .lc-help, .lc-hint, .lc-notice, header, footer")
    words = " ".join(frame.all_inner_texts()).replace("trẻ em", "")
    assert re.findall(r"\b[Ee]m\b.{0,30}", words) == []


def test_lesson_offers_its_handout(visit: Visit) -> None:
    visit.go("/voila/render/bai_hoc.ipynb?bai=viec-nhe-luong-cao")
    link = visit.page.get_by_role("link", name="Phiếu học tập (PDF)")
    address = link.evaluate("link => link.href")
    reply = visit.context.request.get(address)
    assert reply.status == 200
    assert reply.body().startswith(b"%PDF-")
