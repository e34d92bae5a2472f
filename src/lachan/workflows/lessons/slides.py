"""From a lesson's notebook to its slides, with what the teacher says in the speaker's notes."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from nbformat import NotebookNode

from lachan.content import Content
from lachan.domain.comics import Comic
from lachan.domain.items import Item
from lachan.domain.kinds import BlockKind
from lachan.domain.law import Hotline
from lachan.domain.messages import OWNER, read_thread
from lachan.domain.names import SKILL_NOTE, block_heading
from lachan.domain.practice.items import require_practice
from lachan.exchange.slides.answers import answer
from lachan.exchange.slides.design import Look
from lachan.exchange.slides.flow import fits_one
from lachan.exchange.slides.pieces import (
    BULLET,
    Grid,
    Marker,
    Para,
    Passage,
    Piece,
    Span,
    plain,
    to_bubbles,
    to_paras,
    to_pieces,
)
from lachan.exchange.slides.questions import ask
from lachan.exchange.slides.writer import render_slides
from lachan.notebooks import NotebookBlock, NotebookLesson, Section
from lachan.printing import word_pictures
from lachan.printing.citation_list import group_citations
from lachan.workflows.content.pictures import read_pictures
from lachan.workflows.lessons.carried_items import add_carried, read_carried
from lachan.workflows.lessons.comic_slides import (
    draw_panels,
    draw_step_pictures,
    find_shown_comic,
    find_step_pictures,
    list_panels,
    place_picture,
)
from lachan.workflows.lessons.notebook import lesson_items, read_lesson_notebook

# A lesson has no date of its own.
MADE_ON = dt.date(2026, 1, 1)
READABLE = 28.0
"""The least size of a text that a task joins."""
HELP_TITLE = "Khi cần người giúp"
_TASKS = frozenset({BlockKind.ACTIVITY, BlockKind.DISCUSSION})
# A letter to the family is for paper; where to get help is the last slide.
_LEFT_OUT = frozenset({BlockKind.LEAFLET, BlockKind.HELP})


def make_slides(notebook: NotebookNode, name: str, content: Content) -> bytes:
    """Return the PPTX of a lesson's notebook, for its teacher: it holds notes and answers.

    Raises
    ------
    LachanError
        Where a cell cannot be exported, a picture is missing or cannot be drawn, or a quick check
        holds a contest item.
    """
    content = add_carried(content, read_carried(notebook.metadata, name))
    lesson = read_lesson_notebook(notebook, name)
    items = lesson_items(lesson, content)
    require_practice(items.values())
    blocks = (block for section in lesson.sections for block in section.blocks)
    texts = [block.content for block in blocks if not (block.teacher_only or block.print_only)]
    pictures = read_pictures(content, name, texts, items.values())
    if comic := find_shown_comic(lesson, content):
        pictures |= draw_panels(comic)
    pictures |= draw_step_pictures(find_step_pictures(lesson, content))
    passages = tuple(list_passages(lesson, items, content))
    drawn = word_pictures(lesson.title, pictures)
    return render_slides(lesson.title, passages, drawn, day=MADE_ON)


def list_passages(
    lesson: NotebookLesson, items: Mapping[str, Item], content: Content
) -> Iterator[Passage]:
    """Yield what stands on the slides of a lesson, from its title to where to get help."""
    yield _cover(lesson, content)
    numbers = itertools.count(1)
    comic = find_shown_comic(lesson, content)
    pictures = find_step_pictures(lesson, content)
    for place, section in enumerate(lesson.sections):
        foot, notes = _foot(section, content), _step_notes(lesson, place)
        told = _join_tasks(_section(section, lesson.title, items, content, comic, numbers))
        if panel := pictures.get(section.picture):
            told = place_picture(told, section.picture, panel, READABLE)
        for passage in told:
            yield replace(passage, foot=foot, notes=(*passage.notes, *notes))
    last = len(lesson.sections) - 1
    yield replace(
        _closing(lesson, content),
        foot=_foot(lesson.sections[last], content),
        notes=_step_notes(lesson, last),
    )


def _shown(section: Section) -> Iterator[NotebookBlock]:
    """Yield the blocks that the class sees before the last slide."""
    for place, block in enumerate(section.blocks):
        left_out = block.teacher_only or block.print_only or block.kind in _LEFT_OUT
        if not left_out and not (place == 0 and _is_summary(section, block)):
            yield block


def _is_summary(section: Section, block: NotebookBlock) -> bool:
    """Tell whether a block is the lesson's summary below its title: it is told to teachers."""
    told = section.title or block.title or block.teacher_only
    return not told and block.kind is BlockKind.TEXT


def _cover(lesson: NotebookLesson, content: Content) -> Passage:
    lines = [each for each in (lesson.subtitle, content.settings.school) if each]
    opening = lesson.sections[0]
    summary = [block for block in opening.blocks[:1] if _is_summary(opening, block)]
    about = [para for block in summary for para in to_paras(block.content)]
    return Passage(
        lesson.title,
        tuple(map(plain, lines)),
        Look.COVER,
        notes=(*about, *_step_notes(lesson, 0)),
    )


