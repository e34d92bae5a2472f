"""The text version of a strip: who is heard, and how."""

from __future__ import annotations

import pytest

from lachan.domain.comic_words import PersonId, Place, SayKind, Shot
from lachan.domain.comics import Message, Panel, PhoneScreen, Saying, Sender, spoken_lines


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        (SayKind.SPEECH, "Thư"),
        (SayKind.THOUGHT, "Thư nghĩ"),
        (SayKind.PHONE, "Thư, qua điện thoại"),
    ],
)
def test_a_line_says_how_it_is_heard(kind: SayKind, told: str) -> None:
    panel = Panel(Place.ALLEY, Shot.WIDE, "Ngõ.", says=(Saying(PersonId.THU, "Ơ kìa.", kind),))
    [line] = spoken_lines(panel)
    assert (line.label, line.text) == (told, "Ơ kìa.")


def test_messages_stand_between_the_narrator_and_who_speaks() -> None:
    messages = (Message(Sender.THEM, "Em ơi."), Message(Sender.ME, "Ai đấy ạ?"))
    panel = Panel(
        Place.PHONE,
        Shot.CLOSE,
        "Một chiếc điện thoại.",
        caption="Chín giờ tối.",
        says=(Saying(PersonId.THU, "Lạ nhỉ.", SayKind.THOUGHT),),
        phone=PhoneScreen(PersonId.THU, "Người lạ", messages),
    )
    assert [line.label for line in spoken_lines(panel)] == [
        "Lời kể",
        "Người lạ nhắn",
        "Thư nhắn",
        "Thư nghĩ",
    ]
