"""What a browser is told, as JSON: items without keys, feedback, lessons, charts, a live class.

The types of what is told are TypedDicts, and what a page's widget holds names its own by
``tag(wire=…)``: ``tools/wire_types.py`` writes frontend/wire.d.ts from them for the browser's side.
"""

from typing import TypedDict


class NothingJson(TypedDict):
    """An empty object, where there is nothing to show yet."""
