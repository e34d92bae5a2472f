"""Items of the quiz bank: what an author writes, and what a browser may see of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from lachan.domain.bodies import (
    TYPE_OF_BODY,
    Body,
    Essay,
    Matching,
    MultipleChoice,
    Ordering,
    Scenario,
    Scene,
    ShortAnswer,
    ShortText,
    SingleChoice,
    TrueFalseGroup,
)
from lachan.domain.kinds import Band, ItemType, Level, Sensitivity, Status, Use
from lachan.domain.revisions import revision_of
from lachan.domain.rich.text import RichText
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
class Override:
    """A safety rule that a lesson or an item sets aside, and why it may."""

    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Item:
    """A question with its key, reasons and citations.

    `is_skill` marks an item on a life skill that no law decides: it cites none.
    """

    id: str
    band: Band
    topic: str
    level: Level
    stem: RichText
    body: Body
    citations: tuple[str, ...] = ()
    objective: str = ""
    is_skill: bool = False
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
    overrides: tuple[Override, ...] = ()
    source: Source = field(default=NOWHERE, compare=False)

    @property
    def type(self) -> ItemType:
        """The item's type, as its YAML names it."""
        return TYPE_OF_BODY[type(self.body)]

    @property
    def may_be_practised(self) -> bool:
        """Tell whether it is ready and its answer may be shown."""
        return self.use is Use.PRACTICE and self.status is Status.READY

    @property
    def all_citations(self) -> tuple[str, ...]:
        """Citations of the item and of its statements, in order, once each."""
        cited: Iterable[str] = self.citations
        if isinstance(self.body, TrueFalseGroup):
            cited = (*self.citations, *(c for s in self.body.statements for c in s.citations))
        return tuple(dict.fromkeys(cited))

    @property
    def revision(self) -> str:
        """A name for what a contestant meets and how it is scored; see `revision_of`."""
        return revision_of(self.type, self.stem, self.body, self.media.digest if self.media else "")


@dataclass(frozen=True, slots=True)
class PublicOption:
    """A choice or a statement without key or reason."""

    id: str
    text: RichText


@dataclass(frozen=True, slots=True)
class PublicScene:
    """A scene of a branching case; `choices` and `next_scenes` run side by side."""

    id: str
    text: RichText
    choices: tuple[PublicOption, ...]
    next_scenes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PublicItem:
    """What a browser may see of an item before it is answered: no key, reason or citation.

    `options` are choices, statements, the left sides of pairs, or steps; `targets` the right
    sides of pairs. Steps and targets stand in an order, and under names, that say nothing of
    the key.
    """

    id: str
    type: ItemType
    stem: RichText
    options: tuple[PublicOption, ...] = ()
    targets: tuple[PublicOption, ...] = ()
    scenes: tuple[PublicScene, ...] = ()
    unit: str = ""
    words: tuple[int, int] | None = None
    media_path: str = ""
    media_alt: str = ""


def option_token(item_id: str, option_id: str, salt: str = "") -> str:
    """Return the name under which a step or a right side leaves the server.

    Authors write steps in their right order and pairs side by side, so their own ids would give
    the key away. A contest passes a secret `salt`; without one the name can be worked out by
    anyone who reads this code, which is enough for practice.
    """
    return hashlib.sha256(f"{salt}|{item_id}|{option_id}".encode()).hexdigest()[:10]


def to_public(item: Item, salt: str = "") -> PublicItem:
    """Return the part of `item` that may leave the server before an answer is given."""
    public = PublicItem(
        id=item.id,
        type=item.type,
        stem=item.stem,
        media_path=item.media.path if item.media else "",
        media_alt=item.media.alt if item.media else "",
    )

    def hide(options: Iterable[tuple[str, RichText]]) -> tuple[PublicOption, ...]:
        hidden = (PublicOption(option_token(item.id, each, salt), text) for each, text in options)
        return tuple(sorted(hidden, key=lambda option: option.id))

    match item.body:
        case SingleChoice(options) | MultipleChoice(options) | TrueFalseGroup(options):
            return replace(public, options=tuple(PublicOption(o.id, o.text) for o in options))
        case ShortAnswer(_, _, unit):
            return replace(public, unit=unit)
        case Matching(pairs, extra):
            return replace(
                public,
                options=tuple(PublicOption(pair.id, pair.left) for pair in pairs),
                targets=hide([*((p.id, p.right) for p in pairs), *((e.id, e.text) for e in extra)]),
            )
        case Ordering(steps):
            return replace(public, options=hide((step.id, step.text) for step in steps))
        case Scenario(scenes):
            return replace(public, scenes=tuple(map(_public_scene, scenes)))
        case Essay(_, _, words):
            return replace(public, words=words)
        case ShortText():
            return public


def _public_scene(scene: Scene) -> PublicScene:
    return PublicScene(
        scene.id,
        scene.text,
        tuple(PublicOption(choice.id, choice.text) for choice in scene.choices),
        tuple(choice.next for choice in scene.choices),
    )
