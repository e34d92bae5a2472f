"""An item's question, key, reasons and law as the cells of one row."""

from __future__ import annotations

from collections.abc import Mapping

from lachan.domain.items import (
    Choice,
    Item,
    MultipleChoice,
    ShortAnswer,
    SingleChoice,
    Statement,
    TrueFalseGroup,
)
from lachan.markup import render_plain


def reason_row(item: Item, labels: Mapping[str, str]) -> list[str]:
    """Return id, question with its options, key, reasons, citations.

    Parameters
    ----------
    item
        The item; letters in the cells are its own option ids.
    labels
        Provision id → label; an id without one is shown itself.
    """
    law = "\n".join(labels.get(cited, cited) for cited in item.all_citations)
    stem = render_plain(item.stem)
    match item.body:
        case SingleChoice(choices, key):
            return [item.id, _with_options(stem, choices), key, _reasons(choices), law]
        case MultipleChoice(choices, keys):
            shown = ", ".join(sorted(keys))
            return [item.id, _with_options(stem, choices), shown, _reasons(choices), law]
        case TrueFalseGroup(statements):
            shown = "\n".join(f"{s.id}) {'Đúng' if s.key else 'Sai'}" for s in statements)
            return [item.id, _with_options(stem, statements), shown, _reasons(statements), law]
        case ShortAnswer(key, accepted, unit, reason):
            also = f"\n(cũng nhận: {'; '.join(accepted)})" if accepted else ""
            return [item.id, stem, f"{key} {unit}".strip() + also, render_plain(reason), law]


def _with_options(stem: str, options: tuple[Choice, ...] | tuple[Statement, ...]) -> str:
    return "\n".join([stem, *(f"{option.id}) {render_plain(option.text)}" for option in options)])


def _reasons(options: tuple[Choice, ...] | tuple[Statement, ...]) -> str:
    return "\n".join(
        f"{option.id}) {render_plain(option.reason)}" for option in options if option.reason
    )
