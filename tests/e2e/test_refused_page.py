"""A page that the server lets go says why and how to go on; by itself it does not come back."""

from __future__ import annotations

from playwright.sync_api import WebSocketRoute, expect

from support.visit import Visit


def test_a_page_that_is_let_go_says_why(phone: Visit) -> None:
    kernels: list[WebSocketRoute] = []
    phone.page.route_web_socket(
        "**/channels?**", lambda line: kernels.append(line.connect_to_server())
    )
    phone.go("/voila/render/luyen_tap.ipynb")
    kernels[0].send(b"x" * 1_000_001)
    words = phone.page.get_by_text("Trang gửi một tin quá lớn nên máy chủ đã ngắt trang.")
    expect(words).to_be_visible()
    expect(phone.page.get_by_text("Mất kết nối với máy chủ.")).to_be_hidden()
    phone.look("trang-bi-ngat")
    assert len(kernels) == 1
    phone.button("Tải lại trang").click()
    phone.wait_until_drawn()
    expect(words).to_be_hidden()
    assert len(kernels) == 2
    # What the page did is told to its reader only.
