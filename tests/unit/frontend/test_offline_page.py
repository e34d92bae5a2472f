"""A page with no kernel: the stub model grades from its own keys."""

from collections.abc import Iterator

import pytest

from lachan.frontend import load_module, load_styles, render_script_json
from lachan.wire.offline import OfflineJson, offline_json
from support.browsers import WatchedBrowser
from support.sample_items import load_sample
from support.script_pages import LOAD, Visit, open_page, text_of

NAMES = ("thu-mot", "thu-nhieu", "thu-nhom", "thu-ngan")


@pytest.fixture
def data() -> OfflineJson:
    content = load_sample()
    return offline_json([content.get_item(name) for name in NAMES], content.provisions)


@pytest.fixture
def visit(browser: WatchedBrowser, data: OfflineJson) -> Iterator[Visit]:
    """A page as an exporter writes it: data and module inline, nothing else."""
    body = (
        "<main><h1>Bài</h1>"
        f'<script type="application/json" class="lachan-quiz">{render_script_json(data)}</script>'
        f'<script type="module">{load_module("items/offline")}</script></main>'
    )
    visit = open_page(browser, 360, 640, styles=load_styles("items/offline"), body=body)
    yield visit
    visit.page.close()
    assert visit.requests == []


def check(visit: Visit) -> str:
    visit.page.get_by_role("button", name="Kiểm tra").click()
    return text_of(visit.page.locator(".lc-result"))


def test_the_quiz_works_without_a_kernel(visit: Visit) -> None:
    page = visit.page
    page.locator("input[value=b]").click()
    assert check(visit) == "Đúng rồi"
    assert visit.find_violations() == []
    page.get_by_role("button", name="Câu tiếp theo").click()
    page.locator("input[value=a]").click()
    assert check(visit).startswith("Chưa đúng")
    page.get_by_role("button", name="Làm lại").click()
    page.locator("input[value=a]").click()
    page.locator("input[value=c]").click()
    assert check(visit) == "Đúng rồi"
    page.get_by_role("button", name="Câu tiếp theo").click()
    for row in range(4):
        page.locator(".lc-statement").nth(row).locator("input[value=true]").click()
    assert check(visit).startswith("Chưa đúng")
    assert "2/4 ý, được 0,25 điểm" in text_of(page.locator(".lc-score"))


def test_what_cannot_be_read_gets_a_notice(visit: Visit) -> None:
    page = visit.page
    for _ in range(3):
        page.get_by_role("button", name="Để sau").click()
    for _ in range(2):
        page.fill(".lc-typed", "abc")
        page.get_by_role("button", name="Kiểm tra").click()
        assert "chưa đọc được" in text_of(page.locator(".lc-notice"))


def test_a_module_can_be_mounted_by_hand(browser: WatchedBrowser, data: OfflineJson) -> None:
    visit = open_page(browser, 360, 640, styles=load_styles("items/offline"))
    visit.page.evaluate(LOAD, load_module("items/offline"))
    visit.page.evaluate("(data) => loaded.mountOffline(document.querySelector('main'), data)", data)
    assert visit.page.locator(".lc-question").count() == 1
    visit.page.close()
