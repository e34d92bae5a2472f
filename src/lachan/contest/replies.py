"""What the desk says, as JSON for the browser."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime

# The session's token travels in the cookie only.
HIDDEN = frozenset({"token"})


def render_reply(value: object) -> bytes:
    """Return the bytes of a JSON answer: a dataclass is an object, a time is in ISO 8601."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_to_json)
    return text.encode()


def _to_json(value: object) -> object:
    """Return one step towards JSON's own types; the encoder, which is fast, does the rest."""
    if is_dataclass(value) and not isinstance(value, type):
        shown = (each.name for each in fields(value) if each.name not in HIDDEN)
        return {name: getattr(value, name) for name in shown}
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"no part of an answer: {value!r}")
