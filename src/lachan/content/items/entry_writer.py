"""Put one item into the text of a file of items; every other line stays as its author left it.

An entry is an item as the YAML reader gives it: text, lists and fields, whatever they say.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from lachan.content.diagnostics import Diagnostics
from lachan.content.items.entry_text import FIELD_ORDER, render_entry, render_field, without_empty
from lachan.content.yaml.places import end_of, end_of_line, find_field, is_nothing, start_of_line
from lachan.content.yaml.source import LOADER, parse_yaml
from lachan.errors import LachanError

Entry = Mapping[str, Any]

_HEAD = "items:\n"
_DASH = "  - "


class EntryPlaceError(LachanError):
    """A file of items in which an item cannot be put by a program."""


def read_entries(text: str, file: str) -> list[dict[str, Any]]:
    """Return the entries of a file's text that have an id; what cannot be read has none."""
    data = parse_yaml(text, file, Diagnostics())
    listed = data.get("items") if isinstance(data, dict) else None
    entries = listed if isinstance(listed, list) else []
    return [each for each in entries if isinstance(each, dict) and each.get("id")]


def put_entry(text: str, entry: Entry, file: str, replaces: str = "") -> str:
    """Return the text with `entry` in the place of the one it replaces, or behind the last one.

    Fields that say what they said before keep their lines, with their comments and their layout;
    only a field that changed is written anew.

    Parameters
    ----------
    text
        The file as it is; empty for a new one.
    replaces
        The id under which the item stands there; its own where nothing is said.

    Raises
    ------
    EntryPlaceError
        Where the file is not a list of items, one below the other.
    """
    if not text.strip():
        return _HEAD + _as_listed(render_entry(entry), _DASH)
    items = _find_items(text, file)
    if not _holds(items):
        before, after = text[: items.start_mark.index], text[items.end_mark.index :] or "\n"
        return f"{before.rstrip()}\n{_as_listed(render_entry(entry), _DASH).rstrip()}{after}"
    nodes = _list_nodes(items, file)
    name = replaces or str(entry.get("id"))
    node = next((each for each in nodes if _id_of(each) == name), None)
    dash = _dash_before(text, nodes[0])
    if node is None:
        at = end_of_line(text, end_of(text, nodes[-1]))
        return (
            f"{text[:at]}\n\n{_as_listed(render_entry(entry), dash).rstrip()}{text[at:] or chr(10)}"
        )
    start, end = node.start_mark.index, end_of_line(text, end_of(text, node))
    written = _merge(text[start:end], node, entry)
    return text[:start] + _indent(written, " " * len(dash)) + text[end:]


def drop_entry(text: str, item_id: str, file: str) -> str:
    """Return the text without an item; comments above it stay, while other items do.

    Raises
    ------
    EntryPlaceError
        Where the file is not a list of items, one below the other.
    """
    items = _find_items(text, file)
    nodes = _list_nodes(items, file) if _holds(items) else []
    node = next((each for each in nodes if _id_of(each) == item_id), None)
    if node is None:
        return text
    end = end_of_line(text, end_of(text, nodes[-1]))
    if len(nodes) == 1:
        return f"{text[: text.rindex('items:', 0, items.start_mark.index)]}items: []{text[end:]}"
    start = start_of_line(text, node.start_mark.index)
    after = text[end_of_line(text, end_of(text, node)) + 1 :]
    return (text[:start].rstrip("\n") + "\n\n" + after.lstrip("\n")).rstrip("\n") + "\n"


def _find_items(text: str, file: str) -> yaml.Node:
    try:
        root = yaml.compose(text, Loader=LOADER)
    except yaml.YAMLError as error:
        message = f"{file}: tệp này đang có lỗi YAML, chưa ghi được gì; hãy chạy lachan check"
        raise EntryPlaceError(message) from error
    items = find_field(root, "items")
    if items is None:
        raise EntryPlaceError(f'{file}: tệp câu hỏi cần có trường "items"; chưa ghi được gì')
    return items


