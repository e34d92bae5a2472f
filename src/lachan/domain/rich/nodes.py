"""The tree as JSON nodes, for stored files, Typst templates and browsers.

Every revision hashes these names (`domain.revisions`) and frozen contests hold them: a new kind of
node may come, but what is written for those there are stays as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypedDict

from lachan.domain.rich import text as rt


class TextNode(TypedDict):
    type: Literal["text"]
    value: str


class StrongNode(TypedDict):
    type: Literal["strong"]
    children: list[InlineNode]


class EmphasisNode(TypedDict):
    type: Literal["emphasis"]
    children: list[InlineNode]


class LinkNode(TypedDict):
    type: Literal["link"]
    url: str
    children: list[InlineNode]


class BreakNode(TypedDict):
    type: Literal["break"]


class ParagraphNode(TypedDict):
    type: Literal["paragraph"]
    children: list[InlineNode]


class HeadingNode(TypedDict):
    type: Literal["heading"]
    level: int
    children: list[InlineNode]


class BulletListNode(TypedDict):
    type: Literal["bullet_list"]
    items: list[list[BlockNode]]


class NumberedListNode(TypedDict):
    type: Literal["numbered_list"]
    start: int
    items: list[list[BlockNode]]


class QuoteNode(TypedDict):
    type: Literal["quote"]
    children: list[BlockNode]


class FigureNode(TypedDict):
    type: Literal["figure"]
    path: str
    alt: str


class TableNode(TypedDict):
    """A table; each cell is inline content."""

    type: Literal["table"]
    header: list[list[InlineNode]]
    rows: list[list[list[InlineNode]]]


InlineNode = TextNode | StrongNode | EmphasisNode | LinkNode | BreakNode
BlockNode = (
    ParagraphNode
    | HeadingNode
    | BulletListNode
    | NumberedListNode
    | QuoteNode
    | FigureNode
    | TableNode
)


def to_nodes(content: Sequence[rt.Block]) -> list[BlockNode]:
    """Return the blocks as JSON-ready nodes; each has ``type`` and that type's fields."""
    return [_block_node(block) for block in content]


def inline_nodes(children: Sequence[rt.Inline]) -> list[InlineNode]:
    """Return inline content as JSON-ready nodes."""
    return [_inline_node(child) for child in children]


def _block_node(block: rt.Block) -> BlockNode:
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


def _inline_node(inline: rt.Inline) -> InlineNode:
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
