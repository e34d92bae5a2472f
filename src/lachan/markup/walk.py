"""Find what a text points at: links and figures, in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lachan.domain.rich import text as rt


def find_links(content: Sequence[rt.Block]) -> list[str]:
    """Return the URLs of all links."""
    return [inline.url for inline in _inlines(content) if isinstance(inline, rt.Link)]


def find_figures(content: Sequence[rt.Block]) -> list[rt.Figure]:
    """Return all figures."""
    return [block for block in iter_blocks(content) if isinstance(block, rt.Figure)]


def iter_blocks(content: Sequence[rt.Block]) -> Iterator[rt.Block]:
    """Yield every block, containers before what they hold."""
    for block in content:
        yield block
        match block:
            case rt.BulletList(items) | rt.NumberedList(items):
                for item in items:
                    yield from iter_blocks(item.children)
            case rt.Quote(children):
                yield from iter_blocks(children)
            case _:
                pass


def _inlines(content: Sequence[rt.Block]) -> Iterator[rt.Inline]:
    for block in iter_blocks(content):
        match block:
            case rt.Paragraph(children) | rt.Heading(_, children):
                yield from _descend(children)
            case rt.Table(header, rows):
                for cell in (*header, *(cell for row in rows for cell in row)):
                    yield from _descend(cell)
            case _:
                pass


def _descend(children: Sequence[rt.Inline]) -> Iterator[rt.Inline]:
    for child in children:
        yield child
        if isinstance(child, rt.Strong | rt.Emphasis | rt.Link):
            yield from _descend(child.children)
