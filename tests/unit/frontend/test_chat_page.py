"""A branching case as a chat: answered by keyboard, taken back, and told once it is over."""

from collections.abc import Iterator

import pytest

from lachan.frontend import load_styles
from lachan.widgets import Quiz
from support.browsers import WatchedBrowser
from support.items import make_chat
from support.script_pages import SIZES, Visit, mount_widget, open_page

BODY = '<main><h1>Câu hỏi</h1><div id="app"></div></main>'


@pytest.fixture(params=SIZES)
def visit(browser: WatchedBrowser, request: pytest.FixtureRequest) -> Iterator[Visit]:
    opened = open_page(browser, *request.param, styles=load_styles("items/quiz"), body=BODY)
    mount_widget(opened, Quiz([make_chat("thu")], {}), "items/quiz")
    yield opened
    assert [] == opened.find_violations()
    assert not opened.overflows()
    opened.page.close()
    assert [] == opened.requests


def test_a_chat_is_answered_taken_back_and_told_what_it_meant(visit: Visit) -> None:
    page = visit.page
    assert [] == visit.find_violations()
    assert 0 == page.locator(".lc-own").count()

    visit.tab_to(".lc-reply")
    visit.press("Enter")
    assert "Có bố thì thôi." in visit.focused_text()
    assert "Em viết:Để mình hỏi bố." == page.locator(".lc-own").text_content()

    visit.tab_to(".lc-scenes > button")
    visit.press("Enter")
    assert 0 == page.locator(".lc-own").count()

    visit.tab_to(".lc-reply")
    visit.press("Enter")
    visit.tab_to(".lc-reply")
    visit.press("Enter")
    assert "Em đã đi hết" in page.locator(".lc-scenes").inner_text()
    visit.tab_to("button[type=submit]")
    visit.press("Enter")
    page.wait_for_selector(".lc-review")

    meanings = page.locator(".lc-review .lc-meaning").all_text_contents()
    assert 2 == len(meanings)
    assert all("lí do thu-" in each for each in meanings)
    assert "Cách tốt hơn: cách thu-mot-b" in meanings[0]
    assert "Để mình hỏi bố." in page.locator(".lc-review .lc-own").inner_text()
    assert page.locator(".lc-review .lc-ending").is_visible()


def test_a_chat_must_be_gone_through_to_its_end(visit: Visit) -> None:
    visit.tab_to("button[type=submit]")
    visit.press("Enter")

    assert "đi hết" in visit.page.locator("form > .lc-notice").inner_text()
    assert visit.page.evaluate("document.activeElement.matches('.lc-reply')")
