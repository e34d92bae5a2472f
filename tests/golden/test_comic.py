"""A whole strip is drawn to the very bytes that someone last looked at and agreed to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from lachan.content import load_content
from lachan.drawing import strip_svg

SAMPLE = Path(__file__).parents[1] / "content/sample"


def test_a_strip_is_drawn_as_agreed(check_golden: Callable[[str, str], None]) -> None:
    [comic] = load_content(SAMPLE).comics

    # An element a line, so that a difference can be read.
    check_golden("truyen-tranh.svg", strip_svg(comic).replace("><", ">\n<") + "\n")
