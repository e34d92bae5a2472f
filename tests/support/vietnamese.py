"""Which words of a text cannot be Vietnamese, by how its syllables are spelled."""

from __future__ import annotations

import re
from collections.abc import Collection

from lachan.text import strip_accents

_ONSET = "(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdghklmnpqrstvx])"
_NUCLEUS = (
    "(?:uyeu|uya|uye|uyu|yeu|ieu|oai|oao|oay|oeo|uai|uay|uoi|uou|ia|ie|iu|oa|oe|oi|ua|ue|ui|uo|uu"
    "|uy|ye|ai|ao|au|ay|eo|eu|[aeiouy])"
)
_SYLLABLE = re.compile(f"{_ONSET}?{_NUCLEUS}(?:ch|ng|nh|[cmnpt])?")
# What is typed as it stands: options, files, addresses, names with digits, names in capitals.
_TYPED = re.compile(r"(?<!\w)--?[a-zA-Z][\w-]*|\S*\w[._:/@*-]\w\S*|\w*\d\w*|\b[A-ZĐ_]{2,}\b|\.\w+")
_WORD = re.compile(r"[^\W\d_]+")


def find_foreign(text: str, known: Collection[str] = ()) -> set[str]:
    """Return the words that are no Vietnamese syllables, but for those in `known`."""
    words = set(_WORD.findall(_TYPED.sub(" ", text))) - set(known)
    return {word for word in words if not _SYLLABLE.fullmatch(strip_accents(word.lower()))}
