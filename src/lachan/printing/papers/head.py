"""The head that keys, guides and room sheets share, as the templates read it."""

from __future__ import annotations

from typing import Any

from lachan.domain.papers.paper import Header, Paper
from lachan.text import format_date


def head_data(header: Header, title: str) -> dict[str, Any]:
    """Return a paper's head, JSON-ready; `title` stands where the header names no exam."""
    return {
        "authority": header.authority,
        "organiser": header.organiser,
        "exam": header.exam or title,
        "school_year": header.school_year,
        "subject": header.subject,
    }


def paper_head(paper: Paper) -> dict[str, Any]:
    """Return the head of a paper, JSON-ready."""
    return head_data(paper.blueprint.header, paper.blueprint.title)


def law_line(paper: Paper) -> str:
    """Return the line that says on which day the law was judged."""
    return f"Theo pháp luật có hiệu lực ngày {format_date(paper.law_date)}."
