"""A folded note reads back as the heading and the text that it was made of."""

from __future__ import annotations

import pytest

from lachan.notebooks.folding import fold, unfold


@pytest.mark.parametrize("heading", ["Ghi chú giáo viên", 'Ghi chú – “A < B & "C"”'])
def test_a_note_unfolds_line_for_line(heading: str) -> None:
    text = "Một.\n\n- hai\n- ba"

    folded = fold(heading, text)

    assert f"### {heading}\n\n{text}" == unfold(folded)
    assert "\n\nMột." in folded, "Markdown after HTML needs its empty line"


@pytest.mark.parametrize("source", ["### Tựa\n\nChữ.", "<details>của thầy cô</details>", ""])
def test_what_is_not_folded_by_us_stays(source: str) -> None:
    assert source == unfold(source)


def test_a_teacher_may_write_below_and_open_it_for_good() -> None:
    folded = fold("Ghi chú", "Một.").replace("<details ", "<details open ").replace("Một", "Hai")

    assert "### Ghi chú\n\nHai." == unfold(folded + "\n")
