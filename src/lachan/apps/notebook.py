"""What a lesson's notebook calls in its code cells."""

from __future__ import annotations

from functools import cache

from lachan.apps.opening import app, open_app_content, show_widget
from lachan.content import Content
from lachan.frontend.media import load_media
from lachan.widgets import Quiz


@app
def quiz(*item_ids: str) -> None:
    """Show the items with these ids as a quiz in the cell's output.

    A wrong id, or content that cannot be read, is told in words below the cell.
    """
    content = open_once()
    items = [content.get_item(item_id) for item_id in item_ids]
    show_widget(Quiz(items, content.provisions, media=load_media(content.root, items)))


@cache
def open_once() -> Content:
    """Load the content once for all cells of a notebook."""
    return open_app_content()
