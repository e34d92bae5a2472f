"""Which lessons serve which grade and subject of the programme of 2018."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lachan.domain.curriculum import SUBJECTS, Anchor
from lachan.domain.lessons import Lesson

GRADES = range(1, 13)


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    """A lesson at one of its places in the programme."""

    lesson: Lesson
    anchor: Anchor

    @property
    def state(self) -> str:
        """What is known of the place: quoted, named, only touched, an hour of the class."""
        if not self.anchor.topic:
            return "tiết riêng, không có chủ đề"
        if self.anchor.link:
            return "liên hệ"
        return "chỉ có tên chủ đề" if self.anchor.is_unread else "đã đọc câu chữ"


@dataclass(frozen=True, slots=True)
class ProgrammeMap:
    """The places of all lessons, by grade and then subject as the programme orders them."""

    rows: tuple[ProgrammeRow, ...]

    @property
    def empty_grades(self) -> tuple[int, ...]:
        """Grades for which there is no lesson."""
        return tuple(g for g in GRADES if g not in {row.anchor.grade for row in self.rows})

    def count(self, grade: int) -> tuple[tuple[str, int], ...]:
        """Return each subject of a grade with its number of lessons."""
        found: dict[str, set[str]] = {}
        for row in self.rows:
            if row.anchor.grade == grade:
                found.setdefault(row.anchor.subject, set()).add(row.lesson.id)
        return tuple((subject, len(lessons)) for subject, lessons in found.items())


def map_programme(lessons: Sequence[Lesson]) -> ProgrammeMap:
    """Return the places of the lessons in the programme; adults' lessons have none."""
    subjects = list(SUBJECTS)
    rows = [ProgrammeRow(lesson, anchor) for lesson in lessons for anchor in lesson.programme]
    return ProgrammeMap(
        tuple(
            sorted(
                rows,
                key=lambda row: (
                    row.anchor.grade,
                    # What no subject of ours is, a rule tells.
                    subjects.index(row.anchor.subject) if row.anchor.subject in subjects else 99,
                ),
            )
        )
    )
