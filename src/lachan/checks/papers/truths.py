"""The Đúng of true/false groups tell nothing by their number, their letters or their order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lachan.checks.papers.record import Fault, FormRecord, PaperRecord, Question
from lachan.errors import Severity

LETTERS = "abcd"
SWINGING = ("ĐSĐS", "SĐSĐ")
# Groups in a form from which on their numbers of Đúng say something, and from which on Đúng stands
# equally often at each letter.
SOME, MANY = 3, 4


def check_truths(record: PaperRecord) -> Iterator[Fault]:
    """No form lets a contestant live on ĐSĐS, on two Đúng in four, or on a letter.

    What the order of statements decides is a fault. How many Đúng a group has lies in the bank,
    which may hold no other: that is a warning.
    """
    if not record.rules["key_balance"]:
        return
    for form in record.forms:
        groups = [q for q in form.questions if q.item["type"] == "true_false_group"]
        if len(groups) >= SOME:
            yield from _check_numbers(form, groups)
        if len(groups) > 1:
            yield from _check_swings(form, groups)
            yield from _check_neighbours(groups)
        if len(groups) >= MANY:
            yield from _check_letters(form, groups)


def _pattern(question: Question) -> str:
    truth = {statement["id"]: statement["key"] for statement in question.item["statements"]}
    return "".join("Đ" if truth[option] else "S" for option in question.options)


def _check_numbers(form: FormRecord, groups: Sequence[Question]) -> Iterator[Fault]:
    """No more than half of the groups, rounded up, have the same number of Đúng."""
    number, count = Counter(_pattern(q).count("Đ") for q in groups).most_common(1)[0]
    if count > -(-len(groups) // 2):
        message = f"{count}/{len(groups)} nhóm đúng/sai có đúng {number} ý Đúng"
        hint = "soạn thêm nhóm có số ý Đúng khác cho các ô ấy"
        yield Fault("PP028", f"mã đề {form.code}", message, hint, Severity.WARNING)


def _check_swings(form: FormRecord, groups: Sequence[Question]) -> Iterator[Fault]:
    """Of the groups with two Đúng, at most a third (rounded up) alternate."""
    patterns = [_pattern(question) for question in groups]
    swings = sum(pattern in SWINGING for pattern in patterns)
    twos = sum(pattern.count("Đ") == len(LETTERS) / 2 for pattern in patterns)
    if swings > -(-twos // 3):
        message = f"{swings}/{twos} nhóm có hai ý Đúng xen kẽ Đúng, Sai đều đặn"
        yield Fault("PP029", f"mã đề {form.code}", message, "trộn lại các ý")


def _check_neighbours(groups: Sequence[Question]) -> Iterator[Fault]:
    """Two groups in a row do not have the same key, unless all is Đúng or all Sai."""
    for first, second in pairwise(groups):
        pattern = _pattern(first)
        together = first.part == second.part and second.number == first.number + 1
        if together and pattern == _pattern(second) and len(set(pattern)) > 1:
            message = f"đáp án {pattern} giống hệt câu ngay trước"
            yield Fault("PP029", second.where, message, "trộn lại các ý")


def _check_letters(form: FormRecord, groups: Sequence[Question]) -> Iterator[Fault]:
    """Đúng stands at each letter equally often, give or take one."""
    patterns = [_pattern(question) for question in groups]
    shares = {letter: sum(p[i] == "Đ" for p in patterns) for i, letter in enumerate(LETTERS)}
    low, high = min(shares, key=lambda x: shares[x]), max(shares, key=lambda x: shares[x])
    if shares[high] - shares[low] > 1:
        message = f"ý {high}) Đúng {shares[high]} lần, ý {low}) {shares[low]} lần"
        yield Fault("PP029", f"mã đề {form.code}", message, "trộn lại các ý")
