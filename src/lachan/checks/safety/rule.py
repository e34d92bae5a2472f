"""What a safety rule is: what it looks for, where it applies, and why."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lachan.checks.passages import Voice
from lachan.checks.safety.sentence import Sentence, read_words
from lachan.domain.kinds import Band

# How far before a match a denial ("không", "đừng", …) still belongs to it, in words.
_DENIAL_REACH = 7


@dataclass(frozen=True, slots=True)
class SafetyRule:
    """One rule of docs/safety.md, read from a file in ``rules/``.

    Attributes
    ----------
    code
        Stable code (``SF001``).
    title, why
        Vietnamese: what is wrong, and why it does harm.
    source
        Where the rule comes from: a provision, or guidance such as UNICEF's.
    bad, good
        A sentence the rule refuses, and one on the same matter that it lets pass.
    bands, voices
        The readers it protects and the kinds of text it judges.
    find
        What it looks for in the folded words of a sentence; None where words alone tell nothing.
    find_raw
        What it looks for in the sentence as written, where capitals or figures matter; None
        for a rule to which they do not.
    unless
        Words that make the sentence a correction, a denial or history. They count above the
        passage too (the question above a choice, the head of a table), and for words in
        quotation marks anywhere around it.
    unless_before
        Words shortly before the match that turn it into its opposite.
    calm
        Words anywhere in the passage that answer the sentence (a way out, someone to call).
    """

    code: str
    title: str
    why: str
    source: str
    bad: str
    good: str
    bands: frozenset[Band]
    voices: frozenset[Voice]
    find: re.Pattern[str] | None
    find_raw: re.Pattern[str] | None
    unless: re.Pattern[str]
    unless_before: re.Pattern[str]
    calm: re.Pattern[str]

    def applies(self, band: Band, voice: Voice) -> bool:
        """Tell whether the rule judges a text of this band and voice."""
        return band in self.bands and voice in self.voices

    def find_in(self, sentence: Sentence) -> str | None:
        """Return the words of the sentence that the rule looks for and nothing before denies."""
        raw = self.find_raw.search(sentence.raw) if self.find_raw else None
        if raw is not None:
            return read_words(raw.group())
        if self.find is None:
            return None
        for clause in sentence.clauses:
            for found in self.find.finditer(clause):
                before = " ".join(clause[: found.start()].split()[-_DENIAL_REACH:])
                if not self.unless_before.search(before):
                    return found.group()
        return None
