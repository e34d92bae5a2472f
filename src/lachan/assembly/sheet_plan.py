"""Which bubbles a paper's answer sheet needs, and which of them its key blackens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lachan.assembly.keys import CHOICE_LETTERS, STATEMENT_LETTERS, KeyRow
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
from lachan.domain.papers.paper import FormItem, Paper
from lachan.domain.papers.sheets import (
    CODE,
    NUMBER,
    FieldKind,
    SheetField,
    SheetPart,
    SheetPlan,
    SheetQuestion,
)

DIGITS = tuple("0123456789")
NUMBER_COLUMNS = 6
TRUE, FALSE = "Đ", "S"

# The four columns of a short answer on the sheet of 2025: a minus can only come first, a comma
# neither first nor last.
SHORT_ANSWER_VALUES = (("-", *DIGITS), (",", *DIGITS), (",", *DIGITS), DIGITS)

Shape = tuple[tuple[str, tuple[str, ...]], ...]
"""Places of a question, each with the values of its bubbles."""


def plan_sheet(paper: Paper, *, number_columns: int = NUMBER_COLUMNS) -> SheetPlan:
    """Return the sheet that serves every form of `paper`.

    Part and number of a question are the same in all forms while its item may differ, so each
    question gets as many bubbles as the largest of its items needs. The form code has as many
    columns as the paper's codes have digits (3 or 4).
    """
    return SheetPlan(
        slug=paper.blueprint.slug,
        number_fields=_digit_fields(NUMBER, FieldKind.NUMBER, number_columns),
        code_fields=_digit_fields(CODE, FieldKind.CODE, len(paper.forms[0].code)),
        parts=tuple(
            SheetPart(
                number,
                part.type,
                tuple(
                    _questions(
                        number,
                        part.type,
                        [form.parts[number - 1] for form in paper.forms],
                        paper.items,
                    )
                ),
            )
            for number, part in enumerate(paper.blueprint.parts, 1)
        ),
    )


def key_marks(plan: SheetPlan, key: Sequence[KeyRow]) -> dict[str, tuple[str, ...]]:
    """Return field name → values that the key of one form blackens.

    Questions answered in writing have no fields and are left out.
    """
    rows = {(row.part, row.number): row.key for row in key}
    return {
        field.name: values
        for part in plan.parts
        for question in part.questions
        for field, values in zip(
            question.fields,
            _marked(part.type, question, rows[part.number, question.number]),
            strict=False,
        )
        if values
    }


def digit_marks(fields: Sequence[SheetField], digits: str) -> dict[str, tuple[str, ...]]:
    """Return the marks that write `digits` into columns of digits, zeros in front."""
    padded = digits.rjust(len(fields), "0")
    return {field.name: (digit,) for field, digit in zip(fields, padded, strict=True)}


def _digit_fields(name: str, kind: FieldKind, columns: int) -> tuple[SheetField, ...]:
    return tuple(
        SheetField(f"{name}.{column}", kind, DIGITS, place=str(column))
        for column in range(1, columns + 1)
    )


def _questions(
    part: int,
    kind: ItemType,
    forms: Sequence[Sequence[FormItem]],
    items: Mapping[str, Item],
) -> Iterator[SheetQuestion]:
    for number, printed in enumerate(zip(*forms, strict=True), 1):
        shapes = [_shape(items[one.item_id], one) for one in printed]
        yield SheetQuestion(
            number,
            tuple(
                SheetField(
                    ".".join(filter(None, (str(part), str(number), place))),
                    FieldKind.ANSWER,
                    values,
                    part,
                    number,
                    place,
                    many=kind is ItemType.MULTIPLE_CHOICE,
                )
                for place, values in _union(shapes)
            ),
        )


def _shape(item: Item, printed: FormItem) -> Shape:
    letters = tuple(CHOICE_LETTERS[: len(printed.options)])
    numbers = [str(at) for at in range(1, len(letters) + 1)]
    match item.body:
        case SingleChoice() | MultipleChoice():
            return (("", letters),)
        case TrueFalseGroup():
            return tuple((place, (TRUE, FALSE)) for place in STATEMENT_LETTERS[: len(letters)])
        case ShortAnswer():
            return tuple((str(at), values) for at, values in enumerate(SHORT_ANSWER_VALUES, 1))
        case Matching():
            targets = tuple(CHOICE_LETTERS[: len(printed.targets)])
            return tuple((number, targets) for number in numbers)
        case Ordering():
            return tuple((number, letters) for number in numbers)
        case Scenario(scenes):
            ways = ((str(at), len(scene.choices)) for at, scene in enumerate(scenes, 1))
            return tuple((at, tuple(CHOICE_LETTERS[:count])) for at, count in ways if count)
        case ShortText() | Essay():
            return ()


def _union(shapes: Sequence[Shape]) -> Shape:
    widest: dict[str, tuple[str, ...]] = {}
    for shape in shapes:
        for place, values in shape:
            widest[place] = max(widest.get(place, ()), values, key=len)
    return tuple(sorted(widest.items(), key=lambda one: (len(one[0]), one[0])))


def _marked(kind: ItemType, question: SheetQuestion, key: str) -> list[tuple[str, ...]]:
    match kind:
        case ItemType.MULTIPLE_CHOICE:
            return [tuple(key)]
        case ItemType.MATCHING | ItemType.SCENARIO:
            chosen = {pair[:-1]: pair[-1] for pair in key.split()}
            return [(chosen[f.place],) if f.place in chosen else () for f in question.fields]
        case _:
            return [(value,) for value in key]
