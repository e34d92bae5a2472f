"""Every line of a block with the place where its author wrote it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lachan.checks.passages import lesson_passages
from lachan.domain.lessons import Observation
from lachan.domain.source import Source
from support.content import block, lesson

FILE = Source("lessons/mau.md", ("body", 10))
MEMORY = Source("lessons/mau.md", ("steps", 0))


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (FILE, [("body", 11), ("body", 13)]),
        (MEMORY, [MEMORY.pointer, MEMORY.pointer]),
    ],
)
def test_a_line_is_found_where_the_block_was_read_from_a_file(
    place: Source, expected: list[tuple[str, int]]
) -> None:
    shown = replace(block("Một dòng.\n\nDòng sau."), source=place)

    found = {each.text: each.source.pointer for each in lesson_passages(lesson(shown))}

    assert expected == [found["Một dòng."], found["Dòng sau."]]


def test_what_a_second_edition_writes_apart_is_read_too() -> None:
    made = lesson()
    step = replace(made.steps[0], task="Xếp đi.", everyone="Mỗi em xếp.")
    made = replace(
        made,
        steps=(step,),
        exit_ticket=("Em hỏi ai?",),
        observe=(Observation("a", ("Chưa.", "Đạt.", "Tốt.")),),
        extension="Hỏi thêm.",
    )

    texts = [passage.text for passage in lesson_passages(made)]

    for written in ("Xếp đi.", "Mỗi em xếp.", "Em hỏi ai?", "Chưa.", "Đạt.", "Tốt.", "Hỏi thêm."):
        assert written in texts
