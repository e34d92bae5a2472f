"""A lesson plan (kế hoạch bài dạy), laid out as schools hand it in, before it is Word or PDF.

Primary schools use the four parts of Công văn 2345/BGDĐT-GDTH, secondary schools Phụ lục IV of
Công văn 5512/BGDĐT-GDTrH; adults' meetings follow the latter.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lachan.domain.curriculum import GENERAL_COMPETENCES
from lachan.domain.kinds import Band
from lachan.domain.lessons import Lesson, LessonBlock, Step
from lachan.domain.names import PHASE_NAMES, grades_label

PACK = "Gói in của Lá Chắn: tờ điều hành, thẻ, phiếu, vé ra cửa, phiếu quan sát"


@dataclass(frozen=True, slots=True)
class PlanMove:
    """One of the four moves of an activity: what the teacher does, and the pupils.

    `told` is what a plan of one column says of it.
    """

    name: str
    teacher: str
    pupils: str
    told: str


@dataclass(frozen=True, slots=True)
class PlanActivity:
    """An activity: labelled lines (aim, content, product), the four moves, the step's text."""

    heading: str
    lines: tuple[tuple[str, str], ...]
    moves_title: str
    organisation: str
    moves: tuple[PlanMove, ...]
    blocks: tuple[LessonBlock, ...]


@dataclass(frozen=True, slots=True)
class LessonPlan:
    """The whole plan.

    Attributes
    ----------
    about
        Subject, grades and length, on one line.
    programme
        Places in the national programme, one a line.
    parts
        Titles of the parts, in order: aims, equipment, activities, changes, law.
    aims
        Groups of aims, each with its title.
    two_columns
        Whether moves stand in a table of teacher and pupils (primary), or one below the other.
    """

    title: str
    about: str
    programme: tuple[str, ...]
    parts: tuple[str, str, str, str, str]
    aims: tuple[tuple[str, tuple[str, ...]], ...]
    equipment: tuple[str, ...]
    activities: tuple[PlanActivity, ...]
    law: tuple[str, ...]
    two_columns: bool


_PRIMARY_PARTS = (
    "I. Yêu cầu cần đạt",
    "II. Đồ dùng dạy học",
    "III. Các hoạt động dạy học chủ yếu",
    "IV. Điều chỉnh sau bài dạy",
    "Phụ lục. Căn cứ pháp luật",
)
_SECONDARY_PARTS = (
    "I. Mục tiêu",
    "II. Thiết bị dạy học và học liệu",
    "III. Tiến trình dạy học",
    "IV. Điều chỉnh sau bài dạy",
    "Phụ lục. Căn cứ pháp luật",
)


def make_lesson_plan(lesson: Lesson, labels: Mapping[str, str]) -> LessonPlan:
    """Return the plan of a lesson in the layout of its band.

    Parameters
    ----------
    lesson
        The lesson.
    labels
        Provision id → label, for the list of law; what is not there is left out.
    """
    primary = lesson.band is Band.PRIMARY
    about = [lesson.subject, grades_label(lesson.grades), _length(lesson)]
    return LessonPlan(
        title=lesson.title,
        about="; ".join(part for part in about if part),
        programme=tuple(f"Lớp {each.grade}. {each.told}" for each in lesson.programme),
        parts=_PRIMARY_PARTS if primary else _SECONDARY_PARTS,
        aims=_primary_aims(lesson) if primary else _secondary_aims(lesson),
        equipment=(*lesson.equipment, PACK),
        activities=tuple(
            _activity(number, step, lesson, primary=primary)
            for number, step in enumerate(lesson.steps, 1)
        ),
        law=tuple(labels[cited] for cited in lesson.citations if cited in labels),
        two_columns=primary,
    )


def _length(lesson: Lesson) -> str:
    minutes = f"{lesson.minutes} phút"
    return minutes if lesson.periods == 1 else f"{lesson.periods} tiết ({minutes})"


def _primary_aims(lesson: Lesson) -> tuple[tuple[str, tuple[str, ...]], ...]:
    general = tuple(name for name in lesson.competences if name in GENERAL_COMPETENCES)
    own = tuple(name for name in lesson.competences if name not in GENERAL_COMPETENCES)
    objectives = tuple(objective.text for objective in lesson.objectives)
    return (
        ("1. Năng lực đặc thù", (*own, *objectives)),
        ("2. Năng lực chung", general),
        ("3. Phẩm chất", lesson.qualities),
    )


def _secondary_aims(lesson: Lesson) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (
        ("1. Về kiến thức, kĩ năng", tuple(objective.text for objective in lesson.objectives)),
        ("2. Về năng lực", lesson.competences),
        ("3. Về phẩm chất", lesson.qualities),
    )


def _activity(number: int, step: Step, lesson: Lesson, *, primary: bool) -> PlanActivity:
    period = f"Tiết {step.period}. " if lesson.periods > 1 else ""
    phase = PHASE_NAMES[step.phase]
    lines = (
        ("Mục tiêu: ", step.objective),
        ("Nội dung: ", step.content),
        ("Sản phẩm: ", step.product),
    )
    return PlanActivity(
        heading=f"{period}Hoạt động {number}. {phase}: {step.title} ({step.minutes} phút)",
        lines=lines
        if primary
        else tuple(
            (f"{letter}) {name}", text) for letter, (name, text) in zip("abc", lines, strict=True)
        ),
        moves_title="Cách tổ chức" if primary else "d) Tổ chức thực hiện",
        organisation=step.organisation,
        moves=_moves(step, primary=primary),
        blocks=step.blocks,
    )


def _moves(step: Step, *, primary: bool) -> tuple[PlanMove, ...]:
    """Return the four moves; a step of the first edition says them by its plan's columns."""
    names = (
        (
            "Chuyển giao nhiệm vụ học tập",
            "Tổ chức thực hiện",
            "Trình bày kết quả, thảo luận",
            "Nhận xét, đánh giá",
        )
        if primary
        else (
            "Chuyển giao nhiệm vụ",
            "Thực hiện nhiệm vụ",
            "Báo cáo, thảo luận",
            "Kết luận, nhận định",
        )
    )
    show = f" Cho xem: {step.show}" if step.show else ""
    teacher = (
        f"{step.task or step.content}{show}",
        "Đi quanh lớp, giúp em và nhóm cần giúp.",
        "Mời nói, hỏi thêm, mời bạn góp ý.",
        step.conclude or f"Nhắc lại điều cần đạt: {step.objective}",
    )
    pupils = (
        "Nghe, hỏi lại chỗ chưa rõ.",
        step.everyone or step.content,
        step.report or step.product,
        "Nghe, sửa vào sản phẩm của mình.",
    )
    told = (teacher[0], pupils[1], pupils[2], teacher[3])
    return tuple(map(PlanMove, names, teacher, pupils, told))
