"""JSON nodes back to the tree: what `to_nodes` wrote is read without a change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lachan.domain.rich import text as rt


def from_nodes(nodes: Sequence[Any]) -> rt.RichText:
    """Return the tree of JSON nodes.

    Raises
    ------
    ValueError, KeyError, TypeError
        If they are no nodes that `to_nodes` writes.
    """
    return tuple(_block(node) for node in nodes)


def _block(node: Any) -> rt.Block:
    match node["type"]:
        case "paragraph":
            return rt.Paragraph(_inlines(node["children"]))
        case "heading":
            return rt.Heading(int(node["level"]), _inlines(node["children"]))
        case "bullet_list":
            return rt.BulletList(_items(node["items"]))
        case "numbered_list":
            return rt.NumberedList(_items(node["items"]), int(node["start"]))
        case "quote":
            return rt.Quote(from_nodes(node["children"]))
        case "figure":
            return rt.Figure(str(node["path"]), str(node["alt"]))
        case "table":
            rows = tuple(tuple(_inlines(cell) for cell in row) for row in node["rows"])
            return rt.Table(tuple(_inlines(cell) for cell in node["header"]), rows)
        case kind:
            raise ValueError(f"{kind!r} is no block")


def _items(items: Sequence[Any]) -> tuple[rt.ListItem, ...]:
    return tuple(rt.ListItem(from_nodes(children)) for children in items)


def _inlines(nodes: Sequence[Any]) -> tuple[rt.Inline, ...]:
    return tuple(_inline(node) for node in nodes)


def _inline(node: Any) -> rt.Inline:
    match node["type"]:
        case "text":
            return rt.Text(str(node["value"]))
        case "strong":
            return rt.Strong(_inlines(node["children"]))
        case "emphasis":
            return rt.Emphasis(_inlines(node["children"]))
        case "link":
            return rt.Link(str(node["url"]), _inlines(node["children"]))
        case "break":
            return rt.LineBreak()
        case kind:
            raise ValueError(f"{kind!r} is no inline")
