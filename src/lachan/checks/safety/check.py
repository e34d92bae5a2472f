"""The safety rules over all lessons and items, less what their authors set aside with a reason."""

from __future__ import annotations

from collections.abc import Iterator

from lachan.checks.finding import Finding, Subject, nearest, shorten
from lachan.checks.safety.catalogue import Breach, judge_sentence, suspect_rules
from lachan.checks.safety.sentence import split_sentences
from lachan.domain.items import Override
from lachan.domain.source import Source
from lachan.errors import Severity


def check_safety(subject: Subject) -> Iterator[Finding]:
    """No text frightens, blames, exposes, instructs an offender or tells yesterday's law."""
    for (owner, _), breaches in zip(subject.passages, _find_breaches(subject), strict=True):
        used: set[str] = set()
        waived = {override.rule for override in owner.overrides}
        for place, breach in breaches:
            code = breach.rule.code
            if code in waived:
                used.add(code)
            else:
                yield _finding(owner.id, place, breach)
        yield from _unused(owner.id, owner.overrides, used, owner.source)


def _find_breaches(subject: Subject) -> list[list[tuple[Source, Breach]]]:
    """Return what each lesson's and item's texts break: all are read, then the rules sieved."""
    told = subject.passages
    read = [
        (index, passage, sentence)
        for index, (_, passages) in enumerate(told)
        for passage in passages
        for sentence in split_sentences(passage.text)
    ]
    suspected = suspect_rules([sentence for _, _, sentence in read])
    found: list[list[tuple[Source, Breach]]] = [[] for _ in told]
    for (index, passage, sentence), suspects in zip(read, suspected, strict=True):
        rules = [each for each in suspects if each.applies(told[index][0].band, passage.voice)]
        around = passage.around or passage.text
        for breach in judge_sentence(sentence, rules, passage.context, around):
            found[index].append((passage.source, breach))
    return found


def _finding(owner: str, place: Source, breach: Breach) -> Finding:
    message = f"{owner}: {breach.rule.title}: “{shorten(breach.sentence.raw)}”"
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
