"""The tree as plain text: for comparison, for messages, for spreadsheets."""

from __future__ import annotations

from collections.abc import Sequence

from lachan.domain.rich import text as rt


def render_plain(content: Sequence[rt.Block]) -> str:
    """Return the text without formatting; blocks are separated by one line break."""
    return "\n".join(line for block in content for line in _lines(block))


def _lines(block: rt.Block) -> list[str]:
    match block:
        case rt.Paragraph(children) | rt.Heading(_, children):
            return _inline(children).split("\n")
        case rt.BulletList(items):
            return [line for item in items for line in _marked("- ", item.children)]
        case rt.NumberedList(items, start):
            return [
                line
                for number, item in enumerate(items, start)
                for line in _marked(f"{number}. ", item.children)
            ]
        case rt.Quote(children):
            return [f"> {line}" for child in children for line in _lines(child)]
        case rt.Figure(_, alt):
            return [f"[{alt}]"]
        case rt.Table(header, rows):
            return [" | ".join(_inline(cell) for cell in row) for row in (header, *rows)]


def _marked(marker: str, children: Sequence[rt.Block]) -> list[str]:
    lines = [line for child in children for line in _lines(child)]
    indent = " " * len(marker)
    return [(marker if i == 0 else indent) + line for i, line in enumerate(lines)]


def _inline(children: Sequence[rt.Inline]) -> str:
    parts = []
    for child in children:
        match child:
            case rt.Text(value):
                parts.append(value)
            case rt.LineBreak():
                parts.append("\n")
            case rt.Strong(inner) | rt.Emphasis(inner) | rt.Link(_, inner):
                parts.append(_inline(inner))
    return "".join(parts)
