"""The lesson app."""

from __future__ import annotations

from lachan.apps.opening import app, is_served, open_app_content, show_widget
from lachan.widgets import LessonPlayer


@app
def show_lessons() -> None:
    """Show the lessons; the address may name one (``?bai=slug``)."""
    show_widget(LessonPlayer(open_app_content(), links=pupil_links()))


def pupil_links() -> tuple[tuple[str, str], ...]:
    """Return what pupils may take from a lesson; only our own server makes these files."""
    if not is_served():
        return ()
    files = "../../lachan/tai/{slug}"
    return (
        ("Phiếu học tập (PDF)", f"{files}/phieu-hoc-tap.pdf"),
        ("Tờ rơi cho gia đình (PDF)", f"{files}/to-roi.pdf"),
    )
