"""A table that says in words that there is nothing in it."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any

import pandas as pd


class Table(pd.DataFrame):
    """A data frame for teachers; without rows, or without columns, a notebook shows a sentence.

    Parameters
    ----------
    when_empty
        The sentence; what is made of the table keeps it.
    """

    _metadata = ["when_empty"]  # noqa: RUF012 - pandas reads it so

    def __init__(self, *args: Any, when_empty: str = "Không có gì.", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.when_empty = when_empty

    @property
    def _constructor(self) -> Callable[..., Table]:
        return type(self)

    def __repr__(self) -> str:
        """Return the table as text, or the sentence."""
        return self.when_empty if self.empty else super().__repr__()

    def _repr_html_(self) -> str | None:
        if self.empty:
            return f"<p>{escape(self.when_empty)}</p>"
        shown: str | None = super()._repr_html_()  # type: ignore[misc]
        return shown
