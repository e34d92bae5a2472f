"""From a lesson's notebook to its printed handout."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from nbformat import NotebookNode

from lachan.content import Content
from lachan.domain.items import Item
from lachan.domain.kinds import Audience, BlockKind
from lachan.domain.lessons import Lesson
from lachan.notebooks import NotebookLesson, Section
from lachan.printing import (
    HandoutBlock,
    HandoutSection,
    HandoutSheet,
    render_handout,
)
from lachan.workflows.content.pictures import read_pictures
from lachan.workflows.lessons.carried_items import add_carried, read_carried
from lachan.workflows.lessons.notebook import (
    lesson_items,
    read_lesson_notebook,
)


def make_handout(notebook: NotebookNode, name: str, content: Content, audience: Audience) -> bytes:
    """Return the A4 PDF of a lesson's notebook for pupils or for their teacher.

    Raises
    ------
    LachanError
        Where a cell cannot be printed; every fault is listed with its cell and line.
    """
    content = add_carried(content, read_carried(notebook.metadata, name))
    lesson = read_lesson_notebook(notebook, name)
    sheet = make_sheet(lesson, content, audience)
    texts = (block.content for section in sheet.sections for block in section.blocks)
    return render_handout(sheet, pictures=read_pictures(content, name, texts, sheet.items))


def make_sheet(lesson: NotebookLesson, content: Content, audience: Audience) -> HandoutSheet:
    """Lay a notebook out for its audience: pupils get no teacher's cell."""
    items = lesson_items(lesson, content)
    source = next((each for each in content.lessons if each.slug == lesson.slug), None)
    cited = dict.fromkeys(
        (
            *(source.citations if source else ()),
            *(cited for item in items.values() for cited in item.all_citations),
        )
    )
    return HandoutSheet(
        title=lesson.title,
        subtitle=lesson.subtitle,
        head=content.settings.letterhead,
        audience=audience,
        sections=tuple(
            HandoutSection(
                title=section.title,
                minutes=section.minutes or 0,
                blocks=tuple(_blocks(section, items, audience)),
                plan=_plan(section, source),
            )
            for section in lesson.sections
        ),
        hotlines=content.hotlines,
        places=content.places,
        contacts=content.settings.contacts,
        citations={
            each: content.provisions[each].label_with_status
            for each in cited
            if each in content.provisions
        },
    )


def _blocks(
    section: Section, items: Mapping[str, Item], audience: Audience
) -> Iterator[HandoutBlock]:
    for block in section.blocks:
        if audience is Audience.PUPIL and (block.teacher_only or block.screen_only):
            continue
        asked = tuple(items[item_id] for item_id in block.item_ids)
        # A cell tagged teacher-only by its teacher prints as a note, whatever its kind.
        kind = BlockKind.TEACHER_NOTE if block.teacher_only else block.kind
        yield HandoutBlock(kind, block.title, block.content, asked)


def _plan(section: Section, source: Lesson | None) -> tuple[tuple[str, str], ...]:
    step = next((s for s in source.steps if s.title == section.title), None) if source else None
    if step is None:
        return ()
    return (
        ("Mục tiêu", step.objective),
        ("Nội dung", step.content),
        ("Sản phẩm", step.product),
        ("Tổ chức", step.organisation),
    )
