"""What a lesson's notebook calls in its code cells."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from lachan.apps.opening import app, open_app_content, render_notice, show_html, show_widget
from lachan.apps.own_notebook import find_carried, find_own_notebook
from lachan.content import Content
from lachan.frontend.media import load_media
from lachan.widgets import Quiz
from lachan.workflows.carried_items import add_carried, describe_changed


@app
def quiz(*item_ids: str) -> None:
    """Show the items with these ids as a quiz in the cell's output.

    The bank that is near the notebook answers first, then what the notebook carries. A wrong
    id, or content that cannot be read, is told in words below the cell.
    """
    bank = open_once()
    own = find_own_notebook(os.environ)
    carried = find_carried(own, Path.cwd(), item_ids)
    content = add_carried(bank, carried)
    items = [content.get_item(item_id) for item_id in item_ids]
    media = load_media(content.root, items, brought=content.pictures)
    show_widget(Quiz(items, content.provisions, media=media))
    if words := describe_changed(bank, carried, item_ids):
        show_html(render_notice("Câu hỏi đã đổi", words))


@cache
def open_once() -> Content:
    """Load the content once for all cells of a notebook."""
    return open_app_content()
