"""Where a lesson stands in the general education programme of 2018 (Thông tư 32/2018/TT-BGDĐT)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from lachan.domain.kinds import Band
from lachan.domain.source import NOWHERE, Source


class ReadIn(StrEnum):
    """Where the wording of an outcome was read, from the programme itself to unsigned data."""

    PROGRAMME = "ct"
    TEXTBOOK = "sgk"
    PLAN = "giao-an"
    DATA = "yeu"


class Hour(StrEnum):
    """The kinds of hour of Hoạt động trải nghiệm; a club stands beside the three."""

    FLAG = "duoi-co"
    TOPIC = "chu-de"
    CLASS = "sinh-hoat-lop"
    CLUB = "cau-lac-bo"


HOUR_NAMES = {
    Hour.FLAG: "sinh hoạt dưới cờ",
    Hour.TOPIC: "hoạt động giáo dục theo chủ đề",
    Hour.CLASS: "sinh hoạt lớp",
    Hour.CLUB: "câu lạc bộ",
}

UNREAD = "câu chữ yêu cầu cần đạt chưa đọc được; thầy cô đối chiếu với chương trình"
"""What is said where only a topic's name is known."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the programme asks a pupil to achieve (yêu cầu cần đạt), as it was read."""

    text: str
    read: ReadIn

    @property
    def is_quotable(self) -> bool:
        """True where it was read in print; what unsigned data say is kept and not shown."""
        return self.read is not ReadIn.DATA


@dataclass(frozen=True, slots=True)
class Anchor:
    """One place of the programme that a lesson serves, for one grade.

    `topic` is empty where an hour of the class is all that the programme gives; `link` says that
    the lesson only touches the topic (liên hệ) and does not teach it.
    """

    grade: int
    subject: str
    strand: str = ""
    topic: str = ""
    hour: Hour | None = None
    outcomes: tuple[Outcome, ...] = ()
    link: bool = False
    source: Source = field(default=NOWHERE, compare=False)

    @property
    def quotable(self) -> tuple[Outcome, ...]:
        """The outcomes that may be shown in the programme's words."""
        return tuple(each for each in self.outcomes if each.is_quotable)

    @property
    def is_unread(self) -> bool:
        """True where a topic is taught and none of its wording may be shown."""
        return bool(self.topic) and not self.link and not self.quotable

    @property
    def label(self) -> str:
        """The subject with its kind of hour, strand and topic, on one line."""
        hour = f" ({HOUR_NAMES[self.hour]})" if self.hour else ""
        about = ": ".join(part for part in (self.strand, self.topic) if part)
        return f"{self.subject}{hour}{' – ' if about else ''}{about}{' (liên hệ)' * self.link}"

    @property
    def told(self) -> str:
        """The label with what may be quoted, or with the word that nothing was read."""
        wording = " ".join(f"“{outcome.text}”" for outcome in self.quotable)
        return ": ".join(filter(None, (self.label, wording or f"({UNREAD})" * self.is_unread)))


@dataclass(frozen=True, slots=True)
class SchoolSubject:
    """A subject of the programme: the grades that have it, and its own competences."""

    grades: range
    competences: tuple[str, ...]

    @property
    def has_hours(self) -> bool:
        """True for Hoạt động trải nghiệm, whose lessons say in which kind of hour they are."""
        return self.competences is _EXPERIENCE


GENERAL_COMPETENCES = (
    "Năng lực tự chủ và tự học",
    "Năng lực giao tiếp và hợp tác",
    "Năng lực giải quyết vấn đề và sáng tạo",
)
QUALITIES = ("Yêu nước", "Nhân ái", "Chăm chỉ", "Trung thực", "Trách nhiệm")

_CIVICS = (
    "Năng lực điều chỉnh hành vi",
    "Năng lực phát triển bản thân",
    "Năng lực tìm hiểu và tham gia hoạt động kinh tế – xã hội",
)
_EXPERIENCE = (
    "Năng lực thích ứng với cuộc sống",
    "Năng lực thiết kế và tổ chức hoạt động",
    "Năng lực định hướng nghề nghiệp",
)

SUBJECTS: Mapping[str, SchoolSubject] = {
    "Đạo đức": SchoolSubject(range(1, 6), _CIVICS),
    "Giáo dục công dân": SchoolSubject(range(6, 10), _CIVICS),
    "Giáo dục kinh tế và pháp luật": SchoolSubject(range(10, 13), _CIVICS),
    "Hoạt động trải nghiệm": SchoolSubject(range(1, 6), _EXPERIENCE),
    "Hoạt động trải nghiệm, hướng nghiệp": SchoolSubject(range(6, 13), _EXPERIENCE),
    "Tin học": SchoolSubject(range(3, 13), ("Năng lực tin học",)),
    "Khoa học": SchoolSubject(range(4, 6), ("Năng lực khoa học tự nhiên",)),
    "Tự nhiên và Xã hội": SchoolSubject(range(1, 4), ("Năng lực khoa học",)),
}
"""The subjects that lessons of the kit belong to, with their competences in the programme."""


def split_subjects(written: str) -> tuple[str, ...]:
    """Return the subjects of a lesson, which semicolons part: one of them holds a comma."""
    return tuple(part.strip() for part in written.split(";") if part.strip())


PERIOD_MINUTES = {Band.PRIMARY: 35, Band.LOWER_SECONDARY: 45, Band.UPPER_SECONDARY: 45}
"""How long a period is; adults have none."""

SHORT_PERIOD_MINUTES = 20
"""What pupils of grades 1 and 2 sit through, with pictures."""

LONGEST_MEETING_MINUTES = 45


def period_minutes(band: Band, grades: tuple[int, ...]) -> int | None:
    """Return the length of one period of a lesson, or None for adults, who have none."""
    if grades and set(grades) <= {1, 2}:
        return SHORT_PERIOD_MINUTES
    return PERIOD_MINUTES.get(band)
