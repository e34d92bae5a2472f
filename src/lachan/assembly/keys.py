"""The key of a form, as printed: letters depend on the form, ids do not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lachan.domain.bodies import (
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
from lachan.domain.kinds import ItemType
from lachan.domain.papers.paper import Form, FormItem, Paper

CHOICE_LETTERS = "ABCDEFGHI"
STATEMENT_LETTERS = "abcd"


@dataclass(frozen=True, slots=True)
class KeyRow:
    """The key of one printed question.

    Attributes
    ----------
    part, number
        The part (from 1) and the question's number in it (each part starts again at 1).
    item_id
        The item behind it, the same in every form.
    key
        As printed in this form: "B", "AC", "ĐSĐS" (statements a to d), "111", "1C 2A 3B" (left
        with right sides), "CABD" (steps in order), "1A 3B" (best choice of each scene); empty
        for an essay, which a person marks.
    points
        For a fully correct answer.
    """

    part: int
    number: int
    item_id: str
    key: str
    points: Decimal


def form_key(paper: Paper, form: Form) -> list[KeyRow]:
    """Return the key of every question of `form`, in printed order."""
    return [
        KeyRow(
            part=part_number,
            number=number,
            item_id=printed.item_id,
            key=printed_key(paper.items[printed.item_id], printed),
            points=part.points,
        )
        for part_number, (part, items) in enumerate(
            zip(paper.blueprint.parts, form.parts, strict=True), 1
        )
        for number, printed in enumerate(items, 1)
    ]


def option_labels(item: Item, printed: FormItem) -> dict[str, str]:
    """Return option id → printed label, in printed order: A…, a… (statements), 1… (pairs)."""
    match item.type:
        case ItemType.TRUE_FALSE_GROUP:
            letters: Sequence[str] = STATEMENT_LETTERS
        case ItemType.MATCHING:
            letters = [str(number) for number in range(1, len(printed.options) + 1)]
        case _:
            letters = CHOICE_LETTERS
    return dict(zip(printed.options, letters, strict=False))


def target_labels(printed: FormItem) -> dict[str, str]:
    """Return right-side id → printed letter, in printed order (empty but for pairs)."""
    return dict(zip(printed.targets, CHOICE_LETTERS, strict=False))


def printed_key(item: Item, printed: FormItem) -> str:
    """Return the key of one question as `printed` shows it (see `KeyRow.key`)."""
    labels = option_labels(item, printed)
    match item.body:
        case SingleChoice(_, key):
            return labels[key]
        case MultipleChoice(_, keys):
            return "".join(label for option_id, label in labels.items() if option_id in keys)
        case TrueFalseGroup(statements):
            truth = {statement.id: statement.key for statement in statements}
            return "".join("Đ" if truth[option_id] else "S" for option_id in printed.options)
        case ShortAnswer(key) | ShortText(key):
            return key
        case Matching():
            targets = target_labels(printed)
            return " ".join(f"{label}{targets[pair_id]}" for pair_id, label in labels.items())
        case Ordering(steps):
            return "".join(labels[step.id] for step in steps)
        case Scenario():
            return " ".join(_best_choices(item.body))
        case Essay():
            return ""


def _best_choices(scenario: Scenario) -> Iterator[str]:
    """Yield number of scene and letter of its best choice, for each scene with choices."""
    for number, scene in enumerate(scenario.scenes, 1):
        for letter, choice in zip(CHOICE_LETTERS, scene.choices, strict=False):
            if choice.best:
                yield f"{number}{letter}"
