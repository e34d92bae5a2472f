"""The parser takes the subset, names what lies outside, and never lets markup through."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lachan.domain.rich import text as rt
from lachan.markup import parse_rich_text, render_html, render_plain, to_nodes

ALLOWED_TAGS = {
    "p", "h3", "h4", "ul", "ol", "li", "blockquote", "figure", "img", "table", "thead", "tbody",
    "tr", "th", "td", "strong", "em", "a", "br",
}  # fmt: skip


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))


def test_every_construct_of_the_subset() -> None:
    source = (
        "Một **đậm** và *nghiêng*.\n\n- a\n- b\n  1. c\n\n> trích\n\n"
        "![hình](media/a.svg)\n\n### Nhỏ\n\n| x | y |\n| --- | --- |\n| 1 | [2](https://a.vn) |"
    )

    content, faults = parse_rich_text(source, in_lesson=True)

    assert () == faults
    kinds = [type(block) for block in content]
    assert [rt.Paragraph, rt.BulletList, rt.Quote, rt.Figure, rt.Heading, rt.Table] == kinds


def test_a_soft_line_break_is_a_space_and_a_backslash_a_break() -> None:
    content, _ = parse_rich_text("một\nhai\\\nba")

    assert "một hai\nba" == render_plain(content)


@pytest.mark.parametrize(
    "source", ['#read("/etc/passwd")', "$x^2$", "@nhan", "\\#eval", "5 < 6 & 7 > 3", "[chú]"]
)
def test_signs_of_other_languages_are_plain_text(source: str) -> None:
    content, faults = parse_rich_text(source)

    assert () == faults
    assert source.removeprefix("\\") == render_plain(content)


def test_faults_carry_the_line_within_the_text() -> None:
    _, faults = parse_rich_text("một\n\nhai\n\n`ba`")

    assert [("MK002", 4)] == [(fault.code, fault.line) for fault in faults]


@given(st.text(max_size=300))
def test_any_text_gives_safe_html_only(source: str) -> None:
    content, _ = parse_rich_text(source, in_lesson=True)
    tags = _Tags()
    tags.feed(render_html(content))

    assert {tag for tag, _ in tags.seen} <= ALLOWED_TAGS
    for _, attributes in tags.seen:
        assert set(attributes) <= {"href", "src", "alt", "start", "scope"}
        assert not (attributes.get("href") or "").lower().startswith(("javascript:", "data:"))


@given(st.lists(st.sampled_from(["<b>", "**", "*", "`", "[a](x)", "# ", "- ", "|", "\n", "chữ"])))
def test_writers_agree_on_whatever_was_parsed(parts: list[str]) -> None:
    content, _ = parse_rich_text(" ".join(parts), in_lesson=True)

    assert len(content) == len(to_nodes(content))
    render_plain(content)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "//la.vn", "vbscript:x"]
)
def test_unsafe_links_are_refused(url: str) -> None:
    content, faults = parse_rich_text(f"[chữ]({url})")

    assert ["MK007"] == [fault.code for fault in faults]
    assert '<p><a href="">chữ</a></p>' == render_html(content)


@given(st.text(alphabet="aạĐ1 .,;:?!…()/%“”‘’'\"–—-+#_~|=>&\t\n\u00a0", max_size=20))
def test_a_plain_line_is_read_as_it_would_be_among_others(source: str) -> None:
    # The strong word before it makes the whole reader look at both.
    content, faults = parse_rich_text(f"**đầu**\n\n{source}")

    assert parse_rich_text(source) == (
        content[1:],
        tuple(replace(fault, line=fault.line - 2) for fault in faults),
    )
