"""Forms: the same items in an order of their own, options too, and no two forms alike."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

from lachan.assembly.faults import CodeError
from lachan.domain.items import (
    Choice,
    Item,
    MultipleChoice,
    SingleChoice,
    Statement,
    TrueFalseGroup,
)
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


def shuffle_options(item: Item, seed: str, code: str, number: int = 0) -> tuple[str, ...]:
    """Return the item's option ids in printed order; pinned choices keep their index."""
    options: Sequence[Choice | Statement] = ()
    match item.body:
        case SingleChoice(choices) | MultipleChoice(choices):
            options = choices
        case TrueFalseGroup(statements):
            options = statements
        case _:
            return ()
    free = iter(
        sorted(
            (option.id for option in options if not _is_pinned(option)),
            key=lambda option_id: _rank(seed, code, number, item.id, option_id),
        )
    )
    return tuple(option.id if _is_pinned(option) else next(free) for option in options)


def _is_pinned(option: Choice | Statement) -> bool:
    return isinstance(option, Choice) and option.pinned


def _shuffle_form(parts: Sequence[Sequence[Item]], seed: str, code: str, number: int) -> Form:
    return Form(
        code=code,
        parts=tuple(
            tuple(
                FormItem(item.id, shuffle_options(item, seed, code, number))
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
