"""What of the law is about to change, or has not been read for long, and what rests on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from lachan.domain.items import Item
from lachan.domain.law import Provision
from lachan.domain.lessons import Lesson

USUAL_DAYS = 120
STALE_DAYS = 180


class Reason(StrEnum):
    """Why a provision is to be looked at; the values are the words that tell it."""

    BEGINS = "bắt đầu có hiệu lực"
    ENDS = "hết hiệu lực sau ngày"
    REVIEW = "phải đọc lại trước khi qua ngày"
    STALE = "đọc lần cuối ngày"


@dataclass(frozen=True, slots=True)
class Watched:
    """A provision to look at, the day that it is about, and what rests on it."""

    provision: Provision
    reason: Reason
    day: date
    lessons: tuple[Lesson, ...]
    items: tuple[Item, ...]


def watch_law(
    provisions: Mapping[str, Provision],
    lessons: Sequence[Lesson],
    items: Sequence[Item],
    on: date,
    days: int = USUAL_DAYS,
    stale_days: int = STALE_DAYS,
) -> tuple[Watched, ...]:
    """Return what is to be looked at, the earliest day first.

    Parameters
    ----------
    on
        The day from which it is seen.
    days
        How far ahead a beginning, an end or a day of review is told.
    stale_days
        After so many days a provision that is cited counts as not read for long.
    """
    taught: defaultdict[str, list[Lesson]] = defaultdict(list)
    asked: defaultdict[str, list[Item]] = defaultdict(list)
    for lesson in lessons:
        for cited in dict.fromkeys(lesson.citations):
            taught[cited].append(lesson)
    for item in items:
        for cited in item.all_citations:
            asked[cited].append(item)
    found = []
    for provision in provisions.values():
        resting = tuple(taught[provision.id]), tuple(asked[provision.id])
        for reason, day in _reasons(provision, on, days, stale_days):
            # What nobody cites needs no second reading.
            if reason is not Reason.STALE or any(resting):
                found.append(Watched(provision, reason, day, *resting))
    return tuple(sorted(found, key=lambda each: (each.day, each.provision.id)))


def _reasons(
    provision: Provision, on: date, days: int, stale_days: int
) -> Iterator[tuple[Reason, date]]:
    last = on + timedelta(days=days)
    if on < provision.in_force_from <= last:
        yield Reason.BEGINS, provision.in_force_from
    if provision.in_force_to is not None and on <= provision.in_force_to <= last:
        yield Reason.ENDS, provision.in_force_to
    if provision.review_by is not None and provision.review_by <= last:
        yield Reason.REVIEW, provision.review_by
    gone = provision.in_force_to is not None and provision.in_force_to < on
    if not gone and on - provision.checked > timedelta(days=stale_days):
        yield Reason.STALE, provision.checked
