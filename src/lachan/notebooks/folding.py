"""What only teachers read is folded in a notebook: one line until it is opened."""

from __future__ import annotations

import re
from html import escape, unescape

# JupyterLab lets these through its sanitizer; they stand out on light and dark pages.
_LOOK = "border-left: 4px solid #0b7285; padding: 4px 12px"
_FOLD = re.compile(
    r"<details[^>\n]*><summary><strong>(?P<heading>[^\n]*)</strong></summary>"
    r"(?P<rest>\n.*)</details>\s*",
    re.DOTALL,
)


def fold(heading: str, markdown: str) -> str:
    """Return Markdown that JupyterLab shows as a note under its heading, folded."""
    summary = f"<summary><strong>{escape(heading, quote=False)}</strong></summary>"
    return f'<details style="{_LOOK}">{summary}\n\n{markdown}\n\n</details>'


def unfold(source: str) -> str:
    """Return a cell's Markdown with a folded note's summary as its heading, line for line."""
    folded = _FOLD.fullmatch(source)
    if folded is None:
        return source
    return f"### {unescape(folded['heading'])}{folded['rest'].rstrip()}"
