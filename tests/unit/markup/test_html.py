"""The tree as HTML: every construct, with text escaped."""

from __future__ import annotations

from lachan.domain.rich import text as rt
from lachan.markup import parse_rich_text, render_html, render_plain


def html(source: str) -> str:
    content, faults = parse_rich_text(source, in_lesson=True)
    assert () == faults
    return render_html(content, resolve_image=lambda path: f"/m/{path}")


def test_blocks() -> None:
    assert "<h3>A &amp; B</h3>" == html("### A & B")
    assert "<ul><li>a</li><li>b</li></ul>" == html("- a\n- b")
    assert "<ol><li>a</li></ol>" == html("1. a")
    assert '<ol start="3"><li>a</li></ol>' == html("3. a")
    assert "<ul><li>a<ol><li>b</li></ol></li></ul>" == html("- a\n  1. b")
    assert "<ul><li><blockquote><p>a</p></blockquote></li></ul>" == html("- > a")
    assert "<blockquote><p>a</p></blockquote>" == html("> a")
    assert '<figure><img src="/m/media/a.svg" alt="khiên &quot;xanh&quot;"></figure>' == html(
        '![khiên "xanh"](media/a.svg)'
    )
    assert (
        '<table><thead><tr><th scope="col">x</th></tr></thead><tbody><tr><td>1</td></tr></tbody>'
        "</table>"
    ) == html("| x |\n| --- |\n| 1 |")


def test_words_within_a_line() -> None:
    assert "<p><strong>a</strong> <em>b</em><br>&lt;c&gt;</p>" == html("**a** *b*\\\n\\<c\\>")
    assert '<p><a href="https://a.vn/?x=1&amp;y=2">a</a></p>' == html("[a](https://a.vn/?x=1&y=2)")


def test_a_list_item_with_nothing_in_it_is_empty() -> None:
    empty = (rt.BulletList((rt.ListItem(()),)),)
    assert "<ul><li></li></ul>" == render_html(empty)
    assert "" == render_plain(empty)
