"""Lessons: what a teacher's plan must state, and the blocks a class goes through."""

from __future__ import annotations

from dataclasses import dataclass, field

from lachan.domain.items import Override, Review
from lachan.domain.kinds import Band, BlockKind, Phase, Sensitivity
from lachan.domain.rich.text import RichText
from lachan.domain.source import NOWHERE, Source


@dataclass(frozen=True, slots=True)
class Objective:
    """Something a pupil can be seen to do after the lesson."""

    id: str
    text: str


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


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the lesson with what the four-phase plan asks of it."""

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


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson.

    `id` does not depend on the path, `slug` is the file's name; `position` orders the lessons of
    a band, from 1 on.
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

    @property
    def item_ids(self) -> tuple[str, ...]:
        """Items of all quick checks, in order, once each."""
        return tuple(dict.fromkeys(i for block in self.blocks for i in block.item_ids))
