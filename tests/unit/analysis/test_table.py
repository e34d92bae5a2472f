from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from lachan.analysis import Table

WORDS = "Chưa có <phòng> nào."
COLUMNS = ["câu hỏi", "lần hỏi", "đúng (%)"]
EMPTY = Table([], columns=COLUMNS, when_empty=WORDS).astype({"đúng (%)": "Int64"})
FULL = Table([("Câu một", "trước", 40)], columns=COLUMNS, when_empty=WORDS)


@pytest.mark.parametrize(
    "table",
    [
        EMPTY,
        EMPTY[EMPTY["đúng (%)"] < 50].sort_values("đúng (%)"),
        EMPTY.pivot_table(index="câu hỏi", columns="lần hỏi", values="đúng (%)"),
        FULL[FULL["đúng (%)"] > 50],
    ],
    ids=["bare", "filtered", "pivoted", "filtered to nothing"],
)
def test_nothing_is_told_in_words(table: Table) -> None:
    assert repr(table) == WORDS
    assert table._repr_html_() == "<p>Chưa có &lt;phòng&gt; nào.</p>"


def test_rows_are_shown_as_pandas_shows_them() -> None:
    # The stubs do not know what notebooks ask for.
    plain: Any = pd.DataFrame(FULL)
    assert repr(FULL) == repr(plain)
    assert FULL._repr_html_() == plain._repr_html_()
