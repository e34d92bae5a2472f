from dataclasses import replace
from typing import Any

import pytest

from lachan.content import Content
from lachan.limits.answers import MOST_PRACTICE_EVENTS
from lachan.widgets.practice.session import (
    PracticeSession,
    SessionError,
    mark_items,
    parse_session,
)

SESSION = PracticeSession({"band": "thcs", "topic": "thu", "length": 5}, 7, "0123456789abcdef")


def test_what_is_written_is_read() -> None:
    played = SESSION.followed_by({"type": "answer", "item": "a", "response": ["b"]})
    assert played == parse_session(played.to_json())


def test_only_what_is_needed_is_kept() -> None:
    played = SESSION.followed_by({"type": "later", "item": "a", "name": "An", "stray": 1})
    assert ({"type": "later", "item": "a"},) == played.events


@pytest.mark.parametrize(
    "change",
    [
        {"start": []},
        {"seed": 1.5},
        {"mark": None},
        {"events": {}},
        {"events": ["x"]},
        {"events": [{}] * (MOST_PRACTICE_EVENTS.value + 1)},
    ],
)
def test_another_outline_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(SessionError):
        parse_session({**SESSION.to_json(), **change})


def test_the_mark_follows_what_is_asked_and_not_what_is_said_about_it(content: Content) -> None:
    items = [content.get_item("thu-mot"), content.get_item("thu-ngan")]
    first, second = items
    assert mark_items(items) == mark_items([replace(first, reviews=()), second])
    assert mark_items(items) != mark_items([replace(first, stem=second.stem), second])
    assert mark_items(items) != mark_items([first])
