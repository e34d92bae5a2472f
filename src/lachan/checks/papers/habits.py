"""No form rewards a habit: the longest choice, the most careful, absolute words held for Sai."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import Any

from lachan.checks.papers.record import Fault, FormRecord, PaperRecord
from lachan.domain.bodies import TRUE_FALSE_SCORES
from lachan.domain.papers.habits import HABITS, Habit
from lachan.domain.rich.node_reader import from_nodes
from lachan.domain.rich.plain import render_plain
from lachan.errors import Severity
from lachan.text import format_decimal

# A habit may earn, or lose, this share of a form's points, or what one question is worth.
MOST = Fraction(5, 100)

_NAMES = {
    "longest": "chọn phương án dài nhất",
    "shortest": "chọn phương án ngắn nhất",
    "careful": "chọn phương án nghe cẩn thận nhất",
    "absolute": "coi ý có từ tuyệt đối (chỉ, mọi, không thể…) là Sai",
}


def check_habits(record: PaperRecord) -> Iterator[Fault]:
    """What a habit earns lies in the bank, which may hold no better items: a warning."""
    if not record.rules["key_balance"]:
        return
    for form in record.sets.values():
        for habit in HABITS:
            yield from _check_habit(record, form, habit)


def _check_habit(record: PaperRecord, form: FormRecord, habit: Habit) -> Iterator[Fault]:
    gains = [
        _gain(question.item, record.parts[question.part], habit) for question in form.questions
    ]
    points = [Fraction(record.parts[question.part]["points"]) for question in form.questions]
    gain = sum(gains, Fraction())
    if abs(gain) > max(sum(points, Fraction()) * MOST, *points):
        told = format_decimal(round(Decimal(gain.numerator) / gain.denominator, 2))
        message = f"{_NAMES[habit.name]} thì hơn (kém) đoán mò {told} điểm"
        hint = "soạn thêm câu mà thói quen ấy không đoán được"
        yield Fault("PP030", f"mã đề {form.code}", message, hint, Severity.WARNING)


def _gain(item: dict[str, Any], part: dict[str, Any], habit: Habit) -> Fraction:
    points = Fraction(part["points"])
    if item["type"] == "single_choice":
        ranks = [habit.rank(_text(choice)) for choice in item["choices"]]
        key = [choice["id"] for choice in item["choices"]].index(item["key"])
        taken = Fraction(ranks[key] == max(ranks), ranks.count(max(ranks)))
        return points * (taken - Fraction(1, len(ranks)))
    if item["type"] == "true_false_group":
        usual = [points * Fraction(score) for score in TRUE_FALSE_SCORES[1:]]
        steps = [Fraction(), *(map(Fraction, part["steps"]) if part["steps"] else usual)]
        statements = item["statements"]
        right = [
            told if each["key"] else 1 - told
            for each in statements
            for told in (habit.believe(_text(each)),)
        ]
        return _mean(steps, right) - _mean(steps, [Fraction(1, 2)] * len(right))
    return Fraction()


def _mean(steps: list[Fraction], right: list[Fraction]) -> Fraction:
    """Return the mean points over every way to be right or wrong on four statements."""
    total = Fraction()
    for hits in product((False, True), repeat=len(right)):
        chance = Fraction(1)
        for hit, each in zip(hits, right, strict=True):
            chance *= each if hit else 1 - each
        total += chance * steps[sum(hits)]
    return total


def _text(option: dict[str, Any]) -> str:
    return render_plain(from_nodes(option["text"]))
