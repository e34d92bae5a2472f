"""What the desk says, as JSON for the browser."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass

import orjson

# The session's token travels in the cookie only.
HIDDEN = frozenset({"token"})


def render_reply(value: object) -> bytes:
    """Return the bytes of a JSON answer: a dataclass is an object, a time is in ISO 8601."""
    # A whole paper is an answer too, and at the start thousands are asked for at once: json took
    # a third of the room's time then.
    return orjson.dumps(value, _to_json, orjson.OPT_PASSTHROUGH_DATACLASS)


def _to_json(value: object) -> object:
    """Return one step towards JSON's own types; the encoder, which is fast, does the rest."""
    if is_dataclass(value) and not isinstance(value, type):
        shown = (each.name for each in fields(value) if each.name not in HIDDEN)
        return {name: getattr(value, name) for name in shown}
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"no part of an answer: {value!r}")
