"""Who speaks which line of a play."""

from __future__ import annotations

from lachan.domain.plays import read_play
from support.content import rich

PLAY = """**Vai:** AN (bạn học), MẸ.

**Cảnh 1. Ở nhà**

*(Thầy cô đọc tin nhắn.)*

**AN:** Mẹ ơi!

**MẸ:** Mẹ nghe đây.

**AN và MẸ:** Mình gọi 111.

**CẢ LỚP:** Kể ngay!

Ai cũng nghe."""


def test_roles_are_who_speaks_in_order_and_a_class_is_none() -> None:
    play = read_play("Kịch", rich(PLAY))

    assert ("AN", "MẸ") == play.roles
    assert [(), (), (), ("AN",), ("MẸ",), ("AN", "MẸ"), ("CẢ LỚP",), ()] == [
        line.speakers for line in play.lines
    ]


def test_what_is_no_paragraph_is_nobodys() -> None:
    assert () == read_play("Kịch", rich("- **AN:** Chào.")).roles
