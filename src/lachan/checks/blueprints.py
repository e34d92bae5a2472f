"""Rules on blueprints: topics are lessons, and the bank can fill every cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lachan.checks.finding import Finding, Subject, nearest
from lachan.domain.bodies import TrueFalseGroup
from lachan.domain.items import Item
from lachan.domain.kinds import Band, CellUnit, ItemType, Level, Status, Use
from lachan.domain.papers.paper import Blueprint

CellName = tuple[Band, ItemType, CellUnit, Use | None, str, Level]


def check_topics(subject: Subject) -> Iterator[Finding]:
    """Each cell's topic is a lesson of the blueprint's band."""
    for blueprint in subject.blueprints:
        known = {lesson.slug for lesson in subject.lessons if lesson.band is blueprint.band}
        for part in blueprint.parts:
            for cell in part.cells:
                if cell.topic not in known:
                    message = f'không có bài học "{cell.topic}" ở cấp {blueprint.band}'
                    yield Finding("BP003", cell.source, message, nearest(cell.topic, known))


def check_cells(subject: Subject) -> Iterator[Finding]:
    """Cells ask for no more than the bank holds of their type, topic and level."""
    have = _count_bank(subject)
    for blueprint in subject.blueprints:
        asked: Counter[CellName] = Counter()
        for part in blueprint.parts:
            for cell in part.cells:
                name = (blueprint.band, part.type, part.unit, part.use, cell.topic, cell.level)
                asked[name] += cell.count
                found = have[name] - _count_barred(blueprint, subject, name)
                if found < asked[name]:
                    message = (
                        f"ô {part.type} / {cell.topic} / {cell.level} cần {asked[name]}, "
                        f"ngân hàng có {found}, thiếu {asked[name] - found}"
                    )
                    yield Finding("BP001", cell.source, message, "soạn thêm câu hoặc giảm số câu")


def _count_bank(subject: Subject) -> Counter[CellName]:
    have: Counter[CellName] = Counter()
    for item in subject.items:
        if item.status is Status.READY:
            have.update(_cells_of(item))
    return have


def _cells_of(item: Item) -> Iterator[CellName]:
    """Yield the cells an item counts in: of its own use, and of either."""
    for use in (None, item.use):
        yield (item.band, item.type, CellUnit.ITEMS, use, item.topic, item.level)
        if isinstance(item.body, TrueFalseGroup):
            for each in item.body.statements:
                level = each.level or item.level
                yield (item.band, item.type, CellUnit.STATEMENTS, use, item.topic, level)


def _count_barred(blueprint: Blueprint, subject: Subject, name: CellName) -> int:
    barred = {*blueprint.rules.exclude, *blueprint.rules.previous}
    return sum(
        list(_cells_of(item)).count(name)
        for item in subject.items
        if item.id in barred and item.status is Status.READY
    )
