"""Rules on law: citations exist, are in force on the day, and are known well enough."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from lachan.checks.finding import Finding, Subject, nearest
from lachan.domain.bodies import TrueFalseGroup
from lachan.domain.items import Item
from lachan.domain.law import Provision
from lachan.domain.source import Source
from lachan.errors import Severity
from lachan.text import format_date


def check_item_citations(subject: Subject) -> Iterator[Finding]:
    """Every citation of an item stands in law/sources.yaml, in force, and can carry a key."""
    for item in subject.items:
        yield from _check_backdrop(item, subject)
        for place, cited in _item_citations(item):
            provision = subject.provisions.get(cited)
            yield from check_citation(cited, place, subject, item.id)
            if provision is not None and not provision.supports_key:
                message = f"{item.id}: {provision.label} mới được biết ở mức {provision.verified}"
                hint = "đáp án chỉ dựa trên văn bản đã đọc hoặc hai nguồn báo; xem docs/formats.md"
                yield Finding("LW003", place, message, hint)


def check_lesson_citations(subject: Subject) -> Iterator[Finding]:
    """Every citation of a lesson stands in law/sources.yaml and is in force."""
    for lesson in subject.lessons:
        for index, cited in enumerate(lesson.citations):
            place = lesson.source.at("citations", index)
            yield from check_citation(cited, place, subject, lesson.id)


def check_provisions(subject: Subject) -> Iterator[Finding]:
    """A provision names sources that are listed, and its dates are in order."""
    for provision in subject.provisions.values():
        for index, source_id in enumerate(provision.sources):
            if source_id not in subject.law_source_ids:
                place = provision.source.at("sources", index)
                message = f'{provision.id}: nguồn "{source_id}" không có trong danh sách sources'
                yield Finding("LW004", place, message, nearest(source_id, subject.law_source_ids))
        last = provision.in_force_to
        if last is not None and last < provision.in_force_from:
            message = f"{provision.id}: ngày hết hiệu lực đứng trước ngày có hiệu lực"
            yield Finding("LW005", provision.source, message, "xem lại hai ngày")


def check_review_days(subject: Subject) -> Iterator[Finding]:
    """A provision whose day of review has passed is told: it may have changed since."""
    for provision in subject.provisions.values():
        day = provision.review_by
        if day is not None and day < subject.on:
            message = f"{provision.label} phải đọc lại trước khi qua ngày {format_date(day)}"
            hint = "đọc lại văn bản, rồi sửa review_by và checked"
            place = provision.source.at("review_by")
            yield Finding("LW012", place, message, hint, Severity.WARNING)


def check_hotlines(subject: Subject) -> Iterator[Finding]:
    """A number is shown only where two press sources or a statute confirm it."""
    for hotline in subject.hotlines:
        place = hotline.source.at("sources")
        for source_id in hotline.sources:
            if source_id not in subject.law_source_ids:
                message = f'{hotline.number}: nguồn "{source_id}" không có trong law/sources.yaml'
                yield Finding("LW004", place, message)
        if hotline.verified.value in ("inferred", "weak", "memory"):
            message = f"{hotline.number}: số chưa được kiểm chứng ({hotline.verified})"
            yield Finding("LW006", hotline.source, message, "không đưa số này vào tài liệu")


def _check_backdrop(item: Item, subject: Subject) -> Iterator[Finding]:
    """A clause that only says what teaching is about carries no item alone."""
    cited = [subject.provisions.get(each) for each in item.all_citations]
    if cited and all(provision is not None and provision.is_backdrop for provision in cited):
        message = f"{item.id}: chỉ dẫn điều khoản nói tuyên truyền gồm những gì"
        hint = "dẫn điều khoản mà đáp án dựa vào; câu kĩ năng sống thì bỏ citations, ghi skill: yes"
        yield Finding("LW011", item.source.at("citations"), message, hint)


def _item_citations(item: Item) -> Iterator[tuple[Source, str]]:
    for index, cited in enumerate(item.citations):
        yield item.source.at("citations", index), cited
    if isinstance(item.body, TrueFalseGroup):
        for number, statement in enumerate(item.body.statements):
            for index, cited in enumerate(statement.citations):
                yield item.source.at("statements", number, "citations", index), cited


def check_citation(cited: str, place: Source, subject: Subject, owner: str) -> Iterator[Finding]:
    """A citation stands in law/sources.yaml and is in force."""
    provision = subject.provisions.get(cited)
    if provision is None:
        message = f'{owner}: không có điều khoản "{cited}" trong law/sources.yaml'
        yield Finding("LW001", place, message, nearest(cited, subject.provisions))
    elif not provision.is_in_force(subject.on):
        yield Finding(
            "LW002", place, f"{owner}: {_why_not(provision, subject.on)}", _what(provision)
        )


def _why_not(provision: Provision, on: dt.date) -> str:
    day = format_date(on)
    if on < provision.in_force_from:
        since = format_date(provision.in_force_from)
        return f"{provision.label} chưa có hiệu lực ngày {day} (có hiệu lực từ {since})"
    last = format_date(provision.in_force_to) if provision.in_force_to else "?"
    return f"{provision.label} đã hết hiệu lực ngày {day} (đến hết {last})"


def _what(provision: Provision) -> str:
    if provision.replaced_by:
        return f"xem {provision.replaced_by}"
    return "bỏ câu này, đổi điều khoản hoặc xét theo ngày khác"
