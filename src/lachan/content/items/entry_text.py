"""An item's entry as the YAML that an author would have written: block by block, in one order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from lachan.text import to_nfc

# As docs/formats.md lists them; what the format does not know stands last.
FIELD_ORDER = (
    *("id", "type", "use", "status", "level", "objective", "grades", "lang", "stimulus"),
    *("stem", "media", "choices", "statements", "pairs", "extra", "steps", "scenes", "chat"),
    *("key", "accepted", "unit", "reason", "rubric", "guide", "words"),
    *("skill", "citations", "seconds", "sensitivity", "enemies", "group"),
    *("reviews", "overrides"),
)

_LONGEST_LINE = 100


def render_entry(entry: Mapping[str, Any]) -> str:
    """Return an entry as YAML that reads back to the same text; empty fields are left out."""
    shown = without_empty(entry)
    known = [name for name in FIELD_ORDER if name in shown]
    others = [name for name in shown if name not in FIELD_ORDER]
    return "".join(render_field(name, shown[name]) for name in (*known, *others))


def render_field(name: str, value: Any) -> str:
    """Return one field of an entry as YAML, with the end of its last line."""
    return yaml.dump(
        {to_nfc(name): value},
        Dumper=_Writer,
        allow_unicode=True,
        default_flow_style=False,
        sort_keys=False,
        width=_LONGEST_LINE,
    )


def without_empty(value: Any) -> Any:
    """Return the value without what says nothing: None, "", and lists and fields that are empty.

    Entries of a list stay, empty or not: those behind them would take their places.
    """
    if isinstance(value, Mapping):
        kept = {name: without_empty(each) for name, each in value.items()}
        return {name: each for name, each in kept.items() if each not in (None, "", [], {})}
    if isinstance(value, list | tuple):
        return [without_empty(each) for each in value]
    return value


class _Writer(yaml.BaseDumper):
    """Writes every scalar as the text it is: the reader takes nothing for a number or a flag."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        """Set lists in from the field that they belong to."""
        super().increase_indent(flow, indentless=False)

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        """Write what is said twice twice."""
        return True


def _write_text(writer: _Writer, text: Any) -> yaml.Node:
    written = to_nfc(str(text))
    # What a plain loader would take for nothing.
    style = '"' if written in ("", "~", "null") else "|" if "\n" in written.strip() else None
    return writer.represent_scalar("tag:yaml.org,2002:str", written, style=style)


def _write_list(writer: _Writer, values: Sequence[Any]) -> yaml.Node:
    plain = all(isinstance(each, str) for each in values)
    return writer.represent_sequence("tag:yaml.org,2002:seq", values, flow_style=plain)


def _write_fields(writer: _Writer, fields: Mapping[str, Any]) -> yaml.Node:
    return writer.represent_mapping("tag:yaml.org,2002:map", fields.items(), flow_style=False)


_Writer.add_representer(str, _write_text)
_Writer.add_representer(list, _write_list)
_Writer.add_representer(tuple, _write_list)
_Writer.add_representer(dict, _write_fields)
_Writer.add_representer(
    type(None), lambda writer, _: writer.represent_scalar("tag:yaml.org,2002:str", "", style=None)
)
