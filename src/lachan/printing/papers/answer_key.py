"""The key of all forms (đáp án) as PDF."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lachan.assembly import KeyRow, form_key
from lachan.domain.papers.paper import Paper
from lachan.printing.papers.head import law_line, paper_head
from lachan.printing.papers.words import part_points, part_title
from lachan.printing.typst_engine import compile_pdf

# Forms side by side in a table, by the length of the longest key that must fit a column.
_FORMS_ACROSS = ((2, 12), (6, 10), (9, 7), (14, 5))
_FEWEST_ACROSS = 3


def render_answer_key(paper: Paper) -> bytes:
    """Return the keys of every form as PDF/UA-1: a row a question, a column a form.

    Essays have no key; the sheet says that they are marked along the guide
    (`render_marking_guide`).
    """
    title = f"{paper.blueprint.title} – Đáp án"
    return compile_pdf("dap-an.typ", answer_key_data(paper), title)


def answer_key_data(paper: Paper) -> dict[str, Any]:
    """Return what the template reads, JSON-ready."""
    keys = {form.code: form_key(paper, form) for form in paper.forms}
    return {
        "head": paper_head(paper),
        "law": law_line(paper),
        "parts": [
            {
                "title": part_title(number, part),
                "points": part_points(part),
                "groups": list(_groups(keys, number)),
            }
            for number, part in enumerate(paper.blueprint.parts, 1)
        ],
    }


def _groups(keys: Mapping[str, Sequence[KeyRow]], part: int) -> Iterator[dict[str, Any]]:
    columns = {code: [row for row in rows if row.part == part] for code, rows in keys.items()}
    longest = max(len(row.key) for rows in columns.values() for row in rows)
    if longest == 0:
        return
    across = min(len(columns), _forms_across(longest))
    codes = list(columns)
    for start in range(0, len(codes), across):
        group = codes[start : start + across]
        rows = zip(*(columns[code] for code in group), strict=True)
        yield {"across": across, "codes": group, "rows": [_row(row) for row in rows]}


def _row(row: Sequence[KeyRow]) -> dict[str, Any]:
    return {"number": row[0].number, "keys": [one.key for one in row]}


def _forms_across(longest: int) -> int:
    return next((count for length, count in _FORMS_ACROSS if longest <= length), _FEWEST_ACROSS)
