"""Items of the quiz bank: what an author writes, and what a browser may see of it."""

from __future__ import annotations

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
from lachan.domain.messages import Message, read_talk
from lachan.domain.option_names import OptionNames
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
    """Who-type read the text again, and when: author, law, safety, language, or a named person.

    Attributes
    ----------
    name, revision
        Who says to have read it in that role, as typed, and which text (`revision_read`); both
        empty for a reading that nobody signs.
    """

    role: str
    date: date
    name: str = ""
    revision: str = ""

    @property
    def is_signed(self) -> bool:
        """Tell whether someone stands for it by name."""
        return bool(self.name and self.revision)


@dataclass(frozen=True, slots=True)
class Override:
    """A safety rule that a lesson or an item sets aside, and why it may."""

    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Item:
    """A question with its key, reasons and citations.

    `is_skill` marks an item on a life skill that no law decides: it cites none. `stimulus` is a
    text that its `group` shares (a message, a clause, a table): it is read before the stem.
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
    stimulus: RichText = ()
    seconds: int = 60
    reviews: tuple[Review, ...] = ()
    overrides: tuple[Override, ...] = ()
    source: Source = field(default=NOWHERE, compare=False)

    @property
    def type(self) -> ItemType:
        """The item's type, as its YAML names it."""
        return TYPE_OF_BODY[type(self.body)]

    @property
    def asked(self) -> RichText:
        """What is read before the options: the stimulus, if there is one, and the stem."""
        return (*self.stimulus, *self.stem)

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
        picture = self.media.digest if self.media else ""
        return revision_of(self.type, self.asked, self.body, picture)


@dataclass(frozen=True, slots=True)
class PublicOption:
    """A choice or a statement without key or reason."""

    id: str
    text: RichText


@dataclass(frozen=True, slots=True)
class PublicScene:
    """A scene of a branching case; `choices` and `next_scenes` run side by side.

    `talk` is the text of a chat's scene as messages and notes, empty elsewhere.
    """

    id: str
    text: RichText
    choices: tuple[PublicOption, ...]
    next_scenes: tuple[str, ...]
    talk: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class PublicItem:
    """What a browser may see of an item before it is answered: no key, reason or citation.

    `options` are choices, statements, the left sides of pairs, or steps; `targets` the right
    sides of pairs. Steps and targets stand in an order that says nothing of the key, and all of
    them under the names of `OptionNames`.
    """

    id: str
    type: ItemType
    stem: RichText
    options: tuple[PublicOption, ...] = ()
    targets: tuple[PublicOption, ...] = ()
    scenes: tuple[PublicScene, ...] = ()
    chat: bool = False
    unit: str = ""
    words: tuple[int, int] | None = None
    media_path: str = ""
    media_alt: str = ""


def to_public(item: Item, salt: str = "") -> PublicItem:
    """Return the part of `item` that may leave the server before an answer is given."""
    public = PublicItem(
        id=item.id,
        type=item.type,
        stem=item.asked,
        media_path=item.media.path if item.media else "",
        media_alt=item.media.alt if item.media else "",
    )

    names = OptionNames(item.id, salt)

    def hide(options: Iterable[tuple[str, RichText]]) -> tuple[PublicOption, ...]:
        hidden = (PublicOption(names.hide(each), text) for each, text in options)
        return tuple(sorted(hidden, key=lambda option: option.id))

    match item.body:
        case SingleChoice(options) | MultipleChoice(options) | TrueFalseGroup(options):
            return replace(
                public, options=tuple(PublicOption(names.option(o.id), o.text) for o in options)
            )
        case ShortAnswer(_, _, unit):
            return replace(public, unit=unit)
        case Matching(pairs, extra):
            return replace(
                public,
                options=tuple(PublicOption(names.left(pair.id), pair.left) for pair in pairs),
                targets=hide([*((p.id, p.right) for p in pairs), *((e.id, e.text) for e in extra)]),
            )
        case Ordering(steps):
            return replace(public, options=hide((step.id, step.text) for step in steps))
        case Scenario(scenes, chat):
            shown = tuple(_public_scene(each, names, chat=chat) for each in scenes)
            return replace(public, scenes=shown, chat=chat)
        case Essay(_, _, words):
            return replace(public, words=words)
        case ShortText():
            return public


def _public_scene(scene: Scene, names: OptionNames, *, chat: bool) -> PublicScene:
    return PublicScene(
        names.scene(scene.id),
        scene.text,
        tuple(PublicOption(names.way(scene.id, way.id), way.text) for way in scene.choices),
        tuple(names.scene(way.next) for way in scene.choices),
        read_talk(scene.text) if chat else (),
    )
