"""What holds pages to the rules finds a page that breaks them."""

from __future__ import annotations

from typing import Any

import pytest

from support.accessibility import find_violations
from support.browsers import WatchedBrowser

PALE = '<main><h1>Lá Chắn</h1><p style="color: #999; background: #bbb">Khó đọc</p></main>'
UNNAMED = "<main><h1>Lá Chắn</h1><button></button></main>"


def violations_of(browser: WatchedBrowser, body: str, **wishes: Any) -> list[str]:
    page = browser.new_page()
    try:
        page.set_content(f'<html lang="vi"><title>Thử</title><body>{body}</body></html>')
        return [found.partition(":")[0] for found in find_violations(page, **wishes)]
    finally:
        page.close()


@pytest.mark.parametrize("colours_only", [True, False])
def test_pale_text_is_found(browser: WatchedBrowser, colours_only: bool) -> None:
    assert violations_of(browser, PALE, colours_only=colours_only) == ["color-contrast"]


def test_what_cannot_be_judged_is_skipped(browser: WatchedBrowser) -> None:
    assert violations_of(browser, PALE, skip=["color-contrast"]) == []
    assert violations_of(browser, PALE, skip=["color-contrast"], colours_only=True) == []


def test_only_colours_are_tried_where_only_colours_change(browser: WatchedBrowser) -> None:
    assert violations_of(browser, UNNAMED) == ["button-name"]
    assert violations_of(browser, UNNAMED, colours_only=True) == []
