"""An item's question, key, reasons and law as the cells of one row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lachan.domain.bodies import (
    Body,
    Choice,
    Essay,
    Matching,
    MultipleChoice,
    Ordering,
    Pair,
    Scenario,
    Scene,
    ShortAnswer,
    ShortText,
    SingleChoice,
    Statement,
    TrueFalseGroup,
)
from lachan.domain.items import Item
from lachan.domain.names import SKILL_NOTE
from lachan.markup import render_plain
from lachan.text import format_decimal


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
    law = law or SKILL_NOTE * item.is_skill
    question, key, reasons = _cells(render_plain(item.stem), item.body)
    return [item.id, question, key, reasons, law]


def _cells(stem: str, body: Body) -> tuple[str, str, str]:
    match body:
        case SingleChoice(choices, key):
            return _with_options(stem, choices), key, _reasons(choices)
        case MultipleChoice(choices, keys):
            return _with_options(stem, choices), ", ".join(sorted(keys)), _reasons(choices)
        case TrueFalseGroup(statements):
            shown = "\n".join(f"{s.id}) {'Đúng' if s.key else 'Sai'}" for s in statements)
            return _with_options(stem, statements), shown, _reasons(statements)
        case ShortAnswer(key, accepted, unit, reason):
            return stem, f"{key} {unit}".strip() + _also(accepted), render_plain(reason)
        case ShortText(key, accepted, reason):
            return stem, key + _also(accepted), render_plain(reason)
        case Ordering(steps):
            order = " → ".join(step.id for step in steps)
            return _with_options(stem, steps), order, _reasons(steps)
        case Matching(pairs, extra):
            shown = "\n".join(
                f"{p.id}) {render_plain(p.left)} – {render_plain(p.right)}" for p in pairs
            )
            return stem, shown, "\n".join([*_reason_lines(pairs), *_reason_lines(extra)])
        case Scenario(scenes):
            return stem, *_scenario_cells(scenes)
        case Essay(rubric, guide):
            points = (
                f"{c.id}) {format_decimal(c.points)} điểm: {render_plain(c.text)}" for c in rubric
            )
            return stem, "\n".join(points), render_plain(guide)


def _scenario_cells(scenes: Sequence[Scene]) -> tuple[str, str]:
    ways = [(scene, choice) for scene in scenes for choice in scene.choices]
    best = "\n".join(f"{s.id}: {render_plain(c.text)}" for s, c in ways if c.best)
    return best, "\n".join(f"{s.id}, {c.id}) {render_plain(c.reason)}" for s, c in ways)


def _also(accepted: Sequence[str]) -> str:
    return f"\n(cũng nhận: {'; '.join(accepted)})" if accepted else ""


def _with_options(stem: str, options: Sequence[Choice | Statement]) -> str:
    return "\n".join([stem, *(f"{option.id}) {render_plain(option.text)}" for option in options)])


def _reasons(options: Sequence[Choice | Statement]) -> str:
    return "\n".join(_reason_lines(options))


def _reason_lines(options: Sequence[Choice | Statement | Pair]) -> list[str]:
    return [f"{each.id}) {render_plain(each.reason)}" for each in options if each.reason]
