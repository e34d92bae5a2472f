"""The page on which everyone looks the law up, as one file that needs no network."""

from __future__ import annotations

from lachan.content import Content
from lachan.frontend import render_script_json
from lachan.wire.law import law_json
from lachan.workflows.offline_page import render_offline_page


def make_law_page(content: Content) -> str:
    """Return a self-contained HTML page of the whole registry; nothing is loaded from anywhere.

    It names lessons without leading to them: it may lie alone on a machine.
    """
    return render_offline_page(
        "law/page.html.j2",
        content,
        "law/lookup",
        title="Tra cứu pháp luật",
        data=render_script_json(law_json(content)),
    )
