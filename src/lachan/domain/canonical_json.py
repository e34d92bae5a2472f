"""JSON written in one way only, for what is hashed or compared byte for byte."""

from __future__ import annotations

import json


def canonical_json(value: object) -> str:
    """Return JSON with sorted keys, no spaces and every character as itself.

    The same value gives the same text in every version of Python. Encode it in UTF-8 to hash it.
    """
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
