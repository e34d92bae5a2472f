"""What of a lesson follows from its steps."""

from __future__ import annotations

from dataclasses import replace

import pytest

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


@pytest.mark.parametrize(
    ("subject", "subjects"),
    [
        ("Sinh hoạt cộng đồng", ("Sinh hoạt cộng đồng",)),
        (
            "Giáo dục công dân; Hoạt động trải nghiệm, hướng nghiệp",
            ("Giáo dục công dân", "Hoạt động trải nghiệm, hướng nghiệp"),
        ),
        ("Hoạt động trải nghiệm, Đạo đức", ("Hoạt động trải nghiệm", "Đạo đức")),
        ("tin học", ("tin học",)),
        ("", ()),
    ],
)
def test_a_subject_with_a_comma_in_its_name_is_one(subject: str, subjects: tuple[str, ...]) -> None:
    assert subjects == replace(lesson(), subject=subject).subjects
