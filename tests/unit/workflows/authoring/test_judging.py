"""What is said of an item as it is being written."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from lachan.content import Content
from lachan.domain.kinds import Band
from lachan.errors import Severity
from lachan.workflows.authoring.judging import ItemJudge, Judged, Place

PLACE = Place(Band.LOWER_SECONDARY, "viec-nhe-luong-cao")
ENTRY: dict[str, Any] = {
    "id": "truong-thcs-001",
    "type": "single_choice",
    "level": "biet",
    "stem": "Ở trường em, ai là người em tìm tới trước tiên khi lo lắng?",
    "choices": [
        {"id": "a", "text": "Cô giáo chủ nhiệm", "reason": "Cô là người lớn tin cậy."},
        {"id": "b", "text": "Người lạ vừa nhắn tin", "reason": "Em chưa biết người ấy là ai."},
        {"id": "c", "text": "Một trang mạng không rõ chủ", "reason": "Không ai trả lời cho em."},
    ],
    "key": "a",
    "skill": "yes",
}


@pytest.fixture(scope="module")
def judge(real_content: Content) -> ItemJudge:
    return ItemJudge(real_content, dt.date(2026, 12, 1))


def told(judged: Judged) -> list[tuple[str, str]]:
    return [(each.code, ".".join(map(str, each.pointer))) for each in judged.problems]


def change(**changes: Any) -> dict[str, Any]:
    return {**ENTRY, **changes}


def choose(index: int, **changes: str) -> dict[str, Any]:
    rows = [{**row, **(changes if n == index else {})} for n, row in enumerate(ENTRY["choices"])]
    return change(choices=rows)


def test_a_good_item_has_no_problem_and_can_be_shown(judge: ItemJudge) -> None:
    judged = judge.judge(ENTRY, PLACE)
    assert told(judged) == []
    assert judged.item is not None
    assert (judged.item.id, judged.item.topic) == ("truong-thcs-001", "viec-nhe-luong-cao")


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        (change(stem=""), ("SC001", "stem")),
        (choose(1, text=""), ("SC001", "choices.1.text")),
        (choose(1, txt="x"), ("SC002", "choices.1.txt")),
        (change(key="d"), ("SC003", "key")),
        (change(key=""), ("SC001", "key")),
        (change(skill=""), ("SC003", "citations")),
        (change(id="Mã 1"), ("SC006", "id")),
        (change(id="thcs-vnlc-001"), ("QB001", "id")),
        (choose(0, reason=""), ("QB003", "choices.0")),
        (choose(0, text="Một trang mạng không rõ chủ"), ("QB007", "choices.2.text")),
        (change(enemies=["thcs-vnlc-999"]), ("QB008", "enemies")),
        (change(objective="khong-co"), ("QB010", "objective")),
        (change(skill="", citations=["luat-khong-co/d1"]), ("LW001", "citations.0")),
        (change(stem="Em từng bị ai lừa chưa?"), ("SF011", "stem")),
        (choose(2, reason="Bạn ấy ham tiền nên bị lừa."), ("SF003", "choices.2.reason")),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_each_problem_stands_at_the_field_it_is_about(
    judge: ItemJudge, entry: dict[str, Any], problem: tuple[str, str]
) -> None:
    assert problem in told(judge.judge(entry, PLACE))


def test_a_stem_that_is_asked_already_is_told(judge: ItemJudge, real_content: Content) -> None:
    stem = "Số điện thoại nào là tổng đài quốc gia tiếp nhận tin báo về mua bán người?"
    [problem] = judge.judge(change(stem=stem), PLACE).problems
    assert (problem.code, problem.severity) == ("QB006", Severity.ERROR)
    assert "thcs-vnlc-002" in problem.message


def test_an_item_is_not_compared_with_what_it_is_written_over(judge: ItemJudge) -> None:
    assert told(judge.judge(change(id="thcs-vnlc-001"), PLACE, "thcs-vnlc-001")) == []


def test_the_model_asks_to_read_again_without_calling_it_a_fault(judge: ItemJudge) -> None:
    entry = choose(2, reason="Bạn ấy dại dột tự chuốc lấy họa vì cả tin, đáng đời lắm thôi.")
    judged = judge.judge(entry, PLACE)
    asked = [(each.code, each.pointer) for each in judged.rereads]
    broken = [(each.code, each.pointer) for each in judged.problems]
    assert ("SF100", ("choices", 2, "reason")) in asked or broken


def test_errors_come_before_warnings(judge: ItemJudge) -> None:
    entry = change(stem="Em từng bị ai lừa chưa? " + "các em, " * 31)
    severities = [each.severity for each in judge.judge(entry, PLACE).problems]
    assert severities == sorted(severities)
    assert set(severities) == {Severity.ERROR, Severity.WARNING}
