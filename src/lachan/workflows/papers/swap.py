"""Another question in the place of one that an organiser does not want.

What is changed are the blueprint's own rules, exclude and include, so that the paper follows from
its blueprint and seed as any other, and its manifest tells what was left out.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from lachan.assembly import AssemblyError
from lachan.assembly.candidates import fills_of, fits
from lachan.content import Content
from lachan.domain.items import Item
from lachan.domain.kinds import FormMode, Status
from lachan.domain.names import LEVEL_NAMES
from lachan.domain.papers.paper import Blueprint, Paper, Rules
from lachan.errors import LachanError
from lachan.text import format_date
from lachan.workflows.papers.draft import choose_paper, usable_items


class SwapError(LachanError):
    """No other question can stand there; says why for each that the bank has."""


@dataclass(frozen=True, slots=True)
class Swap:
    """A paper with another question in the place of one, and the blueprint that gives it.

    `taken` and `dropped` are ids in the first form: one each, unless the questions of a group go
    together or the others could not stay as they were.
    """

    blueprint: Blueprint
    paper: Paper
    taken: tuple[str, ...]
    dropped: tuple[str, ...]


def swap_item(content: Content, blueprint: Blueprint, item_id: str, *, today: dt.date) -> Swap:
    """Return the paper with the next best question of the same cell instead of `item_id`.

    The next best is the one that the seed's draw would have taken. All others stay, as far as the
    rules let them; where every form has the same questions they are held by `include`.

    Raises
    ------
    SwapError
        If the first form does not have the question, or nothing can stand in its place.
    AssemblyError
        If there is no paper to begin with.
    """
    before = choose_paper(content, blueprint, today=today)
    held = _ids(before)
    if item_id not in held:
        raise SwapError(f"Câu {item_id} không còn trong mã đề này. Hãy xem thử lại rồi chọn.")
    rules = _leave_out(blueprint.rules, item_id)
    try:
        found = _try(content, blueprint, rules, held, today)
        others = [each for each in held if each not in (item_id, *rules.include)]
        if len(found.dropped) > 1 and rules.mode is FormMode.SAME:
            fixed = replace(rules, include=(*rules.include, *others))
            found = _try_better(content, blueprint, fixed, held, today) or found
    except AssemblyError:
        raise SwapError(_explain(content, before, before.items[item_id])) from None
    return found


def _leave_out(rules: Rules, item_id: str) -> Rules:
    return replace(
        rules,
        include=tuple(each for each in rules.include if each != item_id),
        exclude=(*rules.exclude, item_id),
    )


def _try(
    content: Content, blueprint: Blueprint, rules: Rules, held: Sequence[str], today: dt.date
) -> Swap:
    changed = replace(blueprint, rules=rules)
    paper = choose_paper(content, changed, today=today)
    now = _ids(paper)
    return Swap(
        changed,
        paper,
        taken=tuple(each for each in now if each not in held),
        dropped=tuple(each for each in held if each not in now),
    )


def _try_better(
    content: Content, blueprint: Blueprint, rules: Rules, held: Sequence[str], today: dt.date
) -> Swap | None:
    try:
        return _try(content, blueprint, rules, held, today)
    except AssemblyError:
        return None


def _ids(paper: Paper) -> tuple[str, ...]:
    """Return what the first form asks, in the order in which it asks."""
    return tuple(each.item_id for part in paper.forms[0].parts for each in part)


def _explain(content: Content, paper: Paper, item: Item) -> str:
    reasons = Counter(_list_reasons(content, paper, item))
    where = f"chủ đề {item.topic}, mức {LEVEL_NAMES[item.level]}"
    if not reasons:
        return f"Không đổi được câu {item.id}: ngân hàng không có câu nào khác cho ô này ({where})."
    told = "; ".join(f"{count} câu {reason}" for reason, count in reasons.items())
    return (
        f"Không đổi được câu {item.id}: ô này ({where}) có thêm {sum(reasons.values())} câu, "
        f"nhưng {told}. Hãy bớt một câu ở ô này, hoặc soạn thêm câu."
    )


def _list_reasons(content: Content, paper: Paper, item: Item) -> Iterator[str]:
    """Yield for every other question of the cell why it cannot stand there."""
    blueprint = paper.blueprint
    index = next(
        number
        for number, printed in enumerate(paper.forms[0].parts)
        if item.id in {each.item_id for each in printed}
    )
    part = blueprint.parts[index]
    cells = set(fills_of(item, part))
    usable = {each.id for each in usable_items(content, paper.law_date)}
    asked = {each: paper.items[each] for each in _ids(paper) if each != item.id}
    for other in content.items:
        same_cell = fits(other, blueprint, part) and cells & set(fills_of(other, part))
        if other.id == item.id or not same_cell:
            continue
        if other.id in asked:
            yield "đã ở trong đề"
        elif other.id in blueprint.rules.exclude:
            yield "đã bỏ ra"
        elif other.id in blueprint.rules.previous:
            yield "đã ra ở đề trước"
        elif other.status is not Status.READY:
            yield "còn là bản nháp"
        elif other.id not in usable:
            yield f"dựa vào luật không có hiệu lực ngày {format_date(paper.law_date)}"
        elif enemies := _find_enemies(other, asked.values()):
            yield f"lộ đáp án của câu {enemies[0].id} trong đề (enemies)"
        else:
            yield "không xếp được cùng các câu còn lại (theo nhóm, hoặc giới hạn trong rules)"


def _find_enemies(item: Item, others: Iterable[Item]) -> list[Item]:
    return [each for each in others if each.id in item.enemies or item.id in each.enemies]
