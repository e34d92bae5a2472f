"""Rules on misconceptions: the catalogue rests on law, wrong choices say what they stand for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lachan.checks.finding import Finding, Subject, nearest
from lachan.checks.law import check_citation
from lachan.domain.bodies import iter_judged
from lachan.domain.kinds import Level, Use


def check_catalogue(subject: Subject) -> Iterator[Finding]:
    """What is called right is law in force, known well enough to be a key; each id stands once."""
    counts = Counter(each.id for each in subject.misconceptions)
    for each in subject.misconceptions:
        if counts[each.id] > 1:
            message = f'hiểu lầm "{each.id}" ghi {counts[each.id]} lần'
            yield Finding("MC001", each.source.at("id"), message, "mỗi mã một lần")
        for index, cited in enumerate(each.citations):
            place = each.source.at("citations", index)
            yield from check_citation(cited, place, subject, each.id)
            provision = subject.provisions.get(cited)
            if provision is not None and not provision.supports_key:
                message = f"{each.id}: {provision.label} mới được biết ở mức {provision.verified}"
                yield Finding("LW003", place, message, "xem docs/formats.md")


def check_named(subject: Subject) -> Iterator[Finding]:
    """Wrong choices of contest items that ask for understanding name what they stand for."""
    known = {each.id for each in subject.misconceptions}
    for item in subject.items:
        asks = item.use is Use.CONTEST and item.level is not Level.KNOW
        for where, option, right in iter_judged(item.body):
            place, name = item.source.at(*where), option.misconception
            if name and name not in known:
                message = f'{item.id}: không có hiểu lầm "{name}" trong misconceptions.yaml'
                yield Finding("MC002", place.at("misconception"), message, nearest(name, known))
            elif name and right:
                message = f"{item.id}: phương án đúng mà mang tên một hiểu lầm"
                yield Finding("MC003", place.at("misconception"), message, "bỏ misconception")
            elif not name and not right and asks:
                message = f"{item.id}: phương án sai chưa nêu hiểu lầm (misconception)"
                hint = (
                    "mỗi phương án sai của câu thi mức hiểu, vận dụng đứng cho một hiểu lầm có thật"
                )
                yield Finding("MC004", place, message, hint)
