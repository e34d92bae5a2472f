"""A lesson in two windows: the class's on the wall, the presenter's on the laptop."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from support.browsers import WatchedBrowser
from support.running import RunningServer
from support.visit import Visit, open_visit

LESSON = "/voila/render/bai_hoc_giao_vien.ipynb?bai=viec-nhe-luong-cao"


@pytest.fixture
def teacher(browser: WatchedBrowser, server: RunningServer, repository: Path) -> Iterator[Visit]:
    visit = open_visit(browser, server.base, "1920x1080", repository / "out" / "screens")
    visit.log_in()
    visit.go(LESSON)
    yield visit
    visit.context.close()
    assert visit.foreign == []


def open_presenter(teacher: Visit) -> Page:
    """Project the lesson and open the presenter's window by its key."""
    page = teacher.page
    teacher.button("Trình chiếu").click()
    with page.expect_popup() as opened:
        page.keyboard.press("p")
    presenter = opened.value
    expect(presenter.get_by_role("heading", name="Màn hình kế tiếp")).to_be_visible()
    return presenter


def place(page: Page, selector: str, text: str) -> None:
    expect(page.locator(selector)).to_have_text(text)


def test_both_windows_go_through_the_lesson_together(teacher: Visit) -> None:
    wall, presenter = teacher.page, open_presenter(teacher)
    wall_place = wall.locator(".lc-projector-place")
    place(presenter, ".lc-presenter-place", wall_place.inner_text())
    for _ in range(4):
        before = wall_place.inner_text()
        wall.keyboard.press("PageDown")
        expect(wall_place).not_to_have_text(before)
        place(presenter, ".lc-presenter-place", wall_place.inner_text())
    for key in ("ArrowRight", "PageUp"):
        before = wall_place.inner_text()
        presenter.keyboard.press(key)
        expect(wall_place).not_to_have_text(before)
        place(presenter, ".lc-presenter-place", wall_place.inner_text())
    presenter.get_by_role("button", name="Tắt màn hình lớp").click()
    expect(wall.locator(".lc-black")).to_be_visible()
    presenter.get_by_role("button", name="Bật lại màn hình lớp").click()
    expect(wall.locator(".lc-black")).to_be_hidden()


def test_either_window_is_of_use_without_the_other(teacher: Visit) -> None:
    wall, presenter = teacher.page, open_presenter(teacher)
    presenter.close()
    before = wall.locator(".lc-projector-place").inner_text()
    wall.keyboard.press("PageDown")
    expect(wall.locator(".lc-projector-place")).not_to_have_text(before)

    with wall.expect_popup() as opened:
        wall.keyboard.press("p")
    presenter = opened.value
    shown = presenter.locator(".lc-presenter-place")
    expect(shown).to_have_text(wall.locator(".lc-projector-place").inner_text())
    wall.close()
    expect(presenter.get_by_text("Cửa sổ của lớp đã đóng hoặc chưa mở.")).to_be_visible()
    before = shown.inner_text()
    presenter.keyboard.press("PageDown")
    expect(shown).not_to_have_text(before)

    with presenter.expect_popup() as opened:
        presenter.get_by_role("button", name="Mở cửa sổ cho lớp").click()
    again = opened.value
    again.get_by_role("button", name="Trình chiếu").click()
    expect(presenter.get_by_text("Cửa sổ của lớp đã đóng")).to_have_count(0)
    expect(shown).to_have_text(again.locator(".lc-projector-place").inner_text())


def test_the_quick_exit_takes_both_windows_along(teacher: Visit) -> None:
    presenter = open_presenter(teacher)
    for _ in range(3):
        presenter.keyboard.press("Escape")
    for page in (presenter, teacher.page):
        expect(page).to_have_title("Bảng cửu chương")
