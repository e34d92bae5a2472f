import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from random import Random
from typing import Any

import pytest

from lachan.content import Content
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
def practice(content: Content) -> Practice:
    return Practice(content, Random(5), lesson_href="bai_hoc.ipynb?bai={slug}")


WRONG = {
    "thu-mot": "a",
    "thu-nhieu": ["b"],
    "thu-nhom": {"a": False},
    "thu-ngan": "9",
    "thu-am": "9",
}


def answer(practice: Practice, responses: Mapping[str, object] = RIGHT) -> str:
    """Answer the question on show and go on; return its id."""
    name = str(practice.turn["item"])
    practice.receive({"type": "answer", "item": name, "response": responses[name]})
    if practice.turn["done"] < practice.turn["total"]:
        practice.receive({"type": "next"})
    assert practice.notice == ""
    return name


def finish(practice: Practice) -> None:
    while practice.turn["done"] < practice.turn["total"]:
        answer(practice)
    practice.receive({"type": "finish"})


def states(practice: Practice) -> dict[str, str]:
    return {row["item"]: row["state"] for row in practice.result["rows"]}


def test_menu_counts_ready_practice_items(practice: Practice) -> None:
    topics = [{"topic": "thu", "title": "Bài thử", "count": 5}]
    expected = [{"band": "thcs", "label": "Trung học cơ sở", "topics": topics}]
    assert expected == practice.menu


def test_start_draws_and_shows(practice: Practice) -> None:
    practice.receive({**START, "length": 3})
    assert ("run", "Bài thử", 3) == (practice.stage, practice.title, len(practice.items))


def test_contest_and_draft_items_never_come(practice: Practice) -> None:
    practice.receive(START)
    assert set(RIGHT) == {item["id"] for item in practice.items}


def test_a_wrong_item_comes_back_after_three_others(practice: Practice) -> None:
    practice.receive(START)
    first = answer(practice, WRONG)
    others = [answer(practice) for _ in range(3)]
    assert first not in others
    assert (first, True, 1) == (
        practice.turn["item"],
        practice.turn["is_return"],
        practice.turn["waiting"],
    )


def test_progress_counts_what_is_done_with(practice: Practice) -> None:
    practice.receive(START)
    assert (0, 5) == (practice.turn["done"], practice.turn["total"])
    answer(practice, WRONG)
    assert practice.turn["done"] == 0
    answer(practice)
    assert practice.turn["done"] == 1


def test_an_answer_says_whether_it_comes_back(practice: Practice) -> None:
    practice.receive(START)
    name = practice.turn["item"]
    practice.receive({"type": "answer", "item": name, "response": WRONG[name]})
    assert (name, True, True) == tuple(
        practice.turn[each] for each in ("item", "answered", "comes_back")
    )


def test_later_puts_a_question_at_the_end(practice: Practice) -> None:
    practice.receive(START)
    first = practice.turn["item"]
    practice.receive({"type": "later"})
    asked = [answer(practice) for _ in range(5)]
    assert first == asked[-1]


def test_result_says_how_each_ended_and_what_to_read(practice: Practice) -> None:
    practice.receive(START)
    mended = answer(practice, WRONG)
    for _ in range(3):
        answer(practice)
    assert mended == answer(practice)
    wrong = answer(practice, WRONG)
    practice.receive({"type": "finish"})
    assert ("later", "wrong", 4) == (
        states(practice)[mended],
        states(practice)[wrong],
        practice.result["right"],
    )
    assert practice.result["read"]
    assert practice.result["lesson"] == {"title": "Bài thử", "href": "bai_hoc.ipynb?bai=thu"}


def test_what_was_not_asked_stays_open(practice: Practice) -> None:
    practice.receive(START)
    answer(practice)
    practice.receive({"type": "finish"})
    assert ["open"] * 4 == [state for state in states(practice).values() if state != "right"]


def test_again_asks_only_what_did_not_end_right(practice: Practice) -> None:
    practice.receive({**START, "length": 1})
    name = practice.turn["item"]
    for _ in range(3):
        answer(practice, WRONG)
    practice.receive({"type": "finish"})
    practice.receive({"type": "again"})
    assert ([name], {}, "run") == (
        [item["id"] for item in practice.items],
        practice.feedback,
        practice.stage,
    )


def test_all_right_leaves_nothing_to_read(practice: Practice) -> None:
    practice.receive(START)
    finish(practice)
    assert (5, []) == (practice.result["right"], practice.result["read"])
    practice.receive({"type": "again"})
    assert practice.notice
    assert practice.stage == "result"


