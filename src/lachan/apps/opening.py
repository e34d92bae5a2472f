"""Where an app finds its content, and what it shows when it cannot."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import ParamSpec

from IPython.display import HTML, display

from lachan.apps.own_notebook import find_own_notebook
from lachan.content import Content
from lachan.errors import LachanError
from lachan.workflows.content.opening import open_named_content
from lachan.workflows.content.snapshot import read_snapshot
from lachan.workflows.environment import SERVED_ENV, SNAPSHOT_ENV

P = ParamSpec("P")


def open_app_content() -> Content:
    """Return the content the server names, or the one that surrounds the notebook.

    Raises
    ------
    LachanError
        Where there is none, or it has errors.
    """
    snapshot = os.environ.get(SNAPSHOT_ENV, "")
    if snapshot:
        return read_snapshot(Path(snapshot))
    own = find_own_notebook(os.environ)
    return open_named_content(os.environ, near=own.parent if own else None)


def is_served() -> bool:
    """Tell whether `lachan serve` runs this kernel, and so the addresses below lachan/ exist."""
    return os.environ.get(SERVED_ENV) == "1"


def show_html(html: str) -> None:
    """Show HTML in the page."""
    show_widget(HTML(html))  # type: ignore[no-untyped-call]


def show_widget(widget: object) -> None:
    """Show a widget, or anything else Jupyter can display, in the page."""
    display(widget)  # type: ignore[no-untyped-call]


def app(draw: Callable[P, None]) -> Callable[P, None]:
    """Make `draw` the body of a page: a fault that has words for users is shown in them.

    Any other fault is left to the server, which logs it and shows an incident code.
    """

    @functools.wraps(draw)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            draw(*args, **kwargs)
        except LachanError as error:
            show_html(render_notice("Trang này chưa mở được", str(error)))

    return guarded


def render_notice(heading: str, message: str) -> str:
    """Return a notice; each line of `message` is a paragraph."""
    lines = "".join(f"<p>{escape(line)}</p>" for line in message.splitlines() if line.strip())
    return f'<section class="site-note"><h2>{escape(heading)}</h2>{lines}</section>'
