"""Each question as it is printed: its options, and the key worked out again from its item."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from lachan.checks.papers.record import Fault, PaperRecord, Question

UPPER, LOWER = "ABCDEFGHI", "abcd"


def check_options(record: PaperRecord) -> Iterator[Fault]:
    """Options are all of the item's, once each; pinned ones stand where the author put them."""
    for form in record.forms:
        for question in form.questions:
            options, targets = _written(question.item)
            if sorted(question.options) != sorted(options):
                yield Fault("PP008", question.where, "phương án thiếu, thừa hoặc lặp")
            elif sorted(question.targets) != sorted(targets):
                yield Fault("PP008", question.where, "vế phải thiếu, thừa hoặc lặp")
            else:
                yield from _check_order(question)


def _check_order(question: Question) -> Iterator[Fault]:
    for index, choice in enumerate(question.item.get("choices", ())):
        if choice["pinned"] and question.options[index] != choice["id"]:
            yield Fault("PP009", question.where, f"phương án ghim {choice['id']} không đúng chỗ")
    steps = tuple(step["id"] for step in question.item.get("steps", ()))
    if steps and question.options == steps:
        yield Fault("PP026", question.where, "các bước in ra đã đúng thứ tự, không còn gì để hỏi")


def _written(item: dict[str, Any]) -> tuple[list[str], list[str]]:
    """Return the ids of an item's options, and of its right sides, as the author wrote them."""
    match item["type"]:
        case "single_choice" | "multiple_choice":
            return _ids(item["choices"]), []
        case "true_false_group":
            return _ids(item["statements"]), []
        case "ordering":
            return _ids(item["steps"]), []
        case "matching":
            return _ids(item["pairs"]), [*_ids(item["pairs"]), *_ids(item["extra"])]
        case _:
            return [], []


def _ids(things: Sequence[dict[str, Any]]) -> list[str]:
    return [str(thing["id"]) for thing in things]


def check_keys(record: PaperRecord) -> Iterator[Fault]:
    """The key in the manifest is the one that follows from the item and the printed order."""
    for form in record.forms:
        questions = list(form.questions)
        if len(questions) != len(form.key):
            message = f"có {len(questions)} câu nhưng {len(form.key)} đáp án"
            yield Fault("PP020", f"mã đề {form.code}", message)
            continue
        for question, row in zip(questions, form.key, strict=True):
            place = (question.part + 1, question.number, question.id)
            if (row["part"], row["number"], row["item"]) != place:
                yield Fault("PP020", question.where, "dòng đáp án ghi cho câu khác")
            elif row["key"] != (right := _key(question)):
                yield Fault(
                    "PP020", question.where, f'đáp án ghi "{row["key"]}", đúng là "{right}"'
                )


def _key(question: Question) -> str:
    item, options = question.item, question.options
    match item["type"]:
        case "single_choice":
            return UPPER[options.index(item["key"])]
        case "multiple_choice":
            return "".join(UPPER[index] for index, o in enumerate(options) if o in item["key"])
        case "true_false_group":
            truth = {statement["id"]: statement["key"] for statement in item["statements"]}
            return "".join("Đ" if truth[option] else "S" for option in options)
        case "matching":
            return " ".join(
                f"{number}{UPPER[question.targets.index(option)]}"
                for number, option in enumerate(options, 1)
            )
        case "ordering":
            return "".join(UPPER[options.index(step["id"])] for step in item["steps"])
        case "scenario":
            return " ".join(
                f"{number}{UPPER[index]}"
                for number, scene in enumerate(item["scenes"], 1)
                for index, choice in enumerate(scene["choices"])
                if choice["best"]
            )
        case "short_answer" | "short_text":
            return str(item["key"])
        case _:
            return ""
