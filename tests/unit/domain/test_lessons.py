"""What of a lesson follows from its steps."""

from __future__ import annotations

from dataclasses import replace

from lachan.domain.kinds import BlockKind
from support.content import block, lesson


def test_a_lesson_is_as_long_as_its_steps_and_asks_each_item_once() -> None:
    asked = [
        replace(block("", BlockKind.QUICK_CHECK), item_ids=ids) for ids in (("b", "a"), ("a", "c"))
    ]
    plain = lesson(*asked)
    two = replace(plain, steps=plain.steps * 2)

    assert (5, 10) == (plain.minutes, two.minutes)
    assert ("b", "a", "c") == two.item_ids
