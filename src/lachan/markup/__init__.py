"""Rich text: one parser of a Markdown subset, and writers of the tree it gives."""

from lachan.domain.rich.node_reader import from_nodes
from lachan.domain.rich.nodes import to_nodes
from lachan.domain.rich.plain import render_plain
from lachan.markup.html import render_html, render_inline_html
from lachan.markup.parser import MarkupFault, parse_rich_text
from lachan.markup.walk import find_figures, find_links

__all__ = [
    "MarkupFault",
    "find_figures",
    "find_links",
    "from_nodes",
    "parse_rich_text",
    "render_html",
    "render_inline_html",
    "render_plain",
    "to_nodes",
]
