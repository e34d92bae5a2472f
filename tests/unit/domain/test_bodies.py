"""What a body holds: texts, the names of its options, the room an essay takes."""

from __future__ import annotations

import pytest

from lachan.domain.bodies import Essay, body_texts, option_texts, target_texts
from lachan.domain.kinds import ItemType
from lachan.markup import render_plain
from support.items import make_body


@pytest.mark.parametrize(
    ("kind", "options", "targets"),
    [
        (ItemType.SINGLE_CHOICE, "abcd", ""),
        (ItemType.MULTIPLE_CHOICE, "abcde", ""),
        (ItemType.TRUE_FALSE_GROUP, "abcd", ""),
        (ItemType.MATCHING, "abc", "abcx"),
        (ItemType.ORDERING, "abcd", ""),
        (ItemType.SHORT_ANSWER, "", ""),
        (ItemType.SHORT_TEXT, "", ""),
        (ItemType.SCENARIO, "", ""),
        (ItemType.ESSAY, "", ""),
    ],
)
def test_options_and_targets_are_named(kind: ItemType, options: str, targets: str) -> None:
    body = make_body("i", kind)

    assert [*options] == list(option_texts(body))
    assert [*targets] == list(target_texts(body))


@pytest.mark.parametrize("kind", ItemType)
def test_every_text_comes_once_with_its_own_path(kind: ItemType) -> None:
    found = list(body_texts(make_body("i", kind)))

    assert len({path for path, _ in found}) == len(found)
    words = [render_plain(text) for _, text in found]
    assert all(words)
    assert len(set(words)) == len(words)


@pytest.mark.parametrize(
    ("words", "lines"), [((40, 80), 8), ((40, 81), 9), (None, Essay(()).line_count)]
)
def test_an_essay_gets_a_line_for_ten_words(words: tuple[int, int] | None, lines: int) -> None:
    assert lines == Essay((), words=words).line_count
    assert Essay(()).line_count > 0
