import json

import pytest

from lachan.content import Content
from lachan.grading import Response, ResponseError
from lachan.wire.explanation import explanation_json
from lachan.wire.feedback import FeedbackJson, feedback_json


def feedback(content: Content, name: str, response: Response | None) -> FeedbackJson:
    return feedback_json(content.get_item(name), response, content.provisions)


def test_right_choice(content: Content) -> None:
    expected = {
        "item": "thu-mot",
        "response": "b",
        "score": "1",
        "maximum": "1",
        "correct": True,
        "right": 1,
        "total": 1,
        "explanation": explanation_json(content.get_item("thu-mot"), content.provisions),
    }
    assert expected == feedback(content, "thu-mot", "b")


def test_group_counts_its_statements(content: Content) -> None:
    response = {"a": True, "b": False, "c": False, "d": False}
    shown = feedback(content, "thu-nhom", response)
    assert ("0.5", 3, 4, False) == (
        shown["score"],
        shown["right"],
        shown["total"],
        shown["correct"],
    )
    assert response == shown["response"]


def test_choices_come_back_in_the_items_order(content: Content) -> None:
    assert feedback(content, "thu-nhieu", frozenset({"d", "a"}))["response"] == ["a", "d"]


def test_a_typed_answer_comes_back_normalized(content: Content) -> None:
    assert feedback(content, "thu-am", "\u2212 0.5")["response"] == "-0,5"


def test_the_answer_can_be_shown_without_a_response(content: Content) -> None:
    shown = feedback(content, "thu-nhom", None)
    assert (None, None, None) == (shown["response"], shown["score"], shown["correct"])
    assert len(shown["explanation"]["options"]) == 4


def test_a_response_of_another_kind_is_refused(content: Content) -> None:
    with pytest.raises(ResponseError):
        feedback(content, "thu-mot", frozenset("b"))


@pytest.mark.parametrize(
    ("name", "response"), [("thu-nhieu", frozenset("ac")), ("thu-nhom", {"a": True})]
)
def test_feedback_is_json(content: Content, name: str, response: Response) -> None:
    shown = feedback(content, name, response)
    assert shown == json.loads(json.dumps(shown))
