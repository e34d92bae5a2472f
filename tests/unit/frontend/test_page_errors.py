"""What holds tests to pages without errors finds each kind of them."""

from __future__ import annotations

import pytest

from support.browsers import WatchedBrowser
from support.script_pages import ADDRESS, open_page


@pytest.mark.parametrize(
    ("script", "error"),
    [
        ("setTimeout(() => { throw new Error('ném ra') })", "ném ra"),
        ("Promise.reject(new Error('bỏ rơi')); 0", "bỏ rơi"),
        ("console.error('ghi lỗi')", "ghi lỗi"),
        ("console.warn('cảnh báo')", "cảnh báo"),
        ("fetch('data:,', { method: '?' }); 0", "Failed to execute 'fetch'"),
    ],
)
def test_each_kind_is_found_when_the_page_is_gone(
    browser: WatchedBrowser, script: str, error: str
) -> None:
    page = browser.new_context().new_page()
    page.evaluate(script)
    page.evaluate("new Promise((resolve) => setTimeout(resolve))")
    page.context.close()
    [found] = browser.take_errors()
    assert error in found
    assert browser.take_errors() == []


def test_a_page_that_closes_with_its_context_is_watched_too(browser: WatchedBrowser) -> None:
    visit = open_page(browser, 360, 640, styles="")
    visit.page.evaluate("console.error('một')")
    visit.page.close()
    [found] = browser.take_errors()
    assert found.startswith("một")


def test_only_what_a_test_expects_is_left_out_and_only_once(browser: WatchedBrowser) -> None:
    page = browser.new_page()
    browser.expect("^mất mạng")
    page.evaluate("console.error('mất mạng'); console.error('hỏng')")
    assert browser.take_errors() == ["hỏng"]
    page.evaluate("console.error('mất mạng')")
    assert browser.take_errors() == ["mất mạng"]
    page.close()


def test_a_request_that_fails_is_found(browser: WatchedBrowser) -> None:
    visit = open_page(browser, 360, 640, styles="")
    visit.page.evaluate(f"fetch('{ADDRESS}khong-co').catch(() => {{}})")
    visit.page.close()
    [found] = browser.take_errors()
    assert "Failed to load resource" in found
