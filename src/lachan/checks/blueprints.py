"""Rules on blueprints: the bank can fill every cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lachan.checks.finding import Finding, Subject
from lachan.domain.kinds import Status


def check_cells(subject: Subject) -> Iterator[Finding]:
    """Each cell asks for no more items than the bank holds of its type, topic and level."""
    have = Counter(
        (item.band, item.type, item.topic, item.level)
        for item in subject.items
        if item.status is Status.READY
    )
    for blueprint in subject.blueprints:
        for part in blueprint.parts:
            for cell in part.cells:
                found = have[blueprint.band, part.type, cell.topic, cell.level]
                if found < cell.count:
                    message = (
                        f"ô {part.type} / {cell.topic} / {cell.level} cần {cell.count} câu, "
                        f"ngân hàng có {found}, thiếu {cell.count - found}"
                    )
                    yield Finding("BP001", cell.source, message, "soạn thêm câu hoặc giảm số câu")
