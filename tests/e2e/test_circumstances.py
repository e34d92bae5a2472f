"""The same pages where the system asks for something else: no network, few colours, paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Route, expect

from support.browsers import WatchedBrowser
from support.running import RunningServer
from support.visit import Visit, open_visit

PAGES = ("/", "/voila/render/bai_hoc.ipynb", "/voila/render/luyen_tap.ipynb", "/khong-co")
LESSON = "/voila/render/bai_hoc.ipynb?bai=viec-nhe-luong-cao"

Open = Callable[..., Visit]


@pytest.fixture
def open_phone(browser: WatchedBrowser, server: RunningServer, repository: Path) -> Iterator[Open]:
    opened: list[Visit] = []

    def open_(**wishes: object) -> Visit:
        screens = repository / "out" / "screens"
        opened.append(open_visit(browser, server.base, "360x640", screens, **wishes))
        return opened[-1]

    yield open_
    for visit in opened:
        visit.context.close()
        assert visit.foreign == []


def test_with_the_network_cut_every_page_is_whole(
    open_phone: Open, server: RunningServer, browser: WatchedBrowser
) -> None:
    visit = open_phone()
    browser.expect("404 .*/khong-co")
    refused: list[str] = []

    def cut(route: Route) -> None:
        if route.request.url.startswith((server.base + "/", "data:", "blob:")):
            route.continue_()
        else:
            refused.append(route.request.url)
            route.abort("internetdisconnected")

    visit.context.route("**/*", cut)
    for path in PAGES:
        visit.page.goto(server.base + path)
        expect(visit.page.get_by_role("heading", level=1)).to_be_visible()
    visit.log_in()
    visit.go(LESSON)
    visit.button("Bắt đầu").click()
    expect(visit.page.locator(".lc-step h2").first).to_be_visible()
    assert [] == refused


@pytest.mark.parametrize(
    ("name", "wishes", "skip"),
    [
        # The system's colours are put in as the page is painted; axe reads those of the style.
        ("mau-he-thong", {"forced_colors": "active"}, ["color-contrast"]),
        pytest.param("tuong-phan", {"contrast": "more"}, [], marks=pytest.mark.full),
    ],
)
def test_with_the_systems_own_colours(
    open_phone: Open, name: str, wishes: dict[str, str], skip: list[str]
) -> None:
    visit = open_phone(**wishes)
    page = visit.page
    visit.go("/")
    visit.look(f"trang-chu-{name}", skip=skip)
    visit.go("/voila/render/luyen_tap.ipynb?cap=thcs&chu-de=viec-nhe-luong-cao")
    visit.look(f"luyen-tap-{name}", skip=skip)
    visit.button("Bắt đầu").click()
    page.locator("form.lc-question").wait_for()
    visit.look(f"cau-hoi-{name}", skip=skip)
    visit.answer()
    visit.look(f"loi-giai-{name}", skip=skip)


def test_a_printed_lesson_has_its_text_and_no_controls(open_phone: Open) -> None:
    visit = open_phone(color_scheme="dark")
    page = visit.page
    visit.go(LESSON)
    visit.button("Bắt đầu").click()
    expect(visit.button("Bước tiếp theo")).to_be_visible()
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.locator(".lc-step h2").first).to_be_visible()
    for control in (".site-header", ".lc-steps", ".lc-tools", ".lc-turn .lc-button"):
        expect(page.locator(control).first).to_be_hidden()
    ink = "getComputedStyle(document.querySelector('.lc-step')).color"
    assert "rgb(18, 48, 58)" == page.evaluate(ink)
    page.screenshot(path=visit.screens / "bai-hoc-in.png", full_page=True)
    assert page.pdf().startswith(b"%PDF-")
