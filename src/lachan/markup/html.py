"""The tree as HTML. Text is escaped here and nowhere else, so no content can become markup."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from lachan.domain.rich import text as rt

ResolveImage = Callable[[str], str]


def render_html(
    content: Sequence[rt.Block], *, resolve_image: ResolveImage = lambda path: path
) -> str:
    """Return HTML for the blocks.

    Parameters
    ----------
    resolve_image
        Turns a figure's path into a URL, for example a data URL in an offline page.
    """
    return "".join(_block(block, resolve_image) for block in content)


def render_inline_html(children: Sequence[rt.Inline]) -> str:
    """Return HTML for inline content."""
    return "".join(_inline(child) for child in children)


def _block(block: rt.Block, resolve: ResolveImage) -> str:
    match block:
        case rt.Paragraph(children):
            return f"<p>{render_inline_html(children)}</p>"
        case rt.Heading(level, children):
            return f"<h{level}>{render_inline_html(children)}</h{level}>"
        case rt.BulletList(items):
            return f"<ul>{_items(items, resolve)}</ul>"
        case rt.NumberedList(items, start):
            attribute = "" if start == 1 else f' start="{start}"'
            return f"<ol{attribute}>{_items(items, resolve)}</ol>"
        case rt.Quote(children):
            return f"<blockquote>{render_html(children, resolve_image=resolve)}</blockquote>"
        case rt.Figure(path, alt):
            return f'<figure><img src="{escape(resolve(path))}" alt="{escape(alt)}"></figure>'
        case rt.Table(header, rows):
            head = "".join(f'<th scope="col">{render_inline_html(cell)}</th>' for cell in header)
            body = "".join(f"<tr>{_cells(row)}</tr>" for row in rows)
            return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _items(items: Sequence[rt.ListItem], resolve: ResolveImage) -> str:
    return "".join(f"<li>{_item(item.children, resolve)}</li>" for item in items)


def _item(children: Sequence[rt.Block], resolve: ResolveImage) -> str:
    # A list item of one paragraph is set tight, as Markdown does.
    if children and isinstance(children[0], rt.Paragraph):
        first = render_inline_html(children[0].children)
        return first + render_html(children[1:], resolve_image=resolve)
    return render_html(children, resolve_image=resolve)


def _cells(row: Sequence[Sequence[rt.Inline]]) -> str:
    return "".join(f"<td>{render_inline_html(cell)}</td>" for cell in row)


def _inline(inline: rt.Inline) -> str:
    match inline:
        case rt.Text(value):
            return escape(value)
        case rt.Strong(children):
            return f"<strong>{render_inline_html(children)}</strong>"
        case rt.Emphasis(children):
            return f"<em>{render_inline_html(children)}</em>"
        case rt.Link(url, children):
            return f'<a href="{escape(url)}">{render_inline_html(children)}</a>'
        case rt.LineBreak():
            return "<br>"
