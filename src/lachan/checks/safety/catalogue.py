"""All safety rules in the order of their codes, and the verdict on one passage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from lachan.checks.passages import Voice
from lachan.checks.safety.rule import SafetyRule
from lachan.checks.safety.rule_files import load_rules
from lachan.checks.safety.sentence import Sentence, read_words, split_sentences
from lachan.checks.safety.sieve import Sieve
from lachan.domain.kinds import Band


@cache
def safety_rules() -> tuple[SafetyRule, ...]:
    """Return all rules; they are read and compiled by the first who asks, which takes a while."""
    return load_rules()


@dataclass(frozen=True, slots=True)
class Breach:
    """A sentence that breaks a rule."""

    rule: SafetyRule
    sentence: Sentence


def judge(
    text: str, band: Band, voice: Voice = Voice.VOUCHED, context: str = "", around: str = ""
) -> Iterator[Breach]:
    """Yield what the rules refuse in a text, sentence by sentence.

    Parameters
    ----------
    text
        Plain text: a paragraph, a choice, a line.
    band
        Who reads it.
    voice
        Who answers for it.
    context
        What stands above it and may mark it as a wrong belief: a stem, a table's head.
    around
        The block it stands in, where a way out may be named; `text` itself when empty.
    """
    rules = [rule for rule in safety_rules() if rule.applies(band, voice)]
    for sentence in split_sentences(text):
        yield from judge_sentence(sentence, rules, context, around or text)


def judge_sentence(
    sentence: Sentence, rules: Iterable[SafetyRule], context: str, around: str
) -> Iterator[Breach]:
    """Yield which of `rules` a sentence breaks; `context` and `around` as in `judge`."""
    for rule in rules:
        matched = rule.find_in(sentence)
        if matched is not None and not _excused(rule, sentence, matched, context, around):
            yield Breach(rule, sentence)


def suspect_rules(sentences: Sequence[Sentence]) -> tuple[tuple[SafetyRule, ...], ...]:
    """Return for each sentence the rules that may find something in it, in their order.

    A rule that is not told finds nothing there; that is known without trying its pattern.
    """
    words = Sieve([sentence.words for sentence in sentences])
    raw = Sieve([sentence.raw for sentence in sentences])
    suspected: list[list[SafetyRule]] = [[] for _ in sentences]
    for rule in safety_rules():
        found = {*words.sift(rule.find.pattern)} if rule.find else set()
        if rule.find_raw:
            found.update(raw.sift(rule.find_raw.pattern))
        for index in found:
            suspected[index].append(rule)
    return tuple(map(tuple, suspected))


def _excused(rule: SafetyRule, sentence: Sentence, matched: str, above: str, around: str) -> bool:
    if rule.unless.search(sentence.words) or rule.unless.search(read_words(above)):
        return True
    # "Câu nào nên tránh? “Sao mà dại thế!”": what is quoted is judged with all that is around it.
    passage = read_words(around)
    if sentence.quotes(matched) and rule.unless.search(passage):
        return True
    return bool(rule.calm.search(passage))
