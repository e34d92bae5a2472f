"""Lessons: what a teacher's plan must state, and the blocks a class goes through."""

from __future__ import annotations

from dataclasses import dataclass, field

from lachan.domain.curriculum import Anchor
from lachan.domain.items import Override, Review
from lachan.domain.kinds import Band, BlockKind, Phase, Sensitivity
from lachan.domain.rich.text import RichText
from lachan.domain.source import NOWHERE, Source
from lachan.domain.worksheets import for_screen


@dataclass(frozen=True, slots=True)
class Objective:
    """Something a pupil can be seen to do after the lesson."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Observation:
    """How an objective shows: what a pupil does who needs help, who reaches it, who does well."""

    objective: str
    levels: tuple[str, str, str]
    source: Source = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Turns:
    """Groups that speak one after the other; `seconds` is what each of them has."""

    groups: int
    seconds: int


@dataclass(frozen=True, slots=True)
class LessonBlock:
    """One block of a step.

    `markdown` is the author's text as written, which becomes a notebook cell; `content` is
    the same text parsed. `item_ids` is filled for quick checks only.
    """

    kind: BlockKind
    title: str
    markdown: str
    content: RichText
    item_ids: tuple[str, ...] = ()
    source: Source = field(default=NOWHERE, compare=False)

    @property
    def shown(self) -> RichText:
        """The text as a screen shows it: places to write in are said, not drawn."""
        return for_screen(self.content) if self.kind.is_worksheet else self.content


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the lesson with what the four-phase plan asks of it.

    Attributes
    ----------
    organisation
        How the class sits: in pairs, in groups, all together.
    task, everyone, report, conclude
        The four moves of Công văn 5512: what the teacher says to set the task, what all pupils
        do, who reports what, what the teacher says at the end. Empty in a first edition.
    show
        What the teacher shows meanwhile.
    form
        The id of a form of work.
    work
        Seconds of quiet or group work, apart from reading and from turns.
    """

    id: str
    title: str
    minutes: int
    phase: Phase
    objective: str
    content: str
    product: str
    organisation: str
    blocks: tuple[LessonBlock, ...]
    source: Source = field(default=NOWHERE, compare=False)
    period: int = 1
    form: str = ""
    task: str = ""
    everyone: str = ""
    report: str = ""
    conclude: str = ""
    show: str = ""
    turns: Turns | None = None
    work: int = 0
    material: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson.

    `id` does not depend on the path, `slug` is the file's name; `position` orders the lessons of
    a band, from 1 on. A lesson of the second edition holds all that docs/formats.md asks of it;
    `before_after` are the five items asked before and after, `programme` its places in the
    national programme.
    """

    id: str
    slug: str
    title: str
    band: Band
    grades: tuple[int, ...]
    subject: str
    summary: str
    sensitivity: Sensitivity
    objectives: tuple[Objective, ...]
    questions: tuple[str, ...]
    key_points: tuple[str, ...]
    prerequisites: tuple[str, ...]
    competences: tuple[str, ...]
    qualities: tuple[str, ...]
    equipment: tuple[str, ...]
    citations: tuple[str, ...]
    opening: tuple[LessonBlock, ...]
    steps: tuple[Step, ...]
    position: int = 1
    reviews: tuple[Review, ...] = ()
    overrides: tuple[Override, ...] = ()
    source: Source = field(default=NOWHERE, compare=False)
    edition: int = 1
    periods: int = 1
    before_after: tuple[str, ...] = ()
    exit_ticket: tuple[str, ...] = ()
    observe: tuple[Observation, ...] = ()
    extension: str = ""
    programme: tuple[Anchor, ...] = ()

    @property
    def subjects(self) -> tuple[str, ...]:
        """The subjects and activities it belongs to, each with its capital, as schools name them.

        Some have a comma in their name: "Hoạt động trải nghiệm, hướng nghiệp".
        """
        names: list[str] = []
        for part in (part.strip() for part in self.subject.replace(";", ",").split(",")):
            if names and not part[:1].isupper():
                names[-1] = f"{names[-1]}, {part}"
            elif part:
                names.append(part)
        return tuple(names)

    @property
    def minutes(self) -> int:
        """The whole lesson's length."""
        return sum(step.minutes for step in self.steps)

    @property
    def blocks(self) -> tuple[LessonBlock, ...]:
        """Every block, opening first, in the order a class meets them."""
        return (*self.opening, *(block for step in self.steps for block in step.blocks))

    def steps_of(self, period: int) -> tuple[Step, ...]:
        """Return the steps of a period, from 1 on."""
        return tuple(step for step in self.steps if step.period == period)

    def blocks_of_kind(self, kind: BlockKind) -> tuple[LessonBlock, ...]:
        """Return every block of a kind, in order."""
        return tuple(block for block in self.blocks if block.kind is kind)

    @property
    def item_ids(self) -> tuple[str, ...]:
        """Items of all quick checks, in order, once each."""
        return tuple(dict.fromkeys(i for block in self.blocks for i in block.item_ids))
