"""What a reviewer reads of an item's body: each part with its verdict and its reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lachan.domain.bodies import (
    Body,
    Choice,
    Essay,
    Matching,
    MultipleChoice,
    Ordering,
    Scenario,
    ShortAnswer,
    ShortText,
    SingleChoice,
    TrueFalseGroup,
)
from lachan.domain.rich.text import RichText
from lachan.text import format_decimal


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A part of an item: `label` says what it is and whether it is right."""

    label: str
    text: RichText = ()
    reason: RichText = ()


def review_rows(body: Body) -> Iterator[ReviewRow]:
    """Yield all parts of a body, keys and reasons included, in the author's order."""
    match body:
        case SingleChoice(choices, key):
            yield from _choices(choices, {key})
        case MultipleChoice(choices, keys):
            yield from _choices(choices, keys)
        case TrueFalseGroup(statements):
            for each in statements:
                verdict = "Đúng" if each.key else "Sai"
                yield ReviewRow(f"{each.id}) {verdict}", each.text, each.reason)
        case ShortAnswer(key, accepted, unit, reason):
            yield ReviewRow(_typed(key, accepted, unit), (), reason)
        case ShortText(key, accepted, reason):
            yield ReviewRow(_typed(key, accepted), (), reason)
        case Matching() | Ordering() | Scenario() | Essay():
            yield from _long_rows(body)


def _long_rows(body: Matching | Ordering | Scenario | Essay) -> Iterator[ReviewRow]:
    match body:
        case Matching(pairs, extra):
            for number, pair in enumerate(pairs, 1):
                yield ReviewRow(f"Cặp {number}, bên trái", pair.left)
                yield ReviewRow(f"Cặp {number}, bên phải", pair.right, pair.reason)
            for each in extra:
                yield ReviewRow("Bên phải, thừa", each.text, each.reason)
        case Ordering(steps):
            for number, step in enumerate(steps, 1):
                yield ReviewRow(f"Bước {number} (thứ tự đúng)", step.text, step.reason)
        case Scenario():
            yield from _scenes(body)
        case Essay(rubric, guide):
            yield ReviewRow("Gợi ý", guide)
            for criterion in rubric:
                points = format_decimal(criterion.points)
                yield ReviewRow(f"Tiêu chí, {points} điểm", criterion.text)


def _choices(choices: tuple[Choice, ...], keys: frozenset[str] | set[str]) -> Iterator[ReviewRow]:
    for each in choices:
        verdict = " (đáp án)" if each.id in keys else ""
        yield ReviewRow(f"{each.id.upper()}.{verdict}", each.text, each.reason)


def _typed(key: str, accepted: tuple[str, ...], unit: str = "") -> str:
    others = f"; cũng nhận: {', '.join(accepted)}" if accepted else ""
    return f"Đáp án: {key} {unit}".rstrip() + others


def _scenes(body: Scenario) -> Iterator[ReviewRow]:
    numbers = {scene.id: number for number, scene in enumerate(body.scenes, 1)}
    for scene in body.scenes:
        ending = ", kết" if scene.ending else ""
        yield ReviewRow(f"Cảnh {numbers[scene.id]}{ending}", scene.text)
        for each in scene.choices:
            verdict = ", cách tốt nhất" if each.best else ""
            label = f"Chọn để sang cảnh {numbers[each.next]}{verdict}"
            yield ReviewRow(label, each.text, each.reason)
