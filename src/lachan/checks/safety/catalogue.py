"""All safety rules in the order of their codes, and the verdict on one passage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from lachan.checks.passages import Voice
from lachan.checks.safety.rule import SafetyRule
from lachan.checks.safety.rule_files import load_rules
from lachan.checks.safety.sentence import Sentence, read_words, split_sentences
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
        for rule in rules:
            matched = rule.find_in(sentence)
            if matched is not None and not _excused(
                rule, sentence, matched, context, around or text
            ):
                yield Breach(rule, sentence)


def _excused(rule: SafetyRule, sentence: Sentence, matched: str, above: str, around: str) -> bool:
    if rule.unless.search(sentence.words) or rule.unless.search(read_words(above)):
        return True
    # "Câu nào nên tránh? “Sao mà dại thế!”": what is quoted is judged with all that is around it.
    passage = read_words(around)
    if sentence.quotes(matched) and rule.unless.search(passage):
        return True
    return bool(rule.calm.search(passage))
