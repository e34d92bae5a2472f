"""Where a node stands in the text of a YAML file, for what changes a few lines and no other."""

from __future__ import annotations

import yaml


def find_field(node: yaml.Node | None, name: str) -> yaml.Node | None:
    """Return the value of a field, None where there is none or `node` has no fields."""
    if not isinstance(node, yaml.MappingNode):
        return None
    return next((value for key, value in node.value if key.value == name), None)


def is_nothing(node: yaml.Node) -> bool:
    """Tell whether a field was written with nothing behind it."""
    return isinstance(node, yaml.ScalarNode) and node.value == "" and not node.style


def end_of(text: str, node: yaml.Node) -> int:
    """Return where a node's last character ends; a block takes in the blank lines below it."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return end_of(text, last[1] if isinstance(last, tuple) else last)
    start = node.start_mark.index
    return start + len(text[start : node.end_mark.index].rstrip())


def end_of_line(text: str, at: int) -> int:
    """Return where the line ends, a comment at its end included."""
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    return end - 1 if text[at:end].endswith("\r") else end


def start_of_line(text: str, at: int) -> int:
    """Return where the line begins."""
    return text.rfind("\n", 0, at) + 1


def indent_at(text: str, at: int) -> str:
    """Return the blanks with which a line begins."""
    line = text[start_of_line(text, at) : at]
    return line[: len(line) - len(line.lstrip())]


def newline_of(text: str) -> str:
    """Return how the file ends its lines."""
    return "\r\n" if "\r\n" in text else "\n"
