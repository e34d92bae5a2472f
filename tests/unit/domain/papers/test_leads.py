"""A text that questions share stands once, above the first of them."""

from __future__ import annotations

from dataclasses import replace

from lachan.domain.items import Item
from lachan.domain.papers.leads import Lead, find_leads
from support.items import make_item, rich

MESSAGE = rich("Một tin nhắn.")


def shared(item_id: str, group: str = "tin-nhan") -> Item:
    return replace(make_item(item_id), group=group, stimulus=MESSAGE)


def test_it_stands_above_the_first_of_those_in_a_row() -> None:
    items = [make_item("a"), shared("b"), shared("c"), make_item("d"), shared("e", "khac")]
    assert find_leads(items) == {2: Lead(MESSAGE, 2, 3), 5: Lead(MESSAGE, 5, 5)}


def test_it_says_which_questions_ask_about_it() -> None:
    assert Lead(MESSAGE, 2, 4).words == "Đọc ngữ liệu sau rồi trả lời các câu từ 2 đến 4."
    assert Lead(MESSAGE, 2, 3).words == "Đọc ngữ liệu sau rồi trả lời câu 2 và câu 3."
    assert Lead(MESSAGE, 5, 5).words == "Đọc ngữ liệu sau rồi trả lời câu 5."


def test_what_is_read_first_belongs_to_the_items_wording() -> None:
    item = make_item("a")
    assert shared("a").asked == (*MESSAGE, *item.stem)
    assert shared("a").revision != item.revision
    assert replace(item, group="tin-nhan").revision == item.revision
