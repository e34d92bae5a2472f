"""The answers of a handout's questions with reasons and law: for the teacher's version only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from lachan.assembly import as_written, option_labels, printed_key, target_labels
from lachan.assembly.keys import CHOICE_LETTERS
from lachan.domain.bodies import (
    Body,
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
from lachan.domain.items import Item
from lachan.domain.rich_text import RichText
from lachan.printing.pictures import PictureTray
from lachan.text import format_decimal

Row = tuple[str, str, RichText]
"""Label, mark and text of one reason."""

RIGHT = "đúng"
WRONG = "chưa đúng"
TRUTH = {True: "Đúng", False: "Sai"}


def key_entry(
    number: int, item: Item, citations: Mapping[str, str], tray: PictureTray
) -> dict[str, Any]:
    """Return the key of one question, JSON-ready."""
    return {
        "number": number,
        "id": item.id,
        "answer": _answer(item),
        "reasons": [
            {"label": label, "mark": mark, "text": tray.nodes(reason)}
            for label, mark, reason in _rows(item)
            if reason
        ],
        "law": [citations.get(cited, cited) for cited in item.all_citations],
    }


def _answer(item: Item) -> str:
    labels = option_labels(item, as_written(item))
    match item.body:
        case MultipleChoice(choices, keys):
            return ", ".join(labels[c.id] for c in choices if c.id in keys)
        case TrueFalseGroup(statements):
            return ", ".join(f"{labels[s.id]}) {TRUTH[s.key]}" for s in statements)
        case ShortAnswer(key, _, unit):
            return f"{key} {unit}".strip()
        case Ordering():
            return " → ".join(printed_key(item, as_written(item)))
        case Essay():
            return "chấm theo tiêu chí"
        case _:
            return printed_key(item, as_written(item))


def _rows(item: Item) -> Iterable[Row]:
    labels = option_labels(item, as_written(item))
    match item.body:
        case SingleChoice(choices, key):
            return [(labels[c.id], _mark(c.id == key), c.reason) for c in choices]
        case MultipleChoice(choices, keys):
            return [(labels[c.id], _mark(c.id in keys), c.reason) for c in choices]
        case TrueFalseGroup(statements):
            return [(labels[s.id], TRUTH[s.key], s.reason) for s in statements]
        case ShortAnswer() | ShortText():
            return [("", "", item.body.reason)]
        case Ordering(steps):
            return [(labels[step.id], f"bước {n}", step.reason) for n, step in enumerate(steps, 1)]
        case Matching() | Scenario() | Essay():
            return _long_rows(item, item.body, labels)


def _long_rows(item: Item, body: Body, labels: Mapping[str, str]) -> Iterable[Row]:
    match body:
        case Matching(pairs, extra):
            letters = target_labels(as_written(item))
            yield from ((labels[p.id], f"nối {letters[p.id]}", p.reason) for p in pairs)
            yield from ((letters[each.id], "thừa", each.reason) for each in extra)
        case Scenario(scenes):
            for number, scene in enumerate(scenes, 1):
                for letter, choice in zip(CHOICE_LETTERS, scene.choices, strict=False):
                    yield f"{number}{letter}", _mark(choice.best), choice.reason
        case Essay(rubric, guide):
            yield "", "", guide
            for criterion in rubric:
                yield criterion.id, f"{format_decimal(criterion.points)} điểm", criterion.text


def _mark(right: bool) -> str:
    return RIGHT if right else WRONG
