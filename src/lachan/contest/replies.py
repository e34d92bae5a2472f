"""What the desk says, as JSON for the browser."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from enum import Enum

# The session's token travels in the cookie only.
HIDDEN = frozenset({"token"})


def to_json(value: object) -> object:
    """Return `value` in JSON's own types: a dataclass as an object, a time in ISO 8601."""
    if is_dataclass(value) and not isinstance(value, type):
        shown = (each.name for each in fields(value) if each.name not in HIDDEN)
        return {name: to_json(getattr(value, name)) for name in shown}
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {str(key): to_json(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [to_json(each) for each in value]
    return value


def render_reply(value: object) -> bytes:
    """Return the bytes of a JSON answer."""
    text = json.dumps(to_json(value), ensure_ascii=False, separators=(",", ":"))
    return text.encode()
