"""Before a quiz is run its cell shows the questions, and neither key nor reason."""

from __future__ import annotations

import pytest

from lachan.domain.items import Item
from lachan.domain.kinds import ItemType
from lachan.notebooks.questions import questions_output
from support.content import choices, item
from support.items import make_item


def shown(*items: Item) -> str:
    return str(questions_output(items).data["text/html"])


def test_a_question_has_its_number_and_its_choices_letters() -> None:
    html = shown(item(body=choices("Hỏi đã", "Đi luôn", "Vì chưa rõ.")))

    assert "<p><strong>Câu 1.</strong> " in html
    assert "<p><strong>A.</strong> Hỏi đã</p><p><strong>B.</strong> Đi luôn</p>" in html
    assert "Vì chưa rõ." not in html


@pytest.mark.parametrize("kind", ItemType)
def test_every_type_is_readable(kind: ItemType) -> None:
    html = shown(make_item("mau-001", kind), make_item("mau-002", kind))

    assert html.index("Câu 1.") < html.index("Câu 2.")
    assert "None" not in html


def test_a_picture_is_told_by_its_description() -> None:
    html = shown(item("Xem hình.\n\n![Cổng trường](media/cong.svg)"))

    assert 'alt="Cổng trường"' in html
    assert "cong.svg" not in html
