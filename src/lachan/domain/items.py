"""Items of the quiz bank: what an author writes, and what a browser may see of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from lachan.domain.kinds import Band, ItemType, Level, Sensitivity, Status, Use
from lachan.domain.rich_text import RichText
from lachan.domain.source import NOWHERE, Source


@dataclass(frozen=True, slots=True)
class Media:
    """A picture beside a stem; `digest` is the SHA-256 of its bytes, part of the revision."""

    path: str
    alt: str
    credit: str = ""
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """Who-type read the text again, and when: author, law, safety, language, expert."""

    role: str
    date: date


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice; `id` is stable and never the printed letter, which depends on the form."""

    id: str
    text: RichText
    reason: RichText = ()
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """One of the four statements of a true/false group, with its own key and reason."""

    id: str
    text: RichText
    key: bool
    reason: RichText = ()
    citations: tuple[str, ...] = ()
    level: Level | None = None


@dataclass(frozen=True, slots=True)
class SingleChoice:
    choices: tuple[Choice, ...]
    key: str


@dataclass(frozen=True, slots=True)
class MultipleChoice:
    choices: tuple[Choice, ...]
    key: frozenset[str]


@dataclass(frozen=True, slots=True)
class TrueFalseGroup:
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class ShortAnswer:
    """Up to four characters: digits, minus, comma (the answer box of the 2025 sheet)."""

    key: str
    accepted: tuple[str, ...] = ()
    unit: str = ""
    reason: RichText = ()


# Score of a true/false group by the number of statements answered rightly, from none to four:
# the steps of the national upper-secondary graduation examination (THPT) from 2025.
TRUE_FALSE_SCORES = tuple(Decimal(score) for score in ("0", "0.1", "0.25", "0.5", "1"))

Body = SingleChoice | MultipleChoice | TrueFalseGroup | ShortAnswer


@dataclass(frozen=True, slots=True)
class Item:
    """A question with its key, reasons and citations."""

    id: str
    band: Band
    topic: str
    level: Level
    stem: RichText
    body: Body
    citations: tuple[str, ...]
    objective: str = ""
    use: Use = Use.PRACTICE
    status: Status = Status.READY
    grades: tuple[int, ...] = ()
    lang: str = "vi"
    media: Media | None = None
    sensitivity: Sensitivity = Sensitivity.LOW
    enemies: frozenset[str] = frozenset()
    group: str = ""
    seconds: int = 60
    reviews: tuple[Review, ...] = ()
    source: Source = field(default=NOWHERE, compare=False)

    @property
    def type(self) -> ItemType:
        """The item's type, as its YAML names it."""
        return _TYPE_OF_BODY[type(self.body)]

    @property
    def all_citations(self) -> tuple[str, ...]:
        """Citations of the item and of its statements, in order, once each."""
        cited: Iterable[str] = self.citations
        if isinstance(self.body, TrueFalseGroup):
            cited = (*self.citations, *(c for s in self.body.statements for c in s.citations))
        return tuple(dict.fromkeys(cited))

    @property
    def revision(self) -> str:
        """Twelve hex digits over what a contestant meets and how it is scored, nothing else.

        Reasons, citations, reviews and tags lie outside, so that improving them leaves
        measured difficulty and past results attached to the same revision.
        """
        digest = self.media.digest if self.media else ""
        met = (self.type.value, self.stem, _scored_part(self.body), digest)
        return hashlib.sha256(repr(met).encode()).hexdigest()[:12]


_TYPE_OF_BODY: dict[type, ItemType] = {
    SingleChoice: ItemType.SINGLE_CHOICE,
    MultipleChoice: ItemType.MULTIPLE_CHOICE,
    TrueFalseGroup: ItemType.TRUE_FALSE_GROUP,
    ShortAnswer: ItemType.SHORT_ANSWER,
}


def _scored_part(body: Body) -> tuple[object, ...]:
    match body:
        case SingleChoice(choices, key):
            return (tuple((c.id, c.text) for c in choices), key)
        case MultipleChoice(choices, keys):
            return (tuple((c.id, c.text) for c in choices), tuple(sorted(keys)))
        case TrueFalseGroup(statements):
            return tuple((s.id, s.text, s.key) for s in statements)
        case ShortAnswer(key, accepted, unit):
            return (key, accepted, unit)


@dataclass(frozen=True, slots=True)
class PublicOption:
    """A choice or a statement without key or reason."""

    id: str
    text: RichText


@dataclass(frozen=True, slots=True)
class PublicItem:
    """What a browser may see of an item before it is answered: no key, reason or citation."""

    id: str
    type: ItemType
    stem: RichText
    options: tuple[PublicOption, ...] = ()
    unit: str = ""
    media_path: str = ""
    media_alt: str = ""


def to_public(item: Item) -> PublicItem:
    """Return the part of `item` that may leave the server before an answer is given."""
    options: tuple[PublicOption, ...] = ()
    unit = ""
    match item.body:
        case SingleChoice(choices) | MultipleChoice(choices):
            options = tuple(PublicOption(c.id, c.text) for c in choices)
        case TrueFalseGroup(statements):
            options = tuple(PublicOption(s.id, s.text) for s in statements)
        case ShortAnswer():
            unit = item.body.unit
    return PublicItem(
        id=item.id,
        type=item.type,
        stem=item.stem,
        options=options,
        unit=unit,
        media_path=item.media.path if item.media else "",
        media_alt=item.media.alt if item.media else "",
    )
