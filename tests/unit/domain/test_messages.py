"""A list of messages says who writes what on whose phone, or what is wrong with it."""

from __future__ import annotations

import pytest

from lachan.domain.messages import find_reply, find_thread_faults, read_talk, read_thread
from lachan.domain.rich.text import RichText
from lachan.markup import parse_rich_text, render_plain

CHAT = """Tối, Thư nhắn cho An:

Máy của An.

3. **Thư, 19:05:** Mai tớ nghỉ học.
4. Cậu giữ **bí mật** nhé!
5. **An:** Tớ ở đây.
6. **Thư:** Ừ."""


def rich(text: str) -> RichText:
    content, faults = parse_rich_text(text, in_lesson=True)
    assert () == faults
    return content


def test_a_phone_has_an_owner_and_each_message_a_sender() -> None:
    thread = read_thread(rich(CHAT))

    assert "Máy của An" == thread.label
    assert "Tối, Thư nhắn cho An:" == render_plain(thread.before)
    told = [
        (each.number, each.sender, each.is_own, each.leads, each.time, render_plain(each.content))
        for each in thread.messages
    ]
    assert [
        (3, "Thư", False, True, "19:05", "Mai tớ nghỉ học."),
        (4, "Thư", False, False, "", "Cậu giữ bí mật nhé!"),
        (5, "An", True, True, "", "Tớ ở đây."),
        (6, "Thư", False, True, "", "Ừ."),
    ] == told
    assert [] == list(find_thread_faults(rich(CHAT)))


def test_without_a_name_the_phone_is_the_pupils() -> None:
    thread = read_thread(rich("- **K:** Chào.\n- **Em:** Chào cậu."))

    assert "Máy của em" == thread.label
    assert [False, True] == [each.is_own for each in thread.messages]
    assert [None, None] == [each.number for each in thread.messages]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Chào.", "danh sách tin"),
        ("- Chào.", "tên người viết"),
        ("- **K, 24:00:** Chào.", "19:05"),
        ("- **K, 9 giờ:** Chào.", "tên người viết"),
        ("- **K:**", "0 chữ"),
        ("- **K:** " + "to " * 61, "61 chữ"),
        ("- **" + "Rất dài " * 4 + ":** Chào.", "dài quá"),
        ("- **K:** Chào.\n\n    > Em?", "một đoạn"),
        ("> Nghe này\n\n- **K:** Chào.", "chỉ có đoạn văn"),
        ("- **K:** Chào.\n" * 13, "13 tin"),
        ("- **K:** Chào.\n\nHết.", "danh sách tin"),
    ],
)
def test_what_is_wrong_is_told(text: str, why: str) -> None:
    assert any(why in told for _, told in find_thread_faults(rich(text)))


def test_an_empty_block_is_told_too() -> None:
    assert ["danh sách tin" in why for _, why in find_thread_faults(())] == [True]


def test_a_talk_has_notes_between_its_messages() -> None:
    talk = read_talk(rich("Sáng thứ bảy.\n\n- **K:** Ra nhé.\n\nKhánh hỏi em."))

    assert [("", "Sáng thứ bảy."), ("K", "Ra nhé."), ("", "Khánh hỏi em.")] == [
        (each.sender, render_plain(each.content)) for each in talk
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [("“Mình hỏi bố đã.”", "Mình hỏi bố đã."), ("Kể với mẹ", None), ("“Dừng” rồi kể", None)],
)
def test_what_stands_in_quotation_marks_is_said(text: str, said: str | None) -> None:
    reply = find_reply(rich(text))

    assert said == (None if reply is None else render_plain(reply))
