"""Messages on a phone are invented: what may be real is told."""

from __future__ import annotations

import pytest

from lachan.checks.messages import check_chats, check_messages, find_real_things
from lachan.domain.bodies import Scenario, Scene
from lachan.domain.kinds import BlockKind
from support.content import block, item, lesson, rich, subject


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("- **K:** Kết bạn Zalo nhé", "Zalo"),
        ("- **K:** gọi 0912 345 678", "0912 345 678"),
        ("- **K:** gọi +84 912345678", "+84 912345678"),
        ("- **K:** xem www.abc", "www."),
        ("- **K:** viết k@abc", "k@a"),
    ],
)
def test_what_may_be_real_is_named(text: str, word: str) -> None:
    assert [f'"{word}"' in each for each in find_real_things("", rich(text))] == [True]


@pytest.mark.parametrize("text", ["- **K:** gọi 111 hay 113", "- **K:** 12 giờ 30, ngày 24-11"])
def test_short_numbers_are_free(text: str) -> None:
    assert [] == list(find_real_things("Khung chat", rich(text)))


def test_only_messages_are_judged() -> None:
    said = "- **K:** Zalo nhé"
    found = check_messages(
        subject((lesson(block(said), block(said, BlockKind.MESSAGES, "Khung chat")),))
    )

    assert ["LS039"] == [each.code for each in found]


def test_only_chats_among_the_items_are_judged() -> None:
    scene = Scene("mot", rich("- **K:** Zalo nhé"))
    case, chat = (item(body=Scenario((scene,), chat=each)) for each in (False, True))

    found = list(check_chats(subject(items=(case, chat, item()))))

    assert [("QB024", chat.source.at("scenes", 0, "text"))] == [(f.code, f.source) for f in found]
