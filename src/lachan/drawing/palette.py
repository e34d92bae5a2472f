"""The colours of every picture: one table, flat, told apart in print without colour."""

from __future__ import annotations

PALETTE = {
    "ink": "#1f2f38",
    "white": "#fff",
    "cream": "#fbf0dc",
    "wall": "#f1dfbf",
    "mist": "#e4ecec",
    "sky": "#d3eaf2",
    "line": "#93a7ad",
    "skin-light": "#f7d3b2",
    "skin-tan": "#e6b48c",
    "skin-brown": "#c99068",
    "rose": "#e08a7e",
    "hair": "#2c2a2e",
    "hair-brown": "#5d4131",
    "hair-grey": "#8d969d",
    "red": "#c23f38",
    "navy": "#2e4a6d",
    "blue": "#7fb4d2",
    "teal": "#2f7f86",
    "leaf-dark": "#4f8a58",
    "leaf": "#b4d59d",
    "sun": "#f4c95f",
    "orange": "#dd8a3e",
    "wood": "#b68a5c",
    "plum": "#8d6b9c",
}
"""Name → colour, at most 24. Pictures name colours, never write them."""


def grey(name: str) -> float:
    """Return how light a colour is on a black-and-white print, 0 (black) to 1 (white)."""
    value = PALETTE[name].removeprefix("#")
    value = value if len(value) == 6 else "".join(letter * 2 for letter in value)
    red, green, blue = (int(value[i : i + 2], 16) / 255 for i in (0, 2, 4))
    return 0.299 * red + 0.587 * green + 0.114 * blue
