"""The quick exit on pages in a browser: what Back, Forward, a reload and a new visit show."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import Page, Route, expect

from lachan.frontend import read_module
from lachan.workflows.content.opening import open_content
from lachan.workflows.lessons.build import build_lessons
from lachan.workflows.lessons.page import make_page
from support.accessibility import find_violations
from support.browsers import WatchedBrowser

BASE = "http://lachan.test/"
OUTSIDE = "http://khac.test/"
STATIC = Path("voila_apps/template/voila/templates/lachan/static")
NEUTRAL = '<!doctype html><html lang="vi"><title>Bảng cửu chương</title><h1>Bảng cửu chương</h1>'


def render(name: str) -> str:
    return (
        f'<!doctype html><html lang="vi"><head><script>{read_module("page/exit")}</script>'
        f"<title>{name} – Lá Chắn</title></head><body><h1>{name}</h1>"
        '<a href="#" data-lachan-exit>Thoát nhanh</a><a href="/ba">ba</a></body></html>'
    ).replace("<script>", f'<script data-lachan-neutral="{BASE}bang">', 1)


def answer(route: Route) -> None:
    """Serve our pages, the neutral one, and one of somebody else."""
    url = route.request.url
    own = NEUTRAL if url == f"{BASE}bang" else render(url.removeprefix(BASE))
    body = own if url.startswith(BASE) else "<title>Khác</title>"
    route.fulfill(body=body, content_type="text/html; charset=utf-8")


@pytest.fixture
def page(browser: WatchedBrowser) -> Iterator[Page]:
    """A tab that came from elsewhere and went through two pages of ours, the second in steps."""
    context = browser.new_context()
    context.route("**/*", answer)
    page = context.new_page()
    visit(page)
    yield page
    context.close()


def visit(page: Page) -> None:
    for url in (OUTSIDE, f"{BASE}mot", f"{BASE}hai"):
        page.goto(url)
    page.evaluate("history.pushState(null, '', '?buoc=2')")


def leave(page: Page) -> None:
    page.get_by_role("link", name="Thoát nhanh").click()
    expect_neutral(page)


def expect_neutral(page: Page) -> None:
    expect(page).to_have_url(f"{BASE}bang")
    expect(page).to_have_title("Bảng cửu chương")


def press(page: Page, method: str) -> None:
    """Go through the tab's history as its buttons do; what a page then does itself may cut in."""
    page.evaluate(f"() => {{ setTimeout(() => history.{method}()) }}")


def test_back_shows_the_neutral_page_until_what_was_before_us(page: Page) -> None:
    leave(page)
    for _ in range(2):
        with page.expect_navigation(url=f"{BASE}bang"):
            press(page, "back")
        expect_neutral(page)
    press(page, "back")
    expect(page).to_have_title("Khác")
    with page.expect_navigation(url=f"{BASE}bang"):
        press(page, "forward")
    expect_neutral(page)


def test_nothing_of_ours_is_drawn_on_the_way(page: Page) -> None:
    leave(page)
    # Where the neutral page does not come, nothing takes the place of what is hidden.
    page.route(f"{BASE}bang", lambda route: route.fulfill(status=204))
    press(page, "back")
    expect(page).to_have_url(f"{BASE}hai")
    expect(page.locator("html")).to_be_hidden()
    expect(page).to_have_title("")


def test_the_three_keys_leave_and_other_keys_between_stay(page: Page) -> None:
    for key in ("Escape", "Escape", "a", "Escape", "Escape"):
        page.keyboard.press(key)
    expect(page.get_by_role("heading", name="hai")).to_be_visible()
    page.keyboard.press("Escape")
    expect_neutral(page)


def test_the_tab_forgets_all_but_that_it_was_left(page: Page) -> None:
    page.evaluate("sessionStorage.setItem('lachan-luyen-tap', 'x')")
    leave(page)
    assert page.evaluate("Object.keys(sessionStorage)") == ["lachan-da-thoat"]


