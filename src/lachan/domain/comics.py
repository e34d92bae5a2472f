"""Comics: a strip of panels that belongs to a lesson, as data that a drawing can be made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from lachan.domain.comic_words import (
    PERSON_NAMES,
    Face,
    Held,
    Look,
    Outfit,
    PersonId,
    Place,
    Pose,
    SayKind,
    Shot,
    Thing,
    Time,
)
from lachan.domain.items import Override
from lachan.domain.kinds import Band
from lachan.domain.source import NOWHERE, Source


class Sender(StrEnum):
    """Who wrote a message on a phone: its owner, or the other one."""

    ME = "me"
    THEM = "them"


@dataclass(frozen=True, slots=True)
class Figure:
    """Someone in a panel."""

    who: PersonId
    pose: Pose = Pose.STANDING
    face: Face = Face.CALM
    looks: Look = Look.FRONT
    holds: Held = Held.NOTHING
    outfit: Outfit = Outfit.FIRST


@dataclass(frozen=True, slots=True)
class Saying:
    """What someone says or thinks; words drawn as real text in a balloon."""

    who: PersonId
    text: str
    kind: SayKind = SayKind.SPEECH


@dataclass(frozen=True, slots=True)
class Message:
    """A message on the screen of a phone."""

    sender: Sender
    text: str


@dataclass(frozen=True, slots=True)
class PhoneScreen:
    """A phone that fills a panel: whose it is, who writes, and how full its battery is."""

    owner: PersonId
    other: str
    messages: tuple[Message, ...]
    battery: int = 80


@dataclass(frozen=True, slots=True)
class Panel:
    """One picture of a strip, in which one thing happens.

    `alt` says what is seen for those who do not see it; it does not repeat the balloons.
    """

    place: Place
    shot: Shot
    alt: str
    time: Time = Time.DAY
    caption: str = ""
    people: tuple[Figure, ...] = ()
    says: tuple[Saying, ...] = ()
    things: tuple[Thing, ...] = ()
    board: str = ""
    poster: str = ""
    phone: PhoneScreen | None = None
    source: Source = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class StepPicture:
    """What a class sees when a step of the lesson begins; `step` is the step's id."""

    step: str
    panel: Panel


@dataclass(frozen=True, slots=True)
class SpokenLine:
    """A line of the text version: who (empty for the narrator) and what."""

    who: str
    text: str
    kind: SayKind

    @property
    def label(self) -> str:
        """Who is heard, and how."""
        return _LABELS[self.kind].format(who=self.who)


_LABELS = {
    SayKind.CAPTION: "Lời kể",
    SayKind.SPEECH: "{who}",
    SayKind.THOUGHT: "{who} nghĩ",
    SayKind.PHONE: "{who}, qua điện thoại",
    SayKind.MESSAGE: "{who} nhắn",
}


@dataclass(frozen=True, slots=True)
class Comic:
    """A strip of four to eight panels, and the pictures of its lesson's steps.

    `lesson_id` is the lesson it belongs to, `slug` its file's name; `blank` holds the panels, from
    1 on, whose balloons a worksheet leaves empty; `ask` the questions under it. `pictures` stand
    at the head of the steps that they name, apart from the strip.
    """

    lesson_id: str
    slug: str
    band: Band
    title: str
    panels: tuple[Panel, ...]
    blank: tuple[int, ...] = ()
    ask: tuple[str, ...] = ()
    overrides: tuple[Override, ...] = ()
    pictures: tuple[StepPicture, ...] = ()
    source: Source = field(default=NOWHERE, compare=False)

    @property
    def id(self) -> str:
        """The lesson's id, by which faults name it."""
        return self.lesson_id

    @property
    def drawn(self) -> tuple[Panel, ...]:
        """All that is drawn: the panels of the strip, then the pictures of the steps."""
        return (*self.panels, *(picture.panel for picture in self.pictures))

    def picture_of(self, step: str) -> Panel | None:
        """Return the picture of the step with this id, or None."""
        return next((each.panel for each in self.pictures if each.step == step), None)


def spoken_lines(panel: Panel) -> tuple[SpokenLine, ...]:
    """Return every word of a panel in reading order, for who listens instead of looking."""
    lines = []
    if panel.caption:
        lines.append(SpokenLine("", panel.caption, SayKind.CAPTION))
    if panel.phone:
        names = {
            Sender.ME: PERSON_NAMES[panel.phone.owner],
            Sender.THEM: panel.phone.other,
        }
        lines += [
            SpokenLine(names[each.sender], each.text, SayKind.MESSAGE)
            for each in panel.phone.messages
        ]
    lines += [SpokenLine(PERSON_NAMES[say.who], say.text, say.kind) for say in panel.says]
    return tuple(lines)
