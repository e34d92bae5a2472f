"""The frame of pages that work from a file, with fonts, styles and script inside them."""

from __future__ import annotations

from base64 import b64encode
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from lachan.content import Content
from lachan.frontend import load_module, load_styles, read_module
from lachan.workflows.screen_fonts import FONT_WEIGHTS, open_screen_font


def render_offline_page(template: str, content: Content, module: str, **values: object) -> str:
    """Return a self-contained HTML page; nothing is loaded from anywhere.

    Parameters
    ----------
    template
        A file below ``lachan.workflows`` that extends ``offline_page.html.j2``.
    module
        The front-end module whose script and styles the page holds.
    values
        What the template shows besides; `title` at least.
    """
    return (
        _environment()
        .get_template(template)
        .render(
            school=content.settings.school,
            hotlines=content.hotlines,
            fonts=[(weight, _font_url(weight)) for weight in FONT_WEIGHTS],
            # What templates draw themselves looks as it does on other screens.
            styles=load_styles(module, "shared/phone"),
            script=load_module(module),
            exit_script=read_module("page/exit"),
            **values,
        )
    )


@cache
def _environment() -> Environment:
    loader = PackageLoader("lachan", "workflows")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True)


@cache
def _font_url(weight: int) -> str:
    return f"data:font/woff2;base64,{b64encode(open_screen_font(weight)).decode('ascii')}"
