"""Write docs/gioi-han.md from the table of limits in the code."""

from __future__ import annotations

from pathlib import Path

from lachan.limits.page import render_page

PAGE = Path(__file__).parents[1] / "docs" / "gioi-han.md"

if __name__ == "__main__":
    PAGE.write_text(render_page(), encoding="utf-8")
