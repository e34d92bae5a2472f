"""What can go wrong on the way to a PDF, in words for whoever prints."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from lachan.errors import LachanError


class PrintError(LachanError):
    """A PDF could not be made; nothing was written."""


class MissingGlyphError(PrintError):
    """The text holds characters the print fonts lack; `characters` names them."""

    def __init__(self, title: str, characters: Iterable[str]) -> None:
        self.characters = frozenset(characters)
        shown = ", ".join(describe_character(c) for c in sorted(self.characters))
        super().__init__(
            f"Không in được “{title}”: phông chữ in không có {shown}. "
            "Hãy thay bằng chữ hoặc dấu thông thường rồi in lại."
        )


class PictureError(PrintError):
    """A picture that the text shows was not given or cannot be drawn."""


class PrintWarning(UserWarning):
    """Typst was not content with a page it made all the same."""


def describe_character(character: str) -> str:
    """Return a character with its code point and its Unicode name, for messages."""
    name = unicodedata.name(character, "kí tự điều khiển")
    shown = f"“{character}” " if character.isprintable() else ""
    return f"{shown}(U+{ord(character):04X}, {name})"