def test_all_tabs_of_ours_leave_together(page: Page) -> None:
    other = page.context.new_page()
    other.goto(f"{BASE}khac")
    leave(page)
    expect_neutral(other)


@pytest.mark.parametrize("how", ["address", "link"])
def test_opened_on_purpose_it_is_there_again_and_goes_back_by_steps(page: Page, how: str) -> None:
    leave(page)
    if how == "address":
        page.goto(f"{BASE}ba")
    else:
        page.evaluate("document.body.innerHTML = '<a href=/ba>lại</a>'")
        page.get_by_role("link", name="lại").click()
    expect(page.get_by_role("heading", name="ba")).to_be_visible()
    page.evaluate("history.pushState(null, '', '?buoc=2')")
    press(page, "back")
    expect(page).to_have_url(f"{BASE}ba")
    expect(page.get_by_role("heading", name="ba")).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="ba")).to_be_visible()


def test_without_leaving_back_and_reload_show_our_pages(page: Page) -> None:
    press(page, "back")
    expect(page).to_have_url(f"{BASE}hai")
    press(page, "back")
    expect(page.get_by_role("heading", name="mot")).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="mot")).to_be_visible()


def test_a_tab_that_keeps_nothing_still_leaves(browser: WatchedBrowser) -> None:
    page = browser.new_page()
    page.add_init_script(
        "Object.defineProperty(window, 'sessionStorage', { get() { throw new Error('no') } })"
    )
    page.route("**/*", answer)
    visit(page)
    leave(page)
    page.close()


# What a browser tells a page that it kept in memory; the shell of these tests keeps none.
TELL = "(name) => window.dispatchEvent(new PageTransitionEvent(name, { persisted: true }))"


def test_a_page_that_the_browser_kept_as_it_was(page: Page) -> None:
    page.evaluate("window.addEventListener('pageshow', () => { window.told = true })")
    page.evaluate(TELL, "pagehide")
    expect(page.locator("html")).to_be_hidden()
    page.evaluate(TELL, "pageshow")
    expect(page.get_by_role("heading", name="hai")).to_be_visible()
    assert page.evaluate("window.told") is True

    page.evaluate("window.told = false")
    page.evaluate("sessionStorage.setItem('lachan-da-thoat', '1')")
    page.route(f"{BASE}bang", lambda route: route.fulfill(status=204))
    page.evaluate(TELL, "pagehide")
    page.evaluate(TELL, "pageshow")
    expect(page.locator("html")).to_be_hidden()
    # A page with a kernel would load itself again, which would only take longer.
    assert page.evaluate("window.told") is False
    page.unroute(f"{BASE}bang")
    page.evaluate(TELL, "pageshow")
    expect_neutral(page)


def test_a_file_becomes_the_neutral_page_itself(
    browser: WatchedBrowser, sample: Path, tmp_path: Path
) -> None:
    content = open_content(sample)
    build_lessons(content)
    notebook = nbformat.read(sample / "notebooks/thcs/mau.ipynb", as_version=4)
    file = tmp_path / "bai.html"
    file.write_text(make_page(notebook, "mau", content), encoding="utf-8")
    page = browser.new_page(viewport={"width": 360, "height": 640})
    page.goto(file.as_uri())
    lesson = page.title()
    assert lesson.endswith("Lá Chắn")
    page.get_by_role("link", name="Thoát nhanh").click()
    for _ in range(2):
        expect(page).to_have_title("Bảng cửu chương")
        assert page.get_by_text("9 × 10 = 90").is_visible()
        assert "Lá Chắn" not in page.locator("body").inner_text()
        page.reload()
    page.goto("about:blank")
    page.goto(file.as_uri())
    expect(page).to_have_title(lesson)
    for _ in range(3):
        page.keyboard.press("Escape")
    expect(page).to_have_title("Bảng cửu chương")
    assert find_violations(page) == []
    page.close()


def test_pages_have_the_same_script_as_files(repository: Path) -> None:
    assert (repository / STATIC / "thoat.js").read_text(encoding="utf-8") == read_module(
        "page/exit"
    )
