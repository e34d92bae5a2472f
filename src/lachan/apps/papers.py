"""The paper maker, for the staff's screen."""

from __future__ import annotations

import logging

from lachan.apps.opening import open_app_content, show_widget
from lachan.apps.staff import staff_app
from lachan.web.incidents import log_incident
from lachan.widgets.papers.maker import PaperMaker
from lachan.workflows.clock import today_in_vietnam
from lachan.workflows.content.school_items import refresh_school_items
from lachan.workflows.papers.bench import PaperBench

log = logging.getLogger(__name__)


@staff_app
def show_paper_maker() -> None:
    """Show the form that makes papers."""
    # With the questions that the school has written since the server started.
    content = refresh_school_items(open_app_content())
    bench = PaperBench(content, today_in_vietnam)
    show_widget(PaperMaker(content, bench, today_in_vietnam, report_fault))


def report_fault() -> str:
    """Log the fault that is being handled; return the code that its users are told."""
    return log_incident(log, "trang ra đề")
