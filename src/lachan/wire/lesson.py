"""A lesson as the browser gets it; what is for teachers leaves Python for staff only."""

from __future__ import annotations

from typing import TypedDict

from lachan.domain.comics import Comic
from lachan.domain.curriculum import UNREAD, Anchor
from lachan.domain.kinds import Band, BlockKind, Origin
from lachan.domain.lessons import Lesson, LessonBlock, Step
from lachan.domain.messages import read_thread
from lachan.domain.names import BAND_NAMES, BLOCK_NAMES, PHASE_NAMES, format_grades
from lachan.domain.rich.nodes import BlockNode
from lachan.markup import to_nodes
from lachan.wire.comic import ComicJson, ComicPanelJson, comic_json, panel_json
from lachan.wire.messages import ThreadJson, thread_json


class LessonHeadJson(TypedDict):
    """What is told of a lesson before it is opened."""

    id: str
    slug: str
    title: str
    band: Band
    band_label: str
    grades: str
    minutes: int
    summary: str


class LessonCardJson(LessonHeadJson):
    """A lesson in a list that is searched; ``years`` are its grades, ``words`` what it is about.

    ``origin`` says whether the school wrote or edited it.
    """

    origin: Origin
    years: list[int]
    subjects: list[str]
    words: str


class BlockJson(TypedDict):
    kind: BlockKind
    label: str
    title: str
    nodes: list[BlockNode]
    items: list[str]
    comic: ComicJson | None
    thread: ThreadJson | None


class AnchorJson(TypedDict):
    """A place of the programme; `note` says where its wording was not read."""

    grade: int
    label: str
    outcomes: list[str]
    note: str


class PlanJson(TypedDict):
    """A teacher's plan: four columns, and the four moves where they are written."""

    objective: str
    content: str
    product: str
    organisation: str
    task: str
    everyone: str
    report: str
    conclude: str


class StepJson(TypedDict):
    """A step; ``picture`` is what its class sees first, null where it has none."""

    id: str
    title: str
    minutes: int
    phase_label: str
    plan: PlanJson | None
    picture: ComicPanelJson | None
    blocks: list[BlockJson]


class LessonJson(LessonHeadJson):
    """An open lesson; for pupils ``plan`` is null and ``programme`` empty."""

    programme: list[AnchorJson]
    questions: list[str]
    key_points: list[str]
    opening: list[BlockJson]
    steps: list[StepJson]


def card_json(lesson: Lesson, origin: Origin = Origin.KIT) -> LessonCardJson:
    """Return what the list of lessons shows, and what it is searched by."""
    return {
        **index_json(lesson),
        "origin": origin,
        "years": list(lesson.grades),
        "subjects": list(lesson.subjects),
        "words": " ".join((*lesson.questions, *lesson.key_points)),
    }


def index_json(lesson: Lesson) -> LessonHeadJson:
    """Return what is told of a lesson before it is opened."""
    return {
        "id": lesson.id,
        "slug": lesson.slug,
        "title": lesson.title,
        "band": lesson.band,
        "band_label": BAND_NAMES[lesson.band],
        "grades": format_grades(lesson.grades),
        "minutes": lesson.minutes,
        "summary": lesson.summary,
    }


def lesson_json(
    lesson: Lesson, shown_items: frozenset[str], *, staff: bool, comic: Comic | None = None
) -> LessonJson:
    """Return an open lesson.

    Parameters
    ----------
    lesson
        The lesson.
    shown_items
        Ids of the items that may be asked; others are left out of quick checks.
    staff
        Whether teachers' blocks and the steps' plans are included.
    comic
        The strip that belongs to it, with the pictures of its steps; a block that shows one stays
        empty without it.
    """
    told = comic_json(comic) if comic else None
    return {
        **index_json(lesson),
        "programme": [_anchor(each) for each in lesson.programme] if staff else [],
        "questions": list(lesson.questions),
        "key_points": list(lesson.key_points),
        "opening": _blocks(lesson.opening, shown_items, staff, told),
        "steps": [
            _step(step, shown_items, staff, told, _picture(step, comic)) for step in lesson.steps
        ],
    }


def _anchor(anchor: Anchor) -> AnchorJson:
    return {
        "grade": anchor.grade,
        "label": anchor.label,
        "outcomes": [each.text for each in anchor.quotable],
        "note": UNREAD if anchor.is_unread else "",
    }


def _picture(step: Step, comic: Comic | None) -> ComicPanelJson | None:
    panel = comic.picture_of(step.id) if comic else None
    return panel_json(panel, step.id) if panel else None


def _step(
    step: Step,
    shown_items: frozenset[str],
    staff: bool,
    comic: ComicJson | None,
    picture: ComicPanelJson | None,
) -> StepJson:
    plan: PlanJson = {
        "objective": step.objective,
        "content": step.content,
        "product": step.product,
        "organisation": step.organisation,
        "task": step.task,
        "everyone": step.everyone,
        "report": step.report,
        "conclude": step.conclude,
    }
    return {
        "id": step.id,
        "title": step.title,
        "minutes": step.minutes,
        "phase_label": PHASE_NAMES[step.phase],
        "plan": plan if staff else None,
        "picture": picture,
        "blocks": _blocks(step.blocks, shown_items, staff, comic),
    }


def _blocks(
    blocks: tuple[LessonBlock, ...],
    shown_items: frozenset[str],
    staff: bool,
    comic: ComicJson | None,
) -> list[BlockJson]:
    return [
        _block(block, shown_items, comic)
        for block in blocks
        if staff or not block.kind.teacher_only
    ]


def _block(block: LessonBlock, shown_items: frozenset[str], comic: ComicJson | None) -> BlockJson:
    thread = read_thread(block.content) if block.kind is BlockKind.MESSAGES else None
    return {
        "kind": block.kind,
        "label": BLOCK_NAMES[block.kind],
        "title": block.title,
        "nodes": to_nodes(thread.before if thread else block.shown),
        "items": [item for item in block.item_ids if item in shown_items],
        "comic": comic if block.kind is BlockKind.COMIC else None,
        "thread": thread_json(thread) if thread else None,
    }
