"""What the model asks an author to read again, with the rule that it comes nearest to (SF100)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from lachan.checks.finding import Finding, Subject, shorten
from lachan.checks.passages import Voice
from lachan.checks.safety.catalogue import safety_rules
from lachan.checks.safety.model import load_model
from lachan.checks.safety.ngrams import cut_pieces
from lachan.checks.safety.rule import SafetyRule
from lachan.domain.kinds import Band
from lachan.errors import Severity

REREAD = "SF100"

# Shorter than any sentence the model learned from; of fewer it knows too little.
_FEWEST_SYLLABLES = 6


@dataclass(frozen=True, slots=True)
class Doubt:
    """A piece of text that may do what a rule forbids; only a reader can tell.

    Attributes
    ----------
    text
        The sentences in doubt.
    nearest
        The rule on whose matter they seem to be.
    """

    text: str
    nearest: SafetyRule


def find_doubts(text: str, band: Band, voice: Voice = Voice.VOUCHED) -> Iterator[Doubt]:
    """Yield what the model finds doubtful in a text; the arguments are those of `judge`.

    What may hold a wrong belief on purpose is not read: the model knows no question around it.
    """
    if voice is Voice.WRONG:
        return
    model = load_model()
    rules = _rules_for(band, voice)
    for piece, syllables in cut_pieces(text):
        if syllables >= _FEWEST_SYLLABLES and model.score(piece) > 0:
            near = (rules[code] for code in model.rank_rules(piece) if code in rules)
            yield Doubt(piece, next(near, next(iter(rules.values()))))


@cache
def _rules_for(band: Band, voice: Voice) -> Mapping[str, SafetyRule]:
    return {rule.code: rule for rule in safety_rules() if rule.applies(band, voice)}


def reread(subject: Subject) -> Iterator[Finding]:
    """Yield what an author of lessons or items should read again; none of it is a fault."""
    for owner, passages in subject.passages:
        for passage in passages:
            for doubt in find_doubts(passage.text, owner.band, passage.voice):
                near = f"gần với {doubt.nearest.code} {doubt.nearest.title}"
                message = f"{owner.id}: {near}: “{shorten(doubt.text)}”"
                yield Finding(REREAD, passage.source, message, severity=Severity.WARNING)
