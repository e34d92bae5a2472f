"""The safety rules over all lessons and items, less what their authors set aside with a reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from lachan.checks.finding import Finding, Subject, nearest
from lachan.checks.passages import Passage, item_passages, lesson_passages
from lachan.checks.safety.catalogue import Breach, judge
from lachan.domain.items import Item, Override
from lachan.domain.kinds import Band
from lachan.domain.lessons import Lesson
from lachan.domain.source import Source
from lachan.errors import Severity

_SHOWN_CHARACTERS = 90


def check_safety(subject: Subject) -> Iterator[Finding]:
    """No text frightens, blames, exposes, instructs an offender or tells yesterday's law."""
    owners: Iterable[Lesson | Item] = chain(subject.lessons, subject.items)
    for owner in owners:
        passages = item_passages(owner) if isinstance(owner, Item) else lesson_passages(owner)
        used: set[str] = set()
        waived = {override.rule for override in owner.overrides}
        for place, breach in _breaches(passages, owner.band):
            code = breach.rule.code
            if code in waived:
                used.add(code)
            else:
                yield _finding(owner.id, place, breach)
        yield from _unused(owner.id, owner.overrides, used, owner.source)


def _breaches(passages: Iterable[Passage], band: Band) -> Iterator[tuple[Source, Breach]]:
    for passage in passages:
        for breach in judge(passage.text, band, passage.voice, passage.context, passage.around):
            yield passage.source, breach


def _finding(owner: str, place: Source, breach: Breach) -> Finding:
    shown = breach.sentence.raw
    if len(shown) > _SHOWN_CHARACTERS:
        shown = shown[:_SHOWN_CHARACTERS].rsplit(" ", 1)[0] + "…"
    message = f"{owner}: {breach.rule.title}: “{shown}”"
    hint = f"câu viết được: “{breach.rule.good}” (docs/safety.md)"
    return Finding(breach.rule.code, place, message, hint)


def _unused(
    owner: str, overrides: tuple[Override, ...], used: set[str], source: Source
) -> Iterator[Finding]:
    """An override that meets nothing hides the next real finding."""
    for index, override in enumerate(overrides):
        if override.rule not in used:
            place = source.at("overrides", index)
            message = f"{owner}: không câu nào phạm {override.rule}, overrides này thừa"
            hint = nearest(override.rule, sorted(used)) or "xóa overrides này"
            yield Finding("SF090", place, message, hint, Severity.WARNING)
