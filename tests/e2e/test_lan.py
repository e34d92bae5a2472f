"""The page on which a teacher lets the class's phones in, as it is seen and used."""

from __future__ import annotations

from support.visit import Visit

DOOR = "/lachan/mang-lop"


def test_a_teacher_opens_the_door_and_shuts_it(visit: Visit) -> None:
    visit.log_in()
    visit.page.get_by_role("link", name="Cho điện thoại của lớp vào").click()
    visit.page.get_by_role("heading", name="Cho điện thoại của lớp vào").wait_for()
    assert "Đang đóng." in visit.page.get_by_role("status").inner_text()
    visit.look("mang-lop-dong")

    visit.tab_to("form button.site-button-main")
    visit.press("Enter")
    visit.page.get_by_role("img", name="Mã QR của địa chỉ").wait_for()
    assert "Đang mở." in visit.page.get_by_role("status").inner_text()
    visit.look("mang-lop-mo")
    visit.page.get_by_role("link", name="Chiếu mã này lên bảng").click()
    visit.page.get_by_role("heading", name="Mở bài học trên máy của em").wait_for()
    visit.page.go_back()

    visit.button("Đóng lại").click()
    visit.button("Mở cho điện thoại của lớp").wait_for()
    assert "Đang đóng." in visit.page.get_by_role("status").inner_text()


def test_a_lobby_that_nobody_can_enter_leads_to_the_door(visit: Visit) -> None:
    visit.log_in(target="/voila/render/lop_hoc.ipynb")
    visit.page.get_by_label("Chủ đề").select_option(index=1)
    visit.button("Mở phòng").click()
    with visit.context.expect_page() as opened:
        visit.page.get_by_role("link", name="Cho điện thoại của lớp vào").click()
    door = opened.value
    door.get_by_role("button", name="Mở cho điện thoại của lớp").click()
    # The lobby hears of it by itself.
    visit.page.locator(".lc-live-qr").wait_for()
    door.get_by_role("button", name="Đóng lại").click()
    visit.page.get_by_role("link", name="Cho điện thoại của lớp vào").wait_for()
