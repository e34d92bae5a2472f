from random import Random

import pytest

from lachan.widgets import Practice

START = {"type": "start", "band": "thcs", "topic": "thu", "length": 0}
RIGHT = {
    "thu-mot": "b",
    "thu-nhieu": ["a", "c"],
    "thu-nhom": {"a": True, "b": False, "c": False, "d": True},
    "thu-ngan": "111",
    "thu-am": "-0,5",
}


@pytest.fixture
def practice(content) -> Practice:
    return Practice(content, Random(5), lesson_href="bai_hoc.ipynb?bai={slug}")


def answer(practice: Practice, name: str, response: object) -> None:
    practice.receive({"type": "answer", "item": name, "response": response})


def test_menu_counts_ready_practice_items(practice) -> None:
    topics = [{"topic": "thu", "title": "Bài thử", "count": 5}]
    expected = [{"band": "thcs", "label": "Trung học cơ sở", "topics": topics}]
    assert expected == practice.menu


def test_start_draws_and_shows(practice) -> None:
    practice.receive({**START, "length": 3})
    assert ("run", "Bài thử", 3) == (practice.stage, practice.title, len(practice.items))


def test_contest_and_draft_items_never_come(practice) -> None:
    practice.receive(START)
    assert set(RIGHT) == {item["id"] for item in practice.items}


def test_result_says_what_was_right_and_what_to_read(practice) -> None:
    practice.receive(START)
    for name in ("thu-mot", "thu-nhieu", "thu-ngan"):
        answer(practice, name, RIGHT[name])
    answer(practice, "thu-nhom", {"a": False})
    practice.receive({"type": "finish"})
    states = {row["item"]: row["state"] for row in practice.result["rows"]}
    assert states == {
        "thu-mot": "right",
        "thu-nhieu": "right",
        "thu-ngan": "right",
        "thu-nhom": "wrong",
        "thu-am": "open",
    }
    assert (3, 5) == (practice.result["right"], practice.result["total"])
    assert {"Khoản 1 Điều 22 Luật Thử 2024", "Điều 3 Luật Thử 2024"} == {
        each["label"] for each in practice.result["read"]
    }
    assert practice.result["lesson"] == {"title": "Bài thử", "href": "bai_hoc.ipynb?bai=thu"}


def test_again_asks_only_what_was_missed(practice) -> None:
    practice.receive(START)
    for name in ("thu-mot", "thu-nhieu", "thu-ngan", "thu-am"):
        answer(practice, name, RIGHT[name])
    practice.receive({"type": "finish"})
    practice.receive({"type": "again"})
    assert (["thu-nhom"], {}, "run") == (
        [item["id"] for item in practice.items],
        practice.feedback,
        practice.stage,
    )


def test_all_right_leaves_nothing_to_read(practice) -> None:
    practice.receive(START)
    for name, response in RIGHT.items():
        answer(practice, name, response)
    practice.receive({"type": "finish"})
    assert (5, []) == (practice.result["right"], practice.result["read"])
    practice.receive({"type": "again"})
    assert practice.notice
    assert practice.stage == "result"


def test_leaving_forgets_everything(practice) -> None:
    practice.receive(START)
    answer(practice, "thu-mot", "b")
    practice.receive({"type": "leave"})
    assert ("choose", [], {}) == (practice.stage, practice.items, practice.feedback)


@pytest.mark.parametrize(
    "message",
    [
        {**START, "band": "thpt"},
        {**START, "topic": ["thu"]},
        {**START, "length": -1},
        {**START, "length": True},
        {**START, "length": "5"},
        {"type": "start"},
        {"type": "finish"},
        {"type": "again"},
    ],
)
def test_what_cannot_be_done_gets_a_notice(practice, message) -> None:
    practice.receive(message)
    assert practice.notice
    assert practice.stage == "choose"


def test_without_an_address_the_lesson_is_only_named(content) -> None:
    practice = Practice(content)
    practice.receive(START)
    practice.receive({"type": "finish"})
    assert practice.result["lesson"] == {"title": "Bài thử", "href": ""}
