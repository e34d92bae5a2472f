"""Rules on misconceptions: the catalogue rests on law, wrong choices say what they stand for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lachan.checks.finding import Finding, Subject, nearest
from lachan.checks.law import check_citation
from lachan.domain.bodies import MultipleChoice, SingleChoice, TrueFalseGroup
from lachan.domain.items import Item
from lachan.domain.kinds import Level, Use
from lachan.domain.source import Source


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
        for place, name, wrong in _options(item):
            if name and name not in known:
                message = f'{item.id}: không có hiểu lầm "{name}" trong misconceptions.yaml'
                yield Finding("MC002", place.at("misconception"), message, nearest(name, known))
            elif name and not wrong:
                message = f"{item.id}: phương án đúng mà mang tên một hiểu lầm"
                yield Finding("MC003", place.at("misconception"), message, "bỏ misconception")
            elif not name and wrong and asks:
                message = f"{item.id}: phương án sai chưa nêu hiểu lầm (misconception)"
                hint = (
                    "mỗi phương án sai của câu thi mức hiểu, vận dụng đứng cho một hiểu lầm có thật"
                )
                yield Finding("MC004", place, message, hint)


def _options(item: Item) -> Iterator[tuple[Source, str, bool]]:
    """Yield the place of each option, the misconception it names, and whether it is wrong."""
    match item.body:
        case SingleChoice(choices, key):
            for index, choice in enumerate(choices):
                yield item.source.at("choices", index), choice.misconception, choice.id != key
        case MultipleChoice(choices, keys):
            for index, choice in enumerate(choices):
                wrong = choice.id not in keys
                yield item.source.at("choices", index), choice.misconception, wrong
        case TrueFalseGroup(statements):
            for index, each in enumerate(statements):
                yield item.source.at("statements", index), each.misconception, not each.key
        case _:
            return
