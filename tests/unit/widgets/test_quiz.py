import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lachan.content import Content
from lachan.domain.practice.items import ContestItemError
from lachan.widgets import Quiz

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=8,
)
MESSAGES = JSON | st.fixed_dictionaries(
    {
        "type": st.sampled_from(["answer", "retry"]) | JSON,
        "item": st.sampled_from(["thu-mot", "thu-nhom", "thu-thi"]) | JSON,
        "response": JSON,
    }
)


@pytest.fixture
def quiz(content: Content) -> Quiz:
    items = [content.get_item(name) for name in ("thu-mot", "thu-nhom", "thu-ngan")]
    return Quiz(items, content.provisions)


def answer(quiz: Quiz, name: str, response: object) -> None:
    # The way a message takes from a browser: through the comm's custom messages.
    quiz._handle_custom_msg({"type": "answer", "item": name, "response": response}, [])


def synced(quiz: Quiz) -> str:
    return json.dumps({name: quiz.get_state(name)[name] for name in quiz.keys if name != "layout"})


def test_no_key_or_reason_is_synced_before_an_answer(quiz: Quiz) -> None:
    state = synced(quiz)
    assert "Có thêm người cùng xem" not in state
    assert "Lời cho trung học cơ sở" not in state
    assert quiz.feedback == {}


def test_an_answer_brings_feedback_for_its_item_only(quiz: Quiz) -> None:
    answer(quiz, "thu-mot", "a")
    assert list(quiz.feedback) == ["thu-mot"]
    assert quiz.feedback["thu-mot"]["correct"] is False
    assert "Cả ngày lẫn đêm" not in synced(quiz)


def test_answering_again_replaces_the_feedback(quiz: Quiz) -> None:
    answer(quiz, "thu-mot", "a")
    answer(quiz, "thu-mot", "b")
    assert quiz.feedback["thu-mot"]["correct"] is True


def test_retry_takes_the_feedback_away(quiz: Quiz) -> None:
    answer(quiz, "thu-mot", "a")
    quiz.receive({"type": "retry", "item": "thu-mot"})
    assert quiz.feedback == {}
    assert quiz.is_right("thu-mot") is None


@pytest.mark.parametrize(
    "message",
    [
        None,
        [],
        "answer",
        {},
        {"type": ["answer"]},
        {"type": "delete"},
        {"type": "answer"},
        {"type": "answer", "item": {}, "response": "a"},
        {"type": "answer", "item": "thu-khong-co", "response": "a"},
        {"type": "answer", "item": "thu-mot", "response": "z"},
        {"type": "retry", "item": 3},
    ],
)
def test_a_malformed_message_gets_a_notice(quiz: Quiz, message: object) -> None:
    quiz.receive(message)
    assert quiz.notice
    assert quiz.feedback == {}


def test_the_next_good_message_clears_the_notice(quiz: Quiz) -> None:
    quiz.receive({})
    answer(quiz, "thu-ngan", "111")
    assert quiz.notice == ""


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None
)
@given(MESSAGES)
def test_no_message_raises_or_reaches_another_item(quiz: Quiz, message: object) -> None:
    quiz.receive(message)
    assert set(quiz.feedback) <= {"thu-mot", "thu-nhom", "thu-ngan"}


def test_nothing_that_the_browser_writes_is_taken_over(quiz: Quiz) -> None:
    quiz.set_state({"feedback": {"thu-mot": {"correct": True}}, "items": [], "notice": "x"})
    assert (quiz.feedback, quiz.notice, len(quiz.items)) == ({}, "", 3)


def test_contest_items_are_refused(content: Content) -> None:
    with pytest.raises(ContestItemError, match="thu-thi"):
        Quiz([content.get_item("thu-thi")], content.provisions)
