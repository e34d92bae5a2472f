"""Forms: the same items in an order of their own, options too, and no two forms alike."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence

from lachan.assembly.faults import CodeError
from lachan.domain.bodies import (
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
from lachan.domain.items import Item
from lachan.domain.papers import Form, FormItem

# Two short forms may come out alike by chance; each try draws again. With this many tries a
# form that can still differ is missed about never.
TRIES = 1000


def make_forms(
    parts: Sequence[Sequence[Item]], seed: str, codes: Sequence[str]
) -> tuple[Form, ...]:
    """Return one form a code, all different.

    Raises
    ------
    CodeError
        If the paper is too short to be shuffled into so many different forms.
    """
    forms: list[Form] = []
    for code in codes:
        met = {form.parts for form in forms}
        tries = (_shuffle_form(parts, seed, code, number) for number in range(TRIES))
        form = next((form for form in tries if form.parts not in met), None)
        if form is None:
            raise CodeError(
                f"Đề quá ngắn: chỉ trộn được {len(forms)} mã khác nhau, cần {len(codes)}. "
                "Hãy bớt số mã đề hoặc thêm câu vào ma trận."
            )
        forms.append(form)
    return tuple(forms)


def as_written(item: Item) -> FormItem:
    """Return the item as an unshuffled sheet prints it: options in the author's order.

    Steps and right sides are mixed all the same, since the author's order is their key.
    """
    match item.body:
        case SingleChoice(options) | MultipleChoice(options) | TrueFalseGroup(options):
            return FormItem(item.id, tuple(option.id for option in options))
        case Matching(pairs):
            mixed = shuffle_item(item, "", "")
            return FormItem(item.id, tuple(pair.id for pair in pairs), mixed.targets)
        case _:
            return shuffle_item(item, "", "")


def shuffle_item(item: Item, seed: str, code: str, number: int = 0) -> FormItem:
    """Return the item as the form `code` prints it; pinned choices keep their index.

    Scenes of a branching case stand in the author's order, by which their text refers to one
    another; the two columns of pairs are shuffled on their own.
    """

    def shuffle(ids: Iterable[str], column: str = "") -> list[str]:
        names = (item.id, column) if column else (item.id,)
        return sorted(ids, key=lambda each: _rank(seed, code, number, *names, each))

    match item.body:
        case SingleChoice(choices) | MultipleChoice(choices):
            free = iter(shuffle(choice.id for choice in choices if not choice.pinned))
            order = (choice.id if choice.pinned else next(free) for choice in choices)
            return FormItem(item.id, tuple(order))
        case TrueFalseGroup(options):
            return FormItem(item.id, tuple(shuffle(option.id for option in options)))
        case Ordering(steps):
            return FormItem(item.id, _unlike(tuple(shuffle(step.id for step in steps)), steps))
        case Matching(pairs, extra):
            targets = shuffle([*(p.id for p in pairs), *(e.id for e in extra)], "right")
            return FormItem(item.id, tuple(shuffle(pair.id for pair in pairs)), tuple(targets))
        case ShortAnswer() | ShortText() | Scenario() | Essay():
            return FormItem(item.id)


def _unlike(order: tuple[str, ...], steps: Sequence[Choice]) -> tuple[str, ...]:
    """Turn an order that chance made right by one place: printed right, it asks nothing."""
    right = tuple(step.id for step in steps)
    return (*order[1:], order[0]) if order == right else order


def _shuffle_form(parts: Sequence[Sequence[Item]], seed: str, code: str, number: int) -> Form:
    return Form(
        code=code,
        parts=tuple(
            tuple(
                shuffle_item(item, seed, code, number)
                for item in sorted(part, key=lambda item: _rank(seed, code, number, item.id))
            )
            for part in parts
        ),
    )


def _rank(seed: str, code: str, number: int, *ids: str) -> bytes:
    # JSON keeps the pieces apart, so that ("a", "bc") and ("ab", "c") never rank alike. The
    # first try hashes seed, code and ids alone.
    pieces = [seed, code, *ids] if number == 0 else [seed, code, *ids, number]
    return hashlib.sha256(json.dumps(pieces).encode()).digest()
