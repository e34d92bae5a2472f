"""The law registry as everyone may look it up: no item, no key, only where they are practised."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypedDict

from lachan.content import Content
from lachan.domain.kinds import Band
from lachan.domain.law import PLAINEST, Document, Provision
from lachan.domain.law_words import Headword, find_headwords
from lachan.domain.lessons import Lesson
from lachan.domain.names import BAND_NAMES, grades_label
from lachan.frontend import load_texts
from lachan.text import capitalize, format_date
from lachan.wire.help import HelpJson, help_json


class DayJson(TypedDict):
    """A day to compare, and to show."""

    iso: str
    shown: str


# When something binds; the first is named by a word of Python's.
ForceJson = TypedDict("ForceJson", {"from": DayJson, "to": DayJson | None})


class LawDocumentJson(ForceJson):
    id: str
    number: str
    kind: str
    title: str
    short: str
    issuer: str
    issued: str
    amended_by: list[str]
    replaced_by: str


class TaughtJson(TypedDict):
    """A lesson about a provision, and how many of its questions practise it."""

    id: str
    practised: int


class LawEntryJson(ForceJson):
    """A provision; ``plain`` by band, ``words`` by which it is looked up too."""

    id: str
    document: str
    place: str
    article: str
    clause: str
    point: str
    summary: str
    plain: dict[str, str]
    who: str
    acts_for: str
    names: list[str]
    words: list[str]
    status: str
    checked: str
    sources: list[str]
    review_by: DayJson | None
    replaced_by: str
    lessons: list[TaughtJson]


class LawLessonJson(TypedDict):
    id: str
    slug: str
    band: Band
    title: str
    summary: str
    who: str


class LawBandJson(TypedDict):
    value: str
    label: str


class LawSourceJson(TypedDict):
    note: str
    site: str


class LawLinksJson(TypedDict):
    """Patterns of addresses, each empty where there is nothing to go to."""

    lesson: str
    practice: str
    print: str
    offline: str


class LawJson(TypedDict):
    """The law registry; ``plainest`` are the bands whose words stand in for others."""

    texts: dict[str, str]
    help: HelpJson
    bands: list[LawBandJson]
    plainest: list[str]
    suggested: list[str]
    documents: list[LawDocumentJson]
    entries: list[LawEntryJson]
    lessons: list[LawLessonJson]
    sources: dict[str, LawSourceJson]
    links: LawLinksJson
    read: str


_TEXT_PREFIXES = ("lookup_", "help_")
_TEXT_NAMES = ("free",)


def law_json(
    content: Content,
    *,
    lesson_href: str = "",
    practice_href: str = "",
    print_href: str = "",
    offline_href: str = "",
) -> LawJson:
    """Return what ``mount`` of the front end's ``law/lookup`` takes.

    It holds every provision of the registry with its dates, sources and text status, and for each
    the lessons that cite it with how many questions of theirs practise it: contest items are
    neither shown nor counted. Whether a provision is in force the reader's own day decides.

    Parameters
    ----------
    lesson_href, practice_href
        Addresses in which ``{slug}`` stands for a lesson and ``{band}`` for its band; empty where
        there is nothing to go to, as in a file.
    print_href, offline_href
        Addresses of the printed index and of the page for a machine without a network.
    """
    words = find_headwords(content.law_words, content.provisions.values())
    practised = _count_practised(content)
    lessons = {(lesson.band, lesson.slug): lesson for lesson in content.lessons}
    return {
        "texts": _texts(),
        "help": help_json(content),
        "bands": [{"value": band.value, "label": BAND_NAMES[band]} for band in Band],
        "plainest": [band.value for band in PLAINEST],
        "suggested": [each.word for each in content.law_words if each.is_suggested],
        "documents": [_document_json(document) for document in content.documents],
        "entries": [
            _entry_json(each, words[each.id], _find_lessons(each, lessons, practised))
            for each in content.provisions.values()
        ],
        "lessons": [_lesson_json(lesson) for lesson in content.lessons],
        "sources": {
            each.id: {"note": each.note, "site": each.site} for each in content.references.values()
        },
        "links": {
            "lesson": lesson_href,
            "practice": practice_href,
            "print": print_href,
            "offline": offline_href,
        },
        "read": _last_read(content.provisions.values()),
    }


def _last_read(provisions: Iterable[Provision]) -> str:
    last = max((each.checked for each in provisions), default=None)
    return "" if last is None else format_date(last)


def _texts() -> dict[str, str]:
    return {
        name: text
        for name, text in load_texts().items()
        if name.startswith(_TEXT_PREFIXES) or name in _TEXT_NAMES
    }


def _document_json(document: Document) -> LawDocumentJson:
    return {
        "id": document.id,
        "number": document.number,
        "kind": document.kind,
        "title": document.title,
        "short": document.short,
        "issuer": document.issuer,
        "issued": format_date(document.issued) if document.issued else "",
        "amended_by": list(document.amended_by),
        "replaced_by": document.replaced_by,
        **_force_json(document),
    }


def _entry_json(
    provision: Provision, words: Iterable[Headword], lessons: Iterable[tuple[Lesson, int]]
) -> LawEntryJson:
    competence = provision.competence
    return {
        "id": provision.id,
        "document": provision.document.id,
        "place": capitalize(provision.place),
        "article": provision.article,
        "clause": provision.clause,
        "point": provision.point,
        "summary": provision.summary,
        "plain": {band.value: text for band, text in provision.plain.items()},
        "who": capitalize(competence.who) if competence else "",
        "acts_for": competence.acts_for if competence else "",
        "names": list(competence.names) if competence else [],
        "words": [name for word in words for name in word.names],
        "status": provision.text_status,
        "checked": format_date(provision.checked),
        "sources": list(provision.sources),
        "review_by": _day(provision.review_by) if provision.review_by else None,
        "replaced_by": provision.replaced_by,
        "lessons": [{"id": lesson.id, "practised": count} for lesson, count in lessons],
        **_force_json(provision),
    }


def _force_json(binding: Document | Provision) -> ForceJson:
    """Return when it binds; a browser compares the days and shows the dates."""
    last = binding.in_force_to
    return {"from": _day(binding.in_force_from), "to": _day(last) if last else None}


def _day(day: date) -> DayJson:
    return {"iso": day.isoformat(), "shown": format_date(day)}


def _lesson_json(lesson: Lesson) -> LawLessonJson:
    who = (BAND_NAMES[lesson.band], grades_label(lesson.grades))
    return {
        "id": lesson.id,
        "slug": lesson.slug,
        "band": lesson.band,
        "title": lesson.title,
        "summary": lesson.summary,
        "who": " · ".join(part for part in who if part),
    }


def _count_practised(content: Content) -> Mapping[str, Counter[tuple[Band, str]]]:
    """Return, for each provision, how many items for practice rest on it, by band and topic."""
    found: dict[str, Counter[tuple[Band, str]]] = {}
    for item in content.items:
        if item.may_be_practised:
            for cited in item.all_citations:
                found.setdefault(cited, Counter())[item.band, item.topic] += 1
    return found


def _find_lessons(
    provision: Provision,
    lessons: Mapping[tuple[Band, str], Lesson],
    practised: Mapping[str, Counter[tuple[Band, str]]],
) -> list[tuple[Lesson, int]]:
    """Return the lessons that teach or practise a provision, in their order, with the items."""
    counts = practised.get(provision.id, Counter[tuple[Band, str]]())
    return [
        (lesson, counts[place])
        for place, lesson in lessons.items()
        if provision.id in lesson.citations or counts[place]
    ]
