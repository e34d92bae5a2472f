"""The answers of a handout's questions with reasons and law: for the teacher's version only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lachan.assembly import option_labels
from lachan.domain.items import Item, MultipleChoice, ShortAnswer, SingleChoice, TrueFalseGroup
from lachan.domain.papers import FormItem
from lachan.domain.rich_text import RichText
from lachan.printing.pictures import PictureTray

RIGHT = "đúng"
WRONG = "chưa đúng"


def key_entry(
    number: int, item: Item, citations: Mapping[str, str], tray: PictureTray
) -> dict[str, Any]:
    """Return the key of one question, JSON-ready."""
    labels = option_labels(item, FormItem(item.id, option_ids(item)))
    match item.body:
        case SingleChoice(choices, key):
            answer = labels[key]
            rows = [(labels[c.id], c.id == key, c.reason) for c in choices]
        case MultipleChoice(choices, keys):
            answer = ", ".join(labels[c.id] for c in choices if c.id in keys)
            rows = [(labels[c.id], c.id in keys, c.reason) for c in choices]
        case TrueFalseGroup(statements):
            answer = ", ".join(f"{labels[s.id]}) {_truth(s.key)}" for s in statements)
            rows = [(labels[s.id], s.key, s.reason) for s in statements]
        case ShortAnswer(key, _, unit, reason):
            answer = f"{key} {unit}".strip()
            rows = [("", True, reason)]
    return {
        "number": number,
        "id": item.id,
        "answer": answer,
        "reasons": _reasons(rows, isinstance(item.body, TrueFalseGroup), tray),
        "law": [citations.get(cited, cited) for cited in item.all_citations],
    }


def option_ids(item: Item) -> tuple[str, ...]:
    """Return the ids of choices or statements as the author ordered them."""
    match item.body:
        case SingleChoice(choices) | MultipleChoice(choices):
            return tuple(choice.id for choice in choices)
        case TrueFalseGroup(statements):
            return tuple(statement.id for statement in statements)
        case ShortAnswer():
            return ()


def _truth(key: bool) -> str:
    return "Đúng" if key else "Sai"


def _reasons(
    rows: Sequence[tuple[str, bool, RichText]], grouped: bool, tray: PictureTray
) -> list[dict[str, Any]]:
    marks = ("Đúng", "Sai") if grouped else (RIGHT, WRONG)
    return [
        {
            "label": label,
            "mark": marks[0 if right else 1] if label else "",
            "text": tray.nodes(reason),
        }
        for label, right, reason in rows
        if reason
    ]
