"""A strip on paper: to read, with empty balloons, with questions."""

from __future__ import annotations

import pytest

from lachan.domain.comic_words import PersonId
from lachan.drawing import panel_svg
from lachan.printing import ComicSheet, PanelPicture, render_comic_sheet
from support.comics import figure, panel, say
from support.pdf import page_texts


@pytest.mark.parametrize(("count", "pages"), [(4, 3), (6, 3), (7, 4)])
def test_a_strip_is_a_page_a_worksheet_and_questions(count: int, pages: int) -> None:
    one = panel(figure(PersonId.THU), says=(say(PersonId.THU, "Chào"),))
    drawn = PanelPicture(
        "Thư chào.", panel_svg(one, 1).encode(), panel_svg(one, 1, blank=True).encode()
    )
    sheet = ComicSheet("Hỏi đã", "Bài mẫu", "", (drawn,) * count, ("Vì sao?",))

    made = render_comic_sheet(sheet)

    texts = page_texts(made)
    assert pages == len(texts)
    assert "Chào" in texts[0]
    assert "Vì sao?" in texts[-1]
    assert made == render_comic_sheet(sheet)
