"""Rules on readings: what an author has changed since is no longer read by anyone else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from lachan.checks.finding import Finding, Subject
from lachan.domain.items import Review
from lachan.domain.reviews import is_of_today, revision_read
from lachan.domain.source import Source
from lachan.text import format_date

AUTHOR = "author"


def is_read_since(reviews: Sequence[Review]) -> bool:
    """Tell whether someone else has read a text since its author last changed it."""
    changed = _changed_on(reviews)
    return any(each.role != AUTHOR and each.date >= changed for each in reviews)


def _changed_on(reviews: Sequence[Review]) -> dt.date:
    return max((each.date for each in reviews if each.role == AUTHOR), default=dt.date.min)


def check_reviews(subject: Subject) -> Iterator[Finding]:
    """No reading is older than the author's last change: it was of another text."""
    for item in subject.items:
        yield from _check("QB012", item.id, item.reviews, item.source)
    for lesson in subject.lessons:
        yield from _check("LS018", lesson.id, lesson.reviews, lesson.source)


def check_signed_reviews(subject: Subject) -> Iterator[Finding]:
    """A mark that someone gave by name holds for the text that they read, and for no other."""
    for item in subject.items:
        for index, review in enumerate(item.reviews):
            if review.is_signed and not is_of_today(review, item):
                message = (
                    f"{item.id}: {review.name} ({review.role}) đã xem bản {review.revision}; "
                    f"câu nay là bản {revision_read(item)}"
                )
                hint = "bỏ lượt thẩm định ấy, nhờ xem lại bằng lachan review open"
                yield Finding("QB022", item.source.at("reviews", index), message, hint)


def _check(code: str, owner: str, reviews: Sequence[Review], source: Source) -> Iterator[Finding]:
    changed = _changed_on(reviews)
    for index, review in enumerate(reviews):
        if review.date < changed:
            message = (
                f"{owner}: lượt đọc {review.role} ngày {format_date(review.date)} "
                f"cũ hơn lần sửa ngày {format_date(changed)}"
            )
            yield Finding(code, source.at("reviews", index), message, "bỏ lượt đọc ấy, nhờ đọc lại")
