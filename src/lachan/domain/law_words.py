"""The words under which people look law up, and which provisions each of them leads to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from lachan.domain.law import Provision
from lachan.domain.source import NOWHERE, Source
from lachan.text import search_words


@dataclass(frozen=True, slots=True)
class Headword:
    """A word of the printed index.

    Attributes
    ----------
    also
        Other words for the same, as people say them: "buôn người" for "mua bán người".
    is_suggested
        Whether the search proposes it to those who do not know what to type.
    """

    word: str
    also: tuple[str, ...] = ()
    is_suggested: bool = False
    source: Source = field(default=NOWHERE, compare=False)

    @property
    def names(self) -> tuple[str, ...]:
        """The word and all that is said for it."""
        return (self.word, *self.also)


def find_headwords(
    headwords: Sequence[Headword], provisions: Iterable[Provision]
) -> Mapping[str, tuple[Headword, ...]]:
    """Return, for each provision's id, the headwords that its texts say, by any of their names.

    Words are compared as `search_words` has them, accents included: "bán" is not "bạn".
    """
    sought = [(each, [_phrase(name) for name in each.names]) for each in headwords]
    found = {}
    for provision in provisions:
        text = _phrase(" ".join(_texts(provision)))
        found[provision.id] = tuple(
            word for word, phrases in sought if any(phrase in text for phrase in phrases)
        )
    return found


def _texts(provision: Provision) -> Iterable[str]:
    yield provision.summary
    yield from provision.plain.values()
    if provision.competence is not None:
        yield provision.competence.who
        yield from provision.competence.names


def _phrase(text: str) -> str:
    """Return the words of a text, each between blanks, so that whole words alone are met."""
    return f" {' '.join(word.letters + word.tone for word in search_words(text))} "
