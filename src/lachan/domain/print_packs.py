"""A print pack (gói in): all that a teacher prints for one lesson, as values to lay out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from lachan.domain.forms import Form
from lachan.domain.kinds import BlockKind
from lachan.domain.lessons import Lesson, LessonBlock, Observation, Step
from lachan.domain.plays import Play, read_play
from lachan.domain.rich import text as rt
from lachan.domain.rich.text import RichText


class PackSheet(StrEnum):
    """The sheets of a pack, in the order of printing; the value names the file."""

    RUN = "to-dieu-hanh"
    CARD = "khi-co-em-ke"
    COMIC = "truyen-tranh"
    SCRIPTS = "ban-kich-tung-vai"
    CARDS = "the-de-cat"
    BOARDS = "bang-chu-lon"
    GAME = "ban-co-a3"
    WORKSHEETS = "phieu"
    BEFORE_AFTER = "cau-hoi-truoc-sau"
    TICKET = "ve-ra-cua"
    OBSERVATION = "phieu-quan-sat"
    LETTER = "thu-gui-gia-dinh"
    LEAFLET = "to-roi"


LARGE = (PackSheet.CARDS, PackSheet.WORKSHEETS, PackSheet.TICKET, PackSheet.LETTER)
"""What pupils and families read, which comes in large print too."""


@dataclass(frozen=True, slots=True)
class RunRow:
    """A row of the run sheet: from which minute to which, what I say, they do, I show.

    `made` is what comes of a step of the first edition.
    """

    start: int
    end: int
    title: str
    form: str
    say: str
    do: str
    made: str
    show: str


@dataclass(frozen=True, slots=True)
class RunPeriod:
    """One period on one page."""

    number: int
    minutes: int
    rows: tuple[RunRow, ...]


@dataclass(frozen=True, slots=True)
class Entries:
    """A block that is printed as entries: cards, boards, squares of a game."""

    title: str
    entries: tuple[RichText, ...]


def run_sheet(lesson: Lesson, forms: Mapping[str, Form]) -> tuple[RunPeriod, ...]:
    """Return the run sheet, a page a period.

    A step of the first edition says by the columns of its plan what the second writes apart.
    """
    return tuple(
        RunPeriod(number, sum(step.minutes for step in steps), tuple(_rows(steps, forms)))
        for number in range(1, lesson.periods + 1)
        if (steps := lesson.steps_of(number))
    )


def _rows(steps: tuple[Step, ...], forms: Mapping[str, Form]) -> list[RunRow]:
    rows, minute = [], 0
    for step in steps:
        rows.append(_row(step, minute, forms))
        minute += step.minutes
    return rows


def _row(step: Step, start: int, forms: Mapping[str, Form]) -> RunRow:
    form = forms.get(step.form)
    first_edition = not step.everyone
    return RunRow(
        start=start,
        end=start + step.minutes,
        title=step.title,
        form=form.title if form else "",
        say=_joined(step.task or step.content, step.conclude),
        do=_joined(step.everyone or step.organisation, step.report),
        made=step.product if first_edition else "",
        show="; ".join(part.rstrip(".") for part in (step.show, *step.material) if part),
    )


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def find_plays(lesson: Lesson) -> tuple[Play, ...]:
    """Return the lesson's plays."""
    blocks = lesson.blocks_of_kind(BlockKind.ROLE_PLAY)
    return tuple(read_play(block.title, block.content) for block in blocks)


def find_entries(lesson: Lesson, kind: BlockKind) -> tuple[Entries, ...]:
    """Return the blocks of a kind with the items of their lists."""
    return tuple(_entries(block) for block in lesson.blocks_of_kind(kind))


def _entries(block: LessonBlock) -> Entries:
    lists = (each for each in block.content if isinstance(each, rt.BulletList))
    return Entries(block.title, tuple(item.children for each in lists for item in each.items))


def find_worksheets(lesson: Lesson) -> tuple[LessonBlock, ...]:
    """Return the worksheets, private ones too, in order."""
    return tuple(block for block in lesson.blocks if block.kind.is_worksheet)


def observed_objectives(lesson: Lesson) -> tuple[tuple[str, tuple[str, str, str]], ...]:
    """Return what is observed: each objective with its levels, blank where none are written."""
    written: dict[str, Observation] = {each.objective: each for each in lesson.observe}
    return tuple(
        (objective.text, written[objective.id].levels if objective.id in written else ("", "", ""))
        for objective in lesson.objectives
    )
