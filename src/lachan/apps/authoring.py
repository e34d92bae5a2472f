"""The form for questions of the school's own, for the staff's screen."""

from __future__ import annotations

import logging

from lachan.apps.opening import open_app_content, show_widget
from lachan.apps.staff import staff_app
from lachan.web.incidents import log_incident
from lachan.widgets.authoring.writer import ItemWriter
from lachan.workflows.authoring.bench import WritingBench
from lachan.workflows.clock import today_in_vietnam, utc_now

log = logging.getLogger(__name__)


@staff_app
def show_item_writer() -> None:
    """Show the form that writes questions into the school's folder."""
    content = open_app_content()
    bench = WritingBench(content, today_in_vietnam, utc_now)
    show_widget(ItemWriter(content, bench, report_fault))


def report_fault() -> str:
    """Log the fault that is being handled; return the code that its users are told."""
    return log_incident(log, "trang soạn câu hỏi")