def _holds(items: yaml.Node) -> bool:
    return not is_nothing(items) and not (isinstance(items, yaml.SequenceNode) and not items.value)


def _list_nodes(items: yaml.Node, file: str) -> list[yaml.MappingNode]:
    nodes = items.value if isinstance(items, yaml.SequenceNode) and not items.flow_style else None
    if nodes is None or not all(isinstance(each, yaml.MappingNode) for each in nodes):
        message = f'{file}: "items" phải là danh sách, mỗi câu mở đầu bằng một dòng "- "'
        raise EntryPlaceError(f"{message}; hãy sửa tệp bằng tay rồi mở lại")
    return list(nodes)


def _id_of(node: yaml.MappingNode) -> str:
    found = find_field(node, "id")
    return str(found.value) if isinstance(found, yaml.ScalarNode) else ""


def _dash_before(text: str, node: yaml.Node) -> str:
    """Return what stands before the first field of the list's entries: blanks and a dash."""
    at = node.start_mark.index
    written = text[start_of_line(text, at) : at]
    return written if written.strip() == "-" else _DASH


def _as_listed(body: str, dash: str) -> str:
    return dash + _indent(body, " " * len(dash))


def _indent(body: str, blanks: str) -> str:
    """Return the lines with blanks before all but the first; empty ones stay empty."""
    first, *others = body.split("\n")
    return "\n".join([first, *(f"{blanks}{line}" if line.strip() else line for line in others)])


def _merge(written: str, node: yaml.MappingNode, entry: Entry) -> str:
    """Return an entry whose unchanged fields are those of `written`, without its indent."""
    if node.flow_style or not node.value:
        return render_entry(entry).rstrip("\n")
    margin = node.start_mark.column
    plain = "\n".join(_outdent(line, margin) for line in written.split("\n"))
    former = next(iter(read_entries(f"items:\n- {_indent(plain, '  ')}\n", "")), None)
    parts = dict(_split_fields(plain))
    wanted = without_empty(entry)
    if former is None:
        return render_entry(entry).rstrip("\n")
    lines = [
        parts[name]
        if name in parts and without_empty(former[name]) == wanted.get(name, former[name])
        else _comment_of(parts.get(name, "")) + render_field(name, value)
        for name, value in _in_order(former, wanted)
    ]
    return "".join(lines).rstrip("\n")


def _outdent(line: str, margin: int) -> str:
    return line[margin:] if not line[:margin].strip() else line


def _split_fields(plain: str) -> Iterator[tuple[str, str]]:
    """Yield each field with its lines, the comments above it first."""
    node = yaml.compose(plain, Loader=LOADER)
    start = 0
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        end = end_of_line(plain, max(end_of(plain, value), key.end_mark.index)) + 1
        yield key.value, plain[start:end].rstrip("\n") + "\n"
        start = end


def _comment_of(lines: str) -> str:
    """Return the lines above a field: comments and blank lines."""
    above = itertools.takewhile(_says_nothing, lines.splitlines(keepends=True))
    return "".join(above)


def _says_nothing(line: str) -> bool:
    return not line.strip() or line.startswith("#")


def _in_order(former: Entry, wanted: Entry) -> Iterator[tuple[str, Any]]:
    """Yield the fields in the order of their author; new ones where the format puts them."""
    names = [name for name in former if name in wanted or former[name] is None]
    for name in wanted:
        if name not in names:
            names.insert(_find_slot(name, names), name)
    for name in names:
        yield name, wanted.get(name)


def _find_slot(name: str, names: list[str]) -> int:
    """Return where a new field goes: behind the last of those that the format puts before it."""
    if name not in FIELD_ORDER:
        return len(names)
    before = FIELD_ORDER[: FIELD_ORDER.index(name)]
    return max((names.index(each) + 1 for each in before if each in names), default=0)
