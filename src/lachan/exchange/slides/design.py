"""How our slides look: 16:9, the colours of docs/design-language.md, nothing below 24 points.

Lengths are points of a slide of 960 × 540.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

FONT = "Arial"
"""Every Office has it, and Liberation Sans, which LibreOffice takes for it, is as wide."""

LANGUAGE = "vi-VN"

SMALLEST = 24.0
TEXT_SIZES = (32.0, 28.0, SMALLEST)
"""Of a slide's text: the largest in which it stands on one slide, else the last."""

TITLE_SIZES = (36.0, 32.0, 28.0, SMALLEST)
COVER_SIZES = (54.0, 48.0, 42.0, *TITLE_SIZES)

WIDTH, HEIGHT = 960.0, 540.0
LEADING = 1.17
"""Height of a line, in sizes of its letters: Arial asks for 1.15."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the slide."""

    left: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.top + self.height


BAND = Box(0, 0, WIDTH, 12)
TITLE = Box(48, 20, 864, 86)
BODY = Box(48, 114, 864, 370)
FOOT = Box(48, 492, 764, 36)
NUMBER = Box(832, 492, 80, 36)
COVER_TITLE = Box(84, 130, 792, 180)
COVER_BODY = Box(84, 326, 792, 150)

COLUMN = Box(BODY.left, BODY.top, 500, BODY.height)
"""Where the text stands beside a picture."""
BESIDE = Box(572, BODY.top, 340, BODY.height)
"""Where a picture stands beside a text."""

INDENT = 1.6
"""Of a list's text, and of each list within a list, in sizes of its letters: "10." has room."""
GAP = 0.3
"""Above a paragraph, in sizes of its letters."""
TABLE_GAP = 12.0
CELL_SIDE, CELL_TOP = 8.0, 5.0
BUBBLE_SIDE, BUBBLE_TOP = 16.0, 5.0
BUBBLE_SHARE = 0.82
"""Of the width that there is, what the broadest message takes: the rest says whose side it is."""

# Light tokens of frontend/shared/tokens.css, without their #.
INK = "12303a"
INK_SOFT = "47606a"
WHITE = "ffffff"
PAGE = "f2f7f8"
LINE = "b9cbd1"
LINE_STRONG = "6b838d"
PRIMARY = "0b5a69"
PRIMARY_DARK = "073f4a"
PRIMARY_PALE = "e1f0f3"
ACCENT = "9a4a06"
ACCENT_PALE = "fff4e3"
RIGHT = "17663a"
RIGHT_PALE = "e6f5ec"


class Look(Enum):
    """What kind of slide it is; each is a layout of the file, with its name, ground and band."""

    COVER = ("Trang đầu", PRIMARY_PALE, PRIMARY)
    TEXT = ("Nội dung", WHITE, PRIMARY)
    HELP = ("Lưu ý và nơi giúp", ACCENT_PALE, ACCENT)
    QUESTION = ("Câu hỏi", PAGE, PRIMARY_DARK)
    ANSWER = ("Đáp án", RIGHT_PALE, RIGHT)

    def __init__(self, layout: str, ground: str, band: str) -> None:
        self.layout = layout
        self.ground = ground
        self.band = band