def test_leaving_forgets_everything(practice: Practice) -> None:
    practice.receive(START)
    answer(practice)
    practice.receive({"type": "leave"})
    assert ("choose", [], {}, {}) == (
        practice.stage,
        practice.items,
        practice.feedback,
        practice.session,
    )


def test_the_screen_speaks_to_the_band_and_then_to_everyone_again(practice: Practice) -> None:
    everyone = practice.texts["missing_choice"]
    practice.receive(START)
    assert "Em hãy chọn một đáp án rồi bấm Kiểm tra nhé." == practice.texts["missing_choice"]
    practice.receive({"type": "leave"})
    assert "Hãy chọn một đáp án rồi bấm Kiểm tra." == everyone == practice.texts["missing_choice"]


SHOWN = ("stage", "title", "items", "feedback", "turn", "result", "session", "texts")


def shown(practice: Practice) -> dict[str, object]:
    return {name: getattr(practice, name) for name in SHOWN}


def reopen(content: Content, session: object) -> Practice:
    """Return the practice of a new kernel that was sent `session`, as JSON carries it."""
    fresh = Practice(content, Random(99), lesson_href="bai_hoc.ipynb?bai={slug}")
    fresh.receive({"type": "resume", "session": json.loads(json.dumps(session))})
    return fresh


def test_a_new_kernel_goes_on_at_every_point(content: Content, practice: Practice) -> None:
    steps: list[Callable[[], object]] = [
        lambda: practice.receive(START),
        lambda: practice.receive({"type": "later"}),
        lambda: answer(practice, WRONG),
        lambda: answer(practice),
        lambda: practice.receive({"type": "finish"}),
        lambda: practice.receive({"type": "again"}),
        lambda: answer(practice, WRONG),
    ]
    for step in steps:
        step()
        assert shown(practice) == shown(reopen(content, practice.session))


def test_a_refused_answer_is_not_kept(content: Content, practice: Practice) -> None:
    practice.receive(START)
    before = practice.session
    practice.receive({"type": "answer", "item": practice.turn["item"], "response": {"x": 1}})
    assert practice.notice
    assert before == practice.session


def spoil(session: dict[str, object], **changes: object) -> dict[str, object]:
    return {**session, **changes}


@pytest.mark.parametrize(
    "change",
    [
        {"mark": "0" * 16},
        {"start": {"band": "thcs", "topic": "bo-roi", "length": 0}},
        {"seed": "7"},
        {"events": [{"type": "start"}]},
        {"events": [{"type": "answer", "item": "khong-co", "response": "a"}]},
        {"events": [{"type": "next"}]},
        {"events": [7]},
        {"events": [{"type": "later"}] * 501},
    ],
)
def test_a_stale_or_spoilt_session_starts_clean(
    content: Content, practice: Practice, change: dict[str, Any]
) -> None:
    practice.receive(START)
    fresh = reopen(content, spoil(practice.session, **change))
    assert ("choose", {}, [], {}) == (fresh.stage, fresh.session, fresh.items, fresh.feedback)
    assert fresh.notice.startswith("Bài luyện lần trước không mở lại được")


@pytest.mark.parametrize("session", [None, [], "x", {}, {"start": 1}])
def test_what_is_no_session_starts_clean(content: Content, session: object) -> None:
    fresh = reopen(content, session)
    assert ("choose", {}) == (fresh.stage, fresh.session)
    assert fresh.notice


def test_other_items_make_a_session_stale(content: Content, practice: Practice) -> None:
    practice.receive(START)
    fewer = replace(content, items=tuple(item for item in content.items if item.id != "thu-am"))
    assert reopen(fewer, practice.session).stage == "choose"


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
        {"type": "next"},
        {"type": "later"},
        {"type": "retry", "item": "thu-mot"},
        {"type": "answer", "item": "thu-mot", "response": "b"},
    ],
)
def test_what_cannot_be_done_gets_a_notice(practice: Practice, message: object) -> None:
    practice.receive(message)
    assert practice.notice
    assert practice.stage == "choose"


def test_without_an_address_the_lesson_is_only_named(content: Content) -> None:
    practice = Practice(content)
    practice.receive(START)
    practice.receive({"type": "finish"})
    assert practice.result["lesson"] == {"title": "Bài thử", "href": ""}
