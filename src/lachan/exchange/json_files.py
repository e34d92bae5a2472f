"""How JSON files are written here: the same value always gives the same bytes."""

from __future__ import annotations

import json


def render_json(value: object) -> bytes:
    """Return UTF-8 JSON with sorted keys, two spaces of indent and a newline at the end."""
    text = json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True)
    return f"{text}\n".encode()
