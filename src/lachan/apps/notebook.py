"""What a lesson's notebook calls in its code cells."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from lachan.apps.carried import find_carrier
from lachan.apps.opening import app, open_app_content, render_notice, show_html, show_widget
from lachan.apps.own_notebook import find_own_notebook
from lachan.content import Content
from lachan.widgets import Quiz
from lachan.wire.media import load_media
from lachan.workflows.lessons.carried_items import add_carried, describe_changed, read_carried
from lachan.workflows.lessons.comic import render_picture, render_strip


@app
def quiz(*item_ids: str) -> None:
    """Show the items with these ids as a quiz in the cell's output.

    The bank that is near the notebook answers first, then what the notebook carries. A wrong
    id, or content that cannot be read, is told in words below the cell.
    """
    bank = open_once()
    name, metadata = find_carrier(find_own_notebook(os.environ), Path.cwd(), item_ids)
    known = {item.id for item in bank.items}
    lacks = not known.issuperset(item_ids)
    content = add_carried(bank, read_carried(metadata, name)) if lacks else bank
    items = [content.get_item(item_id) for item_id in item_ids]
    media = load_media(content.folders, items, brought=content.pictures)
    show_widget(Quiz(items, content.provisions, media=media))
    if words := describe_changed(bank, metadata, item_ids):
        show_html(render_notice("Câu hỏi đã đổi", words))


@app
def comic(lesson: str) -> None:
    """Draw the strip of the lesson with this id or slug in the cell's output.

    A wrong name, a lesson without a strip, or content that cannot be read, is told in words.
    """
    show_html(render_strip(lesson, open_once()))


@app
def picture(lesson: str, step: str) -> None:
    """Draw the picture of a step of the lesson with this id or slug in the cell's output.

    A wrong name, a step without a picture, or content that cannot be read, is told in words.
    """
    show_html(render_picture(lesson, step, open_once()))


@cache
def open_once() -> Content:
    """Load the content once for all cells of a notebook."""
    return open_app_content()
