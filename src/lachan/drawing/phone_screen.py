"""A phone that fills a panel: its messages as bubbles, its battery in the corner."""

from __future__ import annotations

from lachan.domain.comic_words import Time
from lachan.domain.comics import PhoneScreen, Sender
from lachan.drawing.faults import DoesNotFitError
from lachan.drawing.lettering import LEADING, break_lines, write_lines, write_word
from lachan.drawing.pen import INNER, OUTLINE, Matrix, Pen

_LEFT, _WIDTH, _TOP = 34.0, 332.0, 14.0
_HEAD = 46.0
_BUBBLE = 262.0
_LOW = 15
_NAME_LINES = 2


def draw_phone(
    pen: Pen, phone: PhoneScreen, time: Time, height: float, top: float, *, blank: bool = False
) -> None:
    """Draw the phone from `top` down beyond the panel's lower edge.

    Raises
    ------
    DoesNotFitError
        With the first message that has no room.
    """
    at = Matrix()
    pen.box((0, 0), (400, height), at, "navy" if time is Time.NIGHT else "wall", line=None)
    # A hand holds it from below.
    pen.path(
        f"M{_LEFT + _WIDTH - 6} {height * 0.62}C{_LEFT + _WIDTH + 34} {height * 0.66} 400 {height * 0.8} 396 {height + 10}L330 {height + 10}Z",
        at,
        "skin-tan",
        width=OUTLINE,
    )
    pen.box((_LEFT - 10, top), (_WIDTH + 20, height + 60), at, "ink", radius=26)
    pen.box((_LEFT, top + 11), (_WIDTH, height + 40), at, "white", radius=17)
    name = break_lines(phone.other, _WIDTH - 134)
    if len(name.texts) > _NAME_LINES:
        raise DoesNotFitError(phone.other, (len(name.texts) - _NAME_LINES) * LEADING)
    head = _HEAD + (len(name.texts) - 1) * LEADING
    pen.path(
        f"M{_LEFT} {top + 11 + head}L{_LEFT} {top + 28}Q{_LEFT} {top + 11} {_LEFT + 17} {top + 11}"
        f"L{_LEFT + _WIDTH - 17} {top + 11}Q{_LEFT + _WIDTH} {top + 11} {_LEFT + _WIDTH} {top + 28}L{_LEFT + _WIDTH} {top + 11 + head}Z",
        at,
        "teal",
        line=None,
    )
    pen.ellipse((_LEFT + 28, top + 34), (14, 14), at, "mist", width=INNER)
    pen.ellipse((_LEFT + 28, top + 30), (5, 5.5), at, "line", line=None)
    pen.path(
        f"M{_LEFT + 18} {top + 43}Q{_LEFT + 28} {top + 31} {_LEFT + 38} {top + 43}Z",
        at,
        "line",
        line=None,
    )
    write_lines(pen, name, (_LEFT + 52, top + 23), centred=False, colour="white")
    _draw_battery(pen, at, phone.battery, top)
    _draw_messages(pen, phone, height, top + 11 + head, blank=blank)


def _draw_battery(pen: Pen, at: Matrix, percent: int, top: float) -> None:
    x = _LEFT + _WIDTH - 40
    pen.box((x, top + 27), (26, 13), at, "ink", line="white", radius=3)
    pen.box((x + 26, top + 31), (3, 5), at, "white", line=None)
    fill = max(2.0, 22 * percent / 100)
    pen.box((x + 2, top + 29), (fill, 9), at, "red" if percent <= _LOW else "leaf", line=None)
    write_word(pen, f"{percent} %", (x - 24, top + 40), 16, colour="white")


def _draw_messages(pen: Pen, phone: PhoneScreen, height: float, top: float, *, blank: bool) -> None:
    at, y = Matrix(), top + 10
    for message in phone.messages:
        lines = break_lines(message.text, _BUBBLE - 24)
        w, h = lines.width + 24, lines.height + 14
        mine = message.sender is Sender.ME
        x = _LEFT + _WIDTH - 10 - w if mine else _LEFT + 10
        if y + h > height - 6:
            raise DoesNotFitError(message.text, y + h - height + 6)
        pen.path(_bubble(x, y, w, h, mine=mine), at, "leaf" if mine else "mist", width=INNER)
        if not blank:
            write_lines(pen, lines, (x + 12, y + 6), centred=False)
        y += h + 9


def _bubble(x: float, y: float, w: float, h: float, *, mine: bool) -> str:
    """A rounded box with one sharp corner, at the side of who wrote it."""
    r = 13.0
    left, right = (r, 2.0) if mine else (2.0, r)
    return (
        f"M{x + r} {y}L{x + w - r} {y}Q{x + w} {y} {x + w} {y + r}L{x + w} {y + h - right}"
        f"Q{x + w} {y + h} {x + w - right} {y + h}L{x + left} {y + h}Q{x} {y + h} {x} {y + h - left}"
        f"L{x} {y + r}Q{x} {y} {x + r} {y}Z"
    )
