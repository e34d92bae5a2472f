"""The forms of a paper in one style, their choices measured once for all."""

from __future__ import annotations

from functools import partial
from typing import Any

from lachan.domain.kinds import PaperStyle
from lachan.domain.papers.context import PaperContext
from lachan.domain.papers.paper import Form, Paper
from lachan.printing import (
    fitting_columns,
    measure_choices,
    render_booklet,
    render_paper,
)
from lachan.workflows.papers.made_once import MadeOnce


class PaperPages:
    """Prints the forms of a paper, in any thread."""

    def __init__(self, paper: Paper, context: PaperContext, style: PaperStyle) -> None:
        self.paper = paper
        shared: dict[str, Any] = {
            "style": style,
            "columns": fitting_columns(paper, style),
            "pictures": context.pictures,
        }
        self._columns = MadeOnce(partial(measure_choices, paper, **shared))
        self._shared = shared | {"remarks": context.remarks}

    def print_form(self, form: Form) -> bytes:
        """Return the form's PDF/UA-1 file."""
        return render_paper(self.paper, form, choice_columns=self._columns(), **self._shared)

    def print_booklet(self) -> bytes:
        """Return all forms in one PDF/UA-1 file."""
        return render_booklet(self.paper, choice_columns=self._columns(), **self._shared)
