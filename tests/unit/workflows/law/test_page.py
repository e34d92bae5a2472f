"""The lookup page as a file: it works with the network cut, and asks for nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from lachan.content import Content
from lachan.workflows.law.page import make_law_page
from support.accessibility import find_violations
from support.browsers import WatchedBrowser


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory, real_content: Content) -> Path:
    path = tmp_path_factory.mktemp("law") / "tra-cuu.html"
    path.write_text(make_law_page(real_content), encoding="utf-8")
    return path


@pytest.fixture
def page(browser: WatchedBrowser, file: Path) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 640}, offline=True)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    yield page
    context.close()
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []


def test_it_finds_opens_and_goes_back_without_a_network(page: Page) -> None:
    page.get_by_label("Muốn tìm gì?").fill("dat coc")
    expect(page.locator("[role=status]")).to_contain_text("kết quả")
    page.locator(".lc-lookup-link").first.click()
    expect(page.locator(".lc-lookup-entry")).to_contain_text("Mức kiểm chứng")
    assert find_violations(page) == []
    page.reload()
    expect(page.locator(".lc-lookup-entry")).to_be_visible()
    page.go_back()
    expect(page.get_by_label("Muốn tìm gì?")).to_have_value("dat coc")
    script = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    assert not page.evaluate(script)


def test_lessons_are_named_without_leading_anywhere(page: Page, file: Path) -> None:
    page.goto(f"{file.as_uri()}#luat-69-2020/d53")
    lessons = page.locator("section", has=page.get_by_role("heading", name="Bài học và luyện tập"))
    expect(lessons).to_contain_text("Việc nhẹ, lương cao")
    assert lessons.locator("a").count() == 0


def test_it_can_be_read_in_the_dark_and_in_print(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    assert find_violations(page) == []
    page.emulate_media(media="print")
    expect(page.locator(".lc-lookup-form")).to_be_hidden()


def test_the_page_loads_nothing(file: Path) -> None:
    html = file.read_text(encoding="utf-8")
    head = html.partition("</head>")[0]
    assert "default-src 'none'" in head
    assert re.findall(r"<(?:script|img|link|iframe)[^>]+(?:src|href)=", html) == []
