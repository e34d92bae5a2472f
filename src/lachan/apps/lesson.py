"""The lesson app."""

from __future__ import annotations

from collections.abc import Iterable

from lachan.apps.opening import app, is_served, open_app_content, show_widget
from lachan.widgets import LessonPlayer
from lachan.workflows.lessons.products import PRODUCTS, LessonProduct

LOOKUP = "../../tra-cuu"


@app
def show_lessons() -> None:
    """Show the lessons; the address may name one (``?bai=slug``)."""
    show_widget(LessonPlayer(open_app_content(), links=pupil_links(), lookup=find_lookup()))


def find_lookup() -> str:
    """Return the address of the page of the law, which only our own server has; or ""."""
    return LOOKUP if is_served() else ""


def pupil_links(products: Iterable[LessonProduct] = PRODUCTS) -> tuple[tuple[str, str], ...]:
    """Return what pupils may take from a lesson; only our own server makes these files."""
    return link_products(each for each in products if each.is_open) if is_served() else ()


def link_products(products: Iterable[LessonProduct]) -> tuple[tuple[str, str], ...]:
    """Return label and address of each product, in which ``{slug}`` stands for a lesson."""
    return tuple((each.label, f"../../lachan/tai/{{slug}}/{each.file_name}") for each in products)
