"""Slides have the colours of all our screens, and boxes that do not run into each other."""

from __future__ import annotations

import re
from pathlib import Path

from lachan.exchange.slides import design
from lachan.exchange.slides.design import BESIDE, BODY, COLUMN, FOOT, NUMBER, TITLE

TOKENS = {
    "ink": design.INK,
    "ink-soft": design.INK_SOFT,
    "card": design.WHITE,
    "page": design.PAGE,
    "line": design.LINE,
    "primary": design.PRIMARY,
    "primary-dark": design.PRIMARY_DARK,
    "primary-pale": design.PRIMARY_PALE,
    "accent": design.ACCENT,
    "accent-pale": design.ACCENT_PALE,
    "right": design.RIGHT,
    "right-pale": design.RIGHT_PALE,
}


def test_colours_are_the_light_tokens(repository: Path) -> None:
    style = (repository / "src/lachan/frontend/shared/tokens.css").read_text("utf-8")
    light, _ = style.split("@media", 1)
    found = dict(re.findall(r"--lc-([a-z-]+): #([0-9a-f]{6});", light))

    assert TOKENS == {name: found[name] for name in TOKENS}


def test_boxes_stand_apart_within_the_slide() -> None:
    assert design.BAND.bottom < TITLE.top < TITLE.bottom < BODY.top < BODY.bottom < FOOT.top
    assert FOOT.bottom < design.HEIGHT
    assert FOOT.left + FOOT.width < NUMBER.left
    assert COLUMN.left + COLUMN.width < BESIDE.left
    assert BESIDE.left + BESIDE.width == BODY.left + BODY.width == NUMBER.left + NUMBER.width


def test_ink_is_read_on_every_ground() -> None:
    for look in design.Look:
        for ink in (design.INK, design.INK_SOFT, design.PRIMARY, design.PRIMARY_DARK):
            assert _contrast(ink, look.ground) >= 4.5


def _contrast(first: str, second: str) -> float:
    """WCAG 2.2, relative luminance and contrast ratio."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
