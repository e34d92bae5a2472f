"""Rules on who acts: a competence is known, single, cited where told, and today's."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence

from lachan.checks.finding import Finding, Subject, nearest
from lachan.checks.passages import Passage, Voice
from lachan.domain.law import Provision
from lachan.domain.source import Source
from lachan.text import format_date


def check_competences(subject: Subject) -> Iterator[Finding]:
    """A competence names a provision that exists, and two bodies never act for it on one day."""
    for provision in subject.provisions.values():
        named = provision.competence.acts_for if provision.competence else ""
        if named and named not in subject.provisions:
            message = f'{provision.id}: competence nêu "{named}", không có trong law/sources.yaml'
            place = provision.source.at("competence", "for")
            yield Finding("LW007", place, message, nearest(named, subject.provisions))
    for acts_for, acting in _acting(subject.provisions).items():
        for one, other in itertools.combinations(acting, 2):
            if _names(one) != _names(other) and _overlap(one, other):
                message = f"{acts_for}: {one.id} và {other.id} cùng giao việc này trong một ngày"
                hint = "ghi in_force_to cho cơ quan đã thôi làm"
                yield Finding("LW008", other.source.at("competence"), message, hint)


def check_item_competences(subject: Subject) -> Iterator[Finding]:
    """An item that tells who acts cites the competence in force on the day."""
    acting = _acting(subject.provisions)
    for item, told in subject.item_passages:
        place = item.source.at("citations") if item.citations else item.source
        yield from _check(item.id, item.all_citations, told, place, subject, acting)


def check_lesson_competences(subject: Subject) -> Iterator[Finding]:
    """A lesson that tells who acts cites the competence in force on the day."""
    acting = _acting(subject.provisions)
    for lesson, told in subject.lesson_passages:
        place = lesson.source.at("citations")
        yield from _check(lesson.id, lesson.citations, told, place, subject, acting)


def _check(
    owner: str,
    citations: Sequence[str],
    passages: Iterable[Passage],
    place: Source,
    subject: Subject,
    acting: Mapping[str, Sequence[Provision]],
) -> Iterator[Finding]:
    touched = [cited for cited in citations if cited in acting]
    told = [each for each in passages if each.voice is not Voice.WRONG] if touched else []
    for cited in touched:
        now = [each for each in acting[cited] if each.is_in_force(subject.on)]
        names_now = {name for each in now for name in _names(each)}
        names_past = {name for each in acting[cited] for name in _names(each)} - names_now
        if _find(told, names_now) and not set(citations) & {each.id for each in now}:
            what = subject.provisions[cited].label if cited in subject.provisions else cited
            message = f"{owner}: nói ai làm việc ở {what} mà không dẫn điều khoản giao việc"
            hint = f"dẫn thêm {', '.join(each.id for each in now)}"
            yield Finding("LW009", place, message, hint)
        for passage in _find(told, names_past):
            if now and not _find([passage], names_now):
                message = f"{owner}: nêu cơ quan không làm việc này ngày {format_date(subject.on)}"
                hint = f"nay là {now[0].competence.who}" if now[0].competence else ""
                yield Finding("LW010", passage.source, message, hint)


def _acting(provisions: Mapping[str, Provision]) -> dict[str, list[Provision]]:
    """Return the competences by the provision that they act for."""
    found: dict[str, list[Provision]] = {}
    for provision in provisions.values():
        if provision.competence is not None:
            found.setdefault(provision.competence.acts_for, []).append(provision)
    return found


def _names(provision: Provision) -> tuple[str, ...]:
    return provision.competence.names if provision.competence else ()


def _overlap(one: Provision, other: Provision) -> bool:
    first = max(one.in_force_from, other.in_force_from)
    return one.is_in_force(first) and other.is_in_force(first)


def _find(passages: Iterable[Passage], names: Iterable[str]) -> list[Passage]:
    wanted = [name.casefold() for name in names]
    return [each for each in passages if any(name in each.text.casefold() for name in wanted)]
