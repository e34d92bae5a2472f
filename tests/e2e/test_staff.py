"""A teacher's and an organiser's way: passcode, corner, notes, files."""

from __future__ import annotations

from playwright.sync_api import expect

from support.running import PASSCODE
from support.visit import Visit


def test_corner_and_lesson_with_notes(visit: Visit) -> None:
    page = visit.page
    visit.go("/")
    page.get_by_role("link", name="Dành cho giáo viên và ban tổ chức").click()
    expect(page.get_by_label("Mã giáo viên")).to_be_focused()
    visit.look("ma-giao-vien")
    page.get_by_label("Mã giáo viên").fill(PASSCODE)
    visit.button("Vào").click()
    visit.wait_until_drawn()
    expect(page.get_by_role("heading", level=1, name="Góc giáo viên")).to_be_visible()
    visit.look("goc-giao-vien")

    card = page.get_by_role("listitem").filter(has_text="Việc nhẹ, lương cao").first
    card.get_by_role("link", name="Mở bài kèm ghi chú").click()
    visit.wait_until_drawn()
    notes = page.locator(".lc-block-ghi-chu-giao-vien")
    begin = page.get_by_role("button", name="Bắt đầu", exact=True)
    expect(begin).to_be_visible()
    begin.click()
    expect(notes.first).to_be_visible()
    visit.look("bai-hoc-giao-vien")


def test_leaving_the_corner_closes_it(visit: Visit) -> None:
    visit.log_in()
    visit.button("Thoát khỏi phần giáo viên").click()
    visit.wait_until_drawn()
    expect(visit.page).to_have_title("Trang chủ – Lá Chắn")
    visit.page.goto(f"{visit.base}/voila/render/giao_vien.ipynb")
    expect(visit.page.get_by_label("Mã giáo viên")).to_be_visible()


def test_wrong_passcode_is_told_beside_the_field(phone: Visit) -> None:
    phone.page.goto(f"{phone.base}/lachan/dang-nhap")
    phone.page.get_by_label("Mã giáo viên").fill("00000000")
    phone.button("Vào").click()
    field = phone.page.get_by_label("Mã giáo viên")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(
        "Mã chưa đúng. Hãy xem lại mã trên màn hình của máy chủ."
    )
    phone.look("ma-giao-vien-sai")
