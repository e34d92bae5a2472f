"""A contestant on a phone."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from support.accessibility import find_violations
from support.browsers import WatchedBrowser
from support.contests import RoomServer
from support.visit import STEP_DEADLINE_MS, fill, overflows

PHONE = {"width": 360, "height": 640}
COUNT = 8


class Contestant:
    """A browser of one person; `page` starts at nothing."""

    def __init__(self, browser: WatchedBrowser, screens: Path) -> None:
        self.context = browser.new_context(
            viewport=PHONE, locale="vi-VN", reduced_motion="reduce", has_touch=True
        )
        self.context.set_default_timeout(STEP_DEADLINE_MS)
        # A lost network and a refused code are part of the journey; a broken policy is not.
        browser.expect("^Failed to load resource")
        self.screens = screens
        self.page = self.open_tab()

    def open_tab(self) -> Page:
        return self.context.new_page()

    def look(self, name: str) -> None:
        self.screens.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=self.screens / f"phong-thi-{name}-360x640.png")
        assert find_violations(self.page) == []
        assert not overflows(self.page)

    def enter(self, room: RoomServer, slug: str, code: str) -> None:
        """Come by the link on the card."""
        self.page.goto(f"{room.base}/{slug}#ma={code}")
        self.button("Vào phòng thi").click()

    def start(self) -> None:
        self.button("Bắt đầu làm bài").click()
        expect(self.shown).to_be_visible()

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    @property
    def shown(self) -> Locator:
        return self.page.locator(".lc-room-page:not([hidden])").first

    def answer(self) -> None:
        """Answer the question on show, whatever its type."""
        fill(self.shown)

    def expect_saved(self, done: int, total: int = COUNT) -> None:
        expect(self.page.locator(".lc-saved")).to_have_text("Đã ghi")
        expect(self.page.get_by_role("button", name=f"Các câu {done}/{total}")).to_be_visible()

    def submit(self) -> None:
        self.button("Xem lại và nộp bài").click()
        self.button("Nộp bài").click()
        expect(self.page.get_by_role("heading", name="Đã nhận bài")).to_be_visible()
