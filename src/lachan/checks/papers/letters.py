"""Key letters tell nothing: equal shares over a form, and never four alike in a row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from lachan.checks.papers.record import Fault, FormRecord, PaperRecord, Question
from lachan.errors import Severity


def check_letters(record: PaperRecord) -> Iterator[Fault]:
    """Shares differ by one at most, and no part has four equal keys in a row.

    Pinned keys may force more; then only what could still be evened out is a fault, and a run
    is a warning.
    """
    if not record.rules["key_balance"]:
        return
    for form in record.forms:
        yield from _check_shares(form)
        for part in form.parts:
            yield from _check_runs(form, [q for q in part if _is_single(q)])


def _is_single(question: Question) -> bool:
    return bool(question.item["type"] == "single_choice")


def _place(question: Question) -> int:
    return question.options.index(question.item["key"])


def _free_places(item: dict[str, Any]) -> set[int]:
    """Return where the key of an item could stand."""
    choices = item["choices"]
    own = next(index for index, choice in enumerate(choices) if choice["id"] == item["key"])
    if choices[own]["pinned"]:
        return {own}
    return {index for index, choice in enumerate(choices) if not choice["pinned"]}


def _check_shares(form: FormRecord) -> Iterator[Fault]:
    questions = [question for question in form.questions if _is_single(question)]
    shares = Counter(_place(question) for question in questions)
    for full in sorted(shares):
        # Places to which one of this place's keys could go, straight or over other questions.
        reached, queue = {full}, [full]
        for here in queue:
            for question in questions:
                if _place(question) == here:
                    new = _free_places(question.item) - reached
                    reached |= new
                    queue += sorted(new)
        low = min(reached, key=lambda place: (shares[place], place))
        if shares[full] - shares[low] > 1:
            message = (
                f"đáp án {'ABCDEFGHI'[full]} có {shares[full]} lần, "
                f"{'ABCDEFGHI'[low]} có {shares[low]}"
            )
            yield Fault("PP016", f"mã đề {form.code}", message, "trộn lại phương án")
            return


def _check_runs(form: FormRecord, questions: list[Question]) -> Iterator[Fault]:
    forced = any(len(_free_places(q.item)) < len(q.item["choices"]) for q in questions)
    severity = Severity.WARNING if forced else Severity.ERROR
    for start in range(len(questions) - 3):
        four = questions[start : start + 4]
        if len({_place(question) for question in four}) == 1 and _in_a_row(four):
            message = f"từ câu {four[0].number} đến câu {four[3].number} cùng một đáp án"
            where = f"mã đề {form.code}, phần {four[0].part + 1}"
            yield Fault("PP017", where, message, "trộn lại phương án", severity)


def _in_a_row(questions: list[Question]) -> bool:
    return questions[-1].number - questions[0].number == len(questions) - 1