def _section(
    section: Section,
    lesson_title: str,
    items: Mapping[str, Item],
    content: Content,
    comic: Comic | None,
    numbers: Iterator[int],
) -> Iterator[tuple[Passage, bool]]:
    """Yield the passages of a step, and whether each is a task that looks back at what it follows.

    Parameters
    ----------
    lesson_title
        What stands above words without a title, where the step has none either.
    comic
        What stands where the lesson shows its comic.
    numbers
        Of the questions, through the whole lesson.
    """
    for block in _shown(section):
        is_strip = block.kind is BlockKind.COMIC and comic is not None
        # Questions and panels have slides with titles of their own.
        if block.content or (block.title and not block.item_ids and not is_strip):
            title = block_heading(block.kind, block.title) or section.title or lesson_title
            look = Look.HELP if block.kind is BlockKind.NOTICE else Look.TEXT
            yield Passage(title, _told(block), look), block.kind in _TASKS
        if block.kind is BlockKind.COMIC and comic:
            for passage in list_panels(comic):
                yield passage, False
        for item_id in block.item_ids:
            item, number = items[item_id], next(numbers)
            for passage in ask(number, item):
                yield passage, False
            yield answer(number, item, _law(item, content)), False


def _told(block: NotebookBlock) -> tuple[Piece, ...]:
    if block.kind is not BlockKind.MESSAGES:
        return to_pieces(block.shown)
    thread = read_thread(block.content)
    label = [plain(thread.label, italic=True)] if thread.owner != OWNER else []
    return (*to_pieces(thread.before), *label, *to_bubbles(thread.messages))


def _join_tasks(passages: Iterable[tuple[Passage, bool]]) -> Iterator[Passage]:
    """Yield the passages, a task below what it is about where both stand well on one slide."""
    before: Passage | None = None
    for passage, is_task in passages:
        if before is not None and is_task and before.look is Look.TEXT:
            heading = Para((Span(passage.title, bold=True),), keeps=True)
            joined = replace(before, pieces=(*before.pieces, heading, *passage.pieces))
            if fits_one(joined.pieces, READABLE):
                before = joined
                continue
        if before is not None:
            yield before
        before = passage
    if before is not None:
        yield before


def _law(item: Item, content: Content) -> Sequence[str]:
    if item.is_skill:
        return [SKILL_NOTE]
    known = content.provisions
    cited = [each for each in item.all_citations if each in known]
    return group_citations({each: known[each].label_with_status for each in cited})


def _foot(section: Section, content: Content) -> str:
    """Return what each slide says at its foot: where one is, and whom to call."""
    calls = [f"Cần giúp: gọi {line.number}" for line in content.hotlines[:1]]
    return " · ".join([section.title] * bool(section.title) + calls)


def _step_notes(lesson: NotebookLesson, place: int) -> tuple[Para, ...]:
    """Return the teacher's notes of a step; before its own the opening has those of the first."""
    section = lesson.sections[place]
    own = _teacher_notes(section)
    if not section.title:
        later = map(_teacher_notes, lesson.sections[place + 1 :])
        return (plain("Mở bài", bold=True), *next(filter(None, later), ()), *own)
    steps = [each for each in lesson.sections if each.title]
    minutes = f" ({section.minutes} phút)" if section.minutes else ""
    number = 1 + next(n for n, each in enumerate(steps) if each is section)
    head = f"Bước {number}/{len(steps)}: {section.title}{minutes}"
    return (plain(head, bold=True), *own)


def _teacher_notes(section: Section) -> tuple[Para, ...]:
    return tuple(
        para
        for block in section.blocks
        if block.teacher_only and not block.kind.in_pack
        for para in (
            *([plain(block.title, bold=True)] * bool(block.title)),
            *to_paras(block.content),
        )
    )


def _closing(lesson: NotebookLesson, content: Content) -> Passage:
    """Return the last slide: what one can do now, and where to get help.

    It names the lesson's own first steps where they stand on one slide with the numbers; they have
    a slide of their own before it in any case.
    """
    blocks = [block for section in lesson.sections for block in section.blocks]
    help_block = next((block for block in blocks if block.kind is BlockKind.HELP), None)
    action = next((block for block in blocks if block.kind is BlockKind.ACTION), None)
    words = to_pieces(help_block.content) if help_block else ()
    steps = to_pieces(action.content) if action else ()
    where = (_numbers(content), *_places(content))
    choices = ((*words, *steps, *where), (*steps, *where), (*words, *where))
    pieces = next(filter(fits_one, choices), choices[-1])
    title = help_block.title if help_block else ""
    return Passage(title or HELP_TITLE, pieces, Look.HELP)


def _numbers(content: Content) -> Piece:
    rows = tuple(
        ((Span(line.number, bold=True),), (Span(_spell_line(line)),)) for line in content.hotlines
    )
    return Grid(((Span("Gọi số"),), (Span("Gặp ai"),)), rows)


def _spell_line(line: Hotline) -> str:
    return f"{line.name} ({line.terms})" if line.terms else line.name


def _places(content: Content) -> Iterator[Para]:
    names = "; ".join(place.name for place in content.places)
    if names:
        yield Para((Span("Hoặc tìm: ", bold=True), Span(names)))
    for contact in content.settings.contacts:
        yield Para((Span(contact),), 1, Marker(BULLET))
