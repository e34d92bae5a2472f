"""Files to values: lessons, items, law, blueprints and settings of a content root.

Finding the root imports nothing heavy. What reads files, with pydantic and a Markdown parser
below it, is loaded by the first use of its name; so a command that was only asked for its help
does not pay for it.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from lachan.content.root import PACKAGED_ROOT, SETTINGS_FILE, RootError, find_root

if TYPE_CHECKING:
    from lachan.content.catalogue import (
        Content,
        Lawbook,
        NotFoundError,
        load_content,
        load_lawbook,
    )
    from lachan.content.settings import Settings

__all__ = [
    "PACKAGED_ROOT",
    "SETTINGS_FILE",
    "Content",
    "Lawbook",
    "NotFoundError",
    "RootError",
    "Settings",
    "find_root",
    "load_content",
    "load_lawbook",
]

_LATE = {
    "Content": "catalogue",
    "Lawbook": "catalogue",
    "NotFoundError": "catalogue",
    "load_content": "catalogue",
    "load_lawbook": "catalogue",
    "Settings": "settings",
}


def __getattr__(name: str) -> Any:
    if name not in _LATE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_LATE[name]}"), name)
