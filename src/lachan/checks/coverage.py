"""What is taught and what is asked: provisions and objectives against lessons and items."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lachan.domain.items import Item
from lachan.domain.kinds import Band, Level, Use
from lachan.domain.law import Provision
from lachan.domain.lessons import Lesson


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """One provision in one band.

    Attributes
    ----------
    lessons
        Slugs of the lessons that teach it.
    asked
        How many items rest on it, by level.
    practised
        How many of them are for practice; a contest may ask what contestants look up themselves.
    """

    band: Band
    provision: Provision
    lessons: tuple[str, ...]
    asked: Mapping[Level, int]
    practised: int

    @property
    def is_taught(self) -> bool:
        """True where a lesson of the band cites it."""
        return bool(self.lessons)

    @property
    def is_asked(self) -> bool:
        """True where an item of the band rests on it."""
        return sum(self.asked.values()) > 0


@dataclass(frozen=True, slots=True)
class Coverage:
    """The whole map, and its holes."""

    rows: tuple[CoverageRow, ...]
    unasked_objectives: tuple[tuple[Lesson, str], ...]

    @property
    def never_asked(self) -> tuple[CoverageRow, ...]:
        """Provisions that a band teaches and never asks about."""
        return tuple(row for row in self.rows if row.is_taught and not row.is_asked)

    @property
    def never_taught(self) -> tuple[CoverageRow, ...]:
        """Provisions that a band asks about in practice and never teaches."""
        return tuple(row for row in self.rows if row.practised and not row.is_taught)

    @property
    def hole_count(self) -> int:
        """How many holes there are of all three kinds."""
        return len(self.never_asked) + len(self.never_taught) + len(self.unasked_objectives)


def map_coverage(
    lessons: Sequence[Lesson], items: Sequence[Item], provisions: Mapping[str, Provision]
) -> Coverage:
    """Return which provisions each band teaches and asks about.

    A provision counts as covered within a band, not within each lesson: lessons of a band build
    on one another. Provisions that nobody cites are left out.
    """
    rows = []
    for band in Band:
        taught = {
            cited: tuple(
                each.slug for each in lessons if each.band is band and cited in each.citations
            )
            for lesson in lessons
            if lesson.band is band
            for cited in lesson.citations
        }
        asked: dict[str, Counter[Level]] = {}
        practised: Counter[str] = Counter()
        for item in items:
            if item.band is band:
                for cited in item.all_citations:
                    asked.setdefault(cited, Counter())[item.level] += 1
                    practised[cited] += item.use is Use.PRACTICE
        rows += [
            CoverageRow(
                band,
                provision,
                taught.get(name, ()),
                asked.get(name, Counter()),
                practised[name],
            )
            for name, provision in provisions.items()
            if name in taught or name in asked
        ]
    return Coverage(tuple(rows), tuple(find_unasked(lessons, items)))


def find_unasked(lessons: Sequence[Lesson], items: Sequence[Item]) -> list[tuple[Lesson, str]]:
    """Return each objective, by its lesson and id, that no item of the lesson asks."""
    asked = {(item.band, item.topic, item.objective) for item in items}
    return [
        (lesson, objective.id)
        for lesson in lessons
        for objective in lesson.objectives
        if (lesson.band, lesson.slug, objective.id) not in asked
    ]


@dataclass(frozen=True, slots=True)
class Impact:
    """What rests on one legal document, and would need another look if it changed.

    `provisions` are those of the document that are in the registry, with who acts for them.
    """

    lessons: tuple[Lesson, ...]
    items: tuple[Item, ...]
    provisions: tuple[Provision, ...] = ()

    def cited_by(self, owner: Lesson | Item) -> tuple[Provision, ...]:
        """Return the provisions of the document that a lesson or an item cites."""
        cited = owner.all_citations if isinstance(owner, Item) else owner.citations
        return tuple(each for each in self.provisions if each.id in cited)


def find_impact(
    number: str,
    lessons: Sequence[Lesson],
    items: Sequence[Item],
    provisions: Mapping[str, Provision],
) -> Impact:
    """Return the lessons and items that cite the document with this number or id.

    A document that amends or is amended counts with the one it changes, by `amended_by`; what
    says who acts for a provision counts with that provision.
    """
    touched = {
        name
        for name, provision in provisions.items()
        if number in (provision.document.number, provision.document.id)
        or number in provision.document.amended_by
    }
    touched |= {
        name
        for name, provision in provisions.items()
        if provision.competence is not None and provision.competence.acts_for in touched
    }
    return Impact(
        tuple(lesson for lesson in lessons if touched & set(lesson.citations)),
        tuple(item for item in items if touched & set(item.all_citations)),
        tuple(provision for name, provision in provisions.items() if name in touched),
    )
