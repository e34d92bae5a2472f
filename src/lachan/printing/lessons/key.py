"""Answers with reasons and law, for teachers and markers only: never on what pupils get."""

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
from lachan.domain.names import SKILL_NOTE
from lachan.domain.papers.paper import FormItem
from lachan.domain.rich.text import RichText
from lachan.printing.citation_list import group_citations
from lachan.printing.pictures import PictureTray
from lachan.text import format_decimal

Row = tuple[str, str, RichText]
"""Label, mark and text of one reason."""

RIGHT = "đúng"
WRONG = "chưa đúng"
TRUTH = {True: "Đúng", False: "Sai"}


def key_entry(
    number: int,
    item: Item,
    citations: Mapping[str, str],
    tray: PictureTray,
    printed: FormItem | None = None,
) -> dict[str, Any]:
    """Return the key of one question, JSON-ready.

    Letters are those of `printed`, the question as a form prints it; where it is left out,
    the options stand as their author wrote them.
    """
    shown = printed or as_written(item)
    return {
        "number": number,
        "id": item.id,
        "answer": _answer(item, shown),
        "reasons": [
            {"label": label, "mark": mark, "text": tray.nodes(reason)}
            for label, mark, reason in _rows(item, shown)
            if reason
        ],
        "law": _law(item, citations),
    }


def _law(item: Item, citations: Mapping[str, str]) -> list[str]:
    if item.is_skill:
        return [SKILL_NOTE]
    labelled = {each: citations[each] for each in item.all_citations if each in citations}
    return group_citations(labelled) + [c for c in item.all_citations if c not in citations]


def _answer(item: Item, printed: FormItem) -> str:
    labels = option_labels(item, printed)
    match item.body:
        case MultipleChoice(_, keys):
            return ", ".join(label for option, label in labels.items() if option in keys)
        case TrueFalseGroup(statements):
            truth = {statement.id: TRUTH[statement.key] for statement in statements}
            return ", ".join(f"{label}) {truth[option]}" for option, label in labels.items())
        case ShortAnswer(key, _, unit):
            return f"{key} {unit}".strip()
        case Ordering():
            return " → ".join(printed_key(item, printed))
        case Essay():
            return "chấm theo tiêu chí"
        case _:
            return printed_key(item, printed)


def _rows(item: Item, printed: FormItem) -> Iterable[Row]:
    labels = option_labels(item, printed)
    match item.body:
        case SingleChoice(choices, key):
            return _in_order((labels[c.id], _mark(c.id == key), c.reason) for c in choices)
        case MultipleChoice(choices, keys):
            return _in_order((labels[c.id], _mark(c.id in keys), c.reason) for c in choices)
        case TrueFalseGroup(statements):
            return _in_order((labels[s.id], TRUTH[s.key], s.reason) for s in statements)
        case ShortAnswer() | ShortText():
            return [("", "", item.body.reason)]
        case Ordering(steps):
            return [(labels[step.id], f"bước {n}", step.reason) for n, step in enumerate(steps, 1)]
        case Matching() | Scenario() | Essay():
            return _long_rows(item.body, printed, labels)


def _long_rows(body: Body, printed: FormItem, labels: Mapping[str, str]) -> Iterable[Row]:
    match body:
        case Matching(pairs, extra):
            letters = target_labels(printed)
            yield from _in_order((labels[p.id], f"nối {letters[p.id]}", p.reason) for p in pairs)
            yield from ((letters[each.id], "thừa", each.reason) for each in extra)
        case Scenario(scenes):
            for number, scene in enumerate(scenes, 1):
                for letter, choice in zip(CHOICE_LETTERS, scene.choices, strict=False):
                    yield f"{number}{letter}", _mark(choice.best), choice.reason
        case Essay(rubric, guide):
            yield "", "", guide
            for criterion in rubric:
                yield criterion.id, f"{format_decimal(criterion.points)} điểm", criterion.text


def _in_order(rows: Iterable[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: row[0])


def _mark(right: bool) -> str:
    return RIGHT if right else WRONG
