"""Content can never become markup, whatever it says."""

from collections.abc import Iterator
from typing import Any

import pytest

from lachan.frontend import read_module
from lachan.frontend.bundle import join_modules
from support.browsers import WatchedBrowser
from support.script_pages import LOAD, Visit, open_page, text_of

ENTRY = (
    'import { renderBlocks, renderPhrasing } from "./shared/rich.js";\n\n'
    "export default { renderBlocks, renderPhrasing };\n"
)
RENDER = """
([nodes, kind, options]) => {
  const main = document.querySelector("main");
  main.replaceChildren(...loaded[kind](nodes, options).flat(Infinity));
  return main.innerHTML;
}
"""


@pytest.fixture(scope="module")
def visit(browser: WatchedBrowser) -> Iterator[Visit]:
    source = join_modules("entry", lambda name: ENTRY if name == "entry" else read_module(name))
    visit = open_page(browser, 400, 300, styles="")
    visit.page.evaluate(LOAD, source)
    yield visit
    visit.page.close()


def render(visit: Visit, nodes: list[Any], kind: str = "renderBlocks", **options: Any) -> str:
    html: str = visit.page.evaluate(RENDER, [nodes, kind, options])
    return html


def words(value: str) -> dict[str, Any]:
    return {"type": "text", "value": value}


def paragraph(*children: Any) -> dict[str, Any]:
    return {"type": "paragraph", "children": list(children)}


def test_text_stays_text(visit: Visit) -> None:
    html = render(visit, [paragraph(words('<img src=x onerror="boom()"><script>boom()</script>'))])
    assert "&lt;img" in html
    assert visit.page.locator("main img, main script").count() == 0


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,x", "vbscript:x", "file:///x"],
)
def test_a_dangerous_address_is_no_link(visit: Visit, url: str) -> None:
    html = render(visit, [paragraph({"type": "link", "url": url, "children": [words("bấm")]})])
    assert html == "<p>bấm</p>"


@pytest.mark.parametrize(
    "url", ["https://example.org/a", "http://example.org", "tel:111", "bai.html"]
)
def test_a_plain_address_is_a_link(visit: Visit, url: str) -> None:
    render(visit, [paragraph({"type": "link", "url": url, "children": [words("bấm")]})])
    assert visit.page.locator("main a").get_attribute("href") == url


def test_every_block(visit: Visit) -> None:
    nodes = [
        {"type": "heading", "level": 3, "children": [words("đầu")]},
        {"type": "bullet_list", "items": [[paragraph(words("một"))], [paragraph(words("hai"))]]},
        {"type": "numbered_list", "start": 3, "items": [[paragraph(words("ba"))]]},
        {"type": "quote", "children": [paragraph({"type": "strong", "children": [words("đậm")]})]},
        paragraph({"type": "emphasis", "children": [words("a")]}, {"type": "break"}, words("b")),
    ]
    assert render(visit, nodes, shift=1) == (
        "<h4>đầu</h4><ul><li>một</li><li>hai</li></ul>"
        '<ol start="3"><li>ba</li></ol><blockquote><p><strong>đậm</strong></p></blockquote>'
        "<p><em>a</em><br>b</p>"
    )


def test_a_table_has_headers_and_can_be_scrolled_by_keyboard(visit: Visit) -> None:
    table = {"type": "table", "header": [[words("A")]], "rows": [[[words("1")]]]}
    assert render(visit, [table]) == (
        '<div class="lc-table" tabindex="0"><table><thead><tr><th scope="col">A</th></tr></thead>'
        "<tbody><tr><td>1</td></tr></tbody></table></div>"
    )


def test_a_missing_picture_leaves_its_description(visit: Visit) -> None:
    html = render(visit, [{"type": "figure", "path": "a.svg", "alt": "mô tả"}])
    assert html == '<figure><span class="lc-no-image">mô tả</span></figure>'


def test_phrasing_content_holds_no_block_elements(visit: Visit) -> None:
    nodes = [
        paragraph(words("một")),
        {"type": "quote", "children": [paragraph(words("hai"))]},
        {"type": "numbered_list", "start": 1, "items": [[paragraph(words("ba"))]]},
        {"type": "table", "header": [[words("A")]], "rows": [[[words("1")]]]},
    ]
    render(visit, nodes, "renderPhrasing")
    assert visit.page.locator("main > :not(span), main span > :not(span)").count() == 0
    assert "1. ba" in text_of(visit.page.locator("main"))
