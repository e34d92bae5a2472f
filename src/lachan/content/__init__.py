"""Files to values: lessons, items, law, blueprints and settings of a content root."""

from lachan.content.catalogue import Content, Lawbook, NotFoundError, load_content, load_lawbook
from lachan.content.root import PACKAGED_ROOT, RootError, find_root
from lachan.content.settings import SETTINGS_FILE, Settings

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
