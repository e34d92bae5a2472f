"""The practice app."""

from __future__ import annotations

from random import SystemRandom

from lachan.apps.opening import app, open_app_content, show_widget
from lachan.widgets import Practice


@app
def show_practice() -> None:
    """Show the practice: choose a topic, answer, read why."""
    show_widget(
        Practice(open_app_content(), SystemRandom(), lesson_href="bai_hoc.ipynb?bai={slug}")
    )
