"""The tree as JSON nodes, for stored files, Typst templates and browsers.

Every revision hashes these names (`domain.revisions`) and frozen contests hold them: a new kind of
node may come, but what is written for those there are stays as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lachan.domain.rich import text as rt

Node = dict[str, Any]


def to_nodes(content: Sequence[rt.Block]) -> list[Node]:
    """Return the blocks as JSON-ready nodes; each has ``type`` and that type's fields."""
    return [_block_node(block) for block in content]


def inline_nodes(children: Sequence[rt.Inline]) -> list[Node]:
    """Return inline content as JSON-ready nodes."""
    return [_inline_node(child) for child in children]


def _block_node(block: rt.Block) -> Node:
    match block:
        case rt.Paragraph(children):
            return {"type": "paragraph", "children": inline_nodes(children)}
        case rt.Heading(level, children):
            return {"type": "heading", "level": level, "children": inline_nodes(children)}
        case rt.BulletList(items):
            return {"type": "bullet_list", "items": [to_nodes(i.children) for i in items]}
        case rt.NumberedList(items, start):
            return {
                "type": "numbered_list",
                "start": start,
                "items": [to_nodes(i.children) for i in items],
            }
        case rt.Quote(blocks):
            return {"type": "quote", "children": to_nodes(blocks)}
        case rt.Figure(path, alt):
            return {"type": "figure", "path": path, "alt": alt}
        case rt.Table(header, rows):
            return {
                "type": "table",
                "header": [inline_nodes(cell) for cell in header],
                "rows": [[inline_nodes(cell) for cell in row] for row in rows],
            }


def _inline_node(inline: rt.Inline) -> Node:
    match inline:
        case rt.Text(value):
            return {"type": "text", "value": value}
        case rt.Strong(children):
            return {"type": "strong", "children": inline_nodes(children)}
        case rt.Emphasis(children):
            return {"type": "emphasis", "children": inline_nodes(children)}
        case rt.Link(url, children):
            return {"type": "link", "url": url, "children": inline_nodes(children)}
        case rt.LineBreak():
            return {"type": "break"}
