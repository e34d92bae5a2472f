"""Cut a text into sentences and spell each in one way, so that a pattern is written once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from lachan.text import fold, to_nfc

_END = re.compile(r"(?<=[.!?…])[\"”’»)\]]*\s+|\n+")
_OPEN, _CLOSE = "“«", "”»"
_QUOTED = re.compile(rf"[{_OPEN}\"]([^{_OPEN}{_CLOSE}\"]*)")

# Two ways of writing the same syllable: "hoà" and "hòa", "thuỷ" and "thủy", "lý" and "lí".
_OLD_TONE = {"oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa"}
_OLD_TONE |= {"uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy"}
# What stands before is looked at last: a pattern that begins with letters skips all others.
_TONE = re.compile(rf"(?:{'|'.join(_OLD_TONE)})(?<!q..)(?!\w)")
_Y_FOR_I = re.compile(r"([hklmst])([yýỳỷỹỵ])(?<![^\W_]..)(?!\w)")
_I = dict(zip("yýỳỷỹỵ", "iíìỉĩị", strict=True))


def spell(folded: str) -> str:
    """Return folded text with one spelling for tones on oa, uy and for i after h, k, l, m, s, t."""
    one_tone = _TONE.sub(lambda found: _OLD_TONE[found[0]], folded)
    return _Y_FOR_I.sub(lambda found: found[1] + _I[found[2]], one_tone)


def read_words(text: str) -> str:
    """Return a text as the rules read it: lower case, no punctuation, one spelling."""
    return spell(fold(text))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as written and as the rules read it.

    Attributes
    ----------
    raw
        The sentence as the author wrote it, NFC.
    words
        Lower case, no punctuation, one spelling; accents stay.
    within_quote
        The sentence stands inside a quotation that began in an earlier one.
    """

    raw: str
    words: str
    within_quote: bool = False

    @property
    def clauses(self) -> tuple[str, ...]:
        """The folded words between semicolons; no pattern reaches over one."""
        if ";" not in self.raw:
            return (self.words,)
        return tuple(read_words(part) for part in self.raw.split(";"))

    def quotes(self, matched: str) -> bool:
        """Tell whether matched words are someone's words quoted, or a message shown."""
        if self.within_quote or self.raw.startswith(">"):
            return True
        parts = [read_words(part) for part in _QUOTED.findall(self.raw)]
        return any(matched in part or (" " in part and part in matched) for part in parts)


# The rules and the model read the same texts, one after the other.
@lru_cache(maxsize=1 << 15)
def split_sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a text; a line break ends one too."""
    sentences, depth = [], 0
    start = 0
    whole = to_nfc(text)
    has_quotes = any(mark in whole for mark in _OPEN + _CLOSE)
    for end in (*(found.end() for found in _END.finditer(whole)), len(whole)):
        part = whole[start:end]
        if part.strip():
            sentences.append(Sentence(part.strip(), read_words(part), depth > 0))
        if has_quotes:
            opened = sum(part.count(mark) for mark in _OPEN)
            depth = max(0, depth + opened - sum(part.count(mark) for mark in _CLOSE))
        start = end
    return tuple(sentences)
