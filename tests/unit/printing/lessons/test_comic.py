"""A strip on paper: to read, with empty balloons, with questions."""

from __future__ import annotations

import pytest

from lachan.domain.comic_words import PersonId
from lachan.drawing import panel_svg
from lachan.printing import ComicSheet, PanelPicture, render_comic_sheet
from support.comics import figure, panel, say
from support.pdf import page_texts


@pytest.mark.parametrize("count", [4, 5, 6, 7, 8])
def test_a_strip_is_a_page_a_worksheet_and_questions(count: int) -> None:
    one = panel(figure(PersonId.THU), says=(say(PersonId.THU, "Chào"),))
    drawn = PanelPicture(
        "Thư chào.", panel_svg(one, 1).encode(), panel_svg(one, 1, blank=True).encode()
    )
    sheet = ComicSheet("Hỏi đã", "Bài mẫu", "", (drawn,) * count, ("Vì sao?",))

    made = render_comic_sheet(sheet)

    texts = page_texts(made)
    assert [count, 0, 0] == [text.count("Chào") for text in texts]
    assert "em viết lời" in texts[1]
    assert "Vì sao?" in texts[2]
    assert made == render_comic_sheet(sheet)
