"""A phone on paper: who writes, once a row, and every word of it as text."""

from __future__ import annotations

from lachan.domain.kinds import Audience, BlockKind
from lachan.domain.letterhead import Letterhead
from lachan.domain.messages import read_thread
from lachan.printing import HandoutBlock, HandoutSection, HandoutSheet, render_handout
from lachan.printing.lessons.messages import phone_data
from lachan.printing.pictures import PictureTray
from support.content import rich
from support.pdf import pdf_text

CHAT = """Đọc thầm.

1. **Thư, 19:05:** Mai tớ nghỉ học.
2. Cậu giữ **kín** nhé!
3. **Em:** Tớ ở đây."""


def test_each_row_of_messages_names_its_sender_once() -> None:
    told = phone_data(read_thread(rich(CHAT)), PictureTray("Bài", {}))

    assert "Máy của em" == told["label"]
    assert [("Thư", False, "19:05", "1"), ("", False, "", "2"), ("Em", True, "", "3")] == [
        (each["sender"], each["own"], each["time"], each["number"]) for each in told["messages"]
    ]


def test_a_handout_prints_the_words_of_a_phone_in_their_order() -> None:
    block = HandoutBlock(BlockKind.MESSAGES, "Khung chat", rich(CHAT))
    section = HandoutSection("Tin nhắn lạ", 5, (block,))
    sheet = HandoutSheet("Bài", "", Letterhead("Trường"), Audience.PUPIL, (section,))

    text = " ".join(pdf_text(render_handout(sheet)).split())

    words = ("Đọc thầm.", "Máy của em", "Thư", "Mai tớ nghỉ học.", "19:05", "kín", "Em", "Tớ ở đây")
    places = [text.index(each) for each in words]
    assert places == sorted(places)
