"""From a lesson's notebook to one offline HTML file in which the quiz works without a kernel."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from nbformat import NotebookNode

from lachan.content import Content
from lachan.domain.comics import Comic
from lachan.domain.items import Item
from lachan.domain.kinds import BlockKind
from lachan.domain.messages import Thread, read_thread
from lachan.domain.names import BLOCK_NAMES
from lachan.domain.rich.text import RichText
from lachan.frontend import load_texts, render_script_json
from lachan.markup import render_html
from lachan.notebooks import NotebookBlock, NotebookLesson, Section
from lachan.wire.comic import ComicJson, ComicPanelJson, comic_json, panel_json
from lachan.wire.media import load_media
from lachan.wire.offline import offline_json
from lachan.workflows.lessons.carried_items import add_carried, read_carried
from lachan.workflows.lessons.notebook import (
    lesson_items,
    read_lesson_notebook,
)
from lachan.workflows.offline_page import render_offline_page


@dataclass(frozen=True, slots=True)
class PageBlock:
    """A block as the page shows it.

    `quiz` is script JSON, empty where there is no quiz; `comic` holds its panels as SVG of our own;
    the messages of `thread` follow `html`.
    """

    kind: str
    label: str
    title: str
    html: str
    quiz: str
    comic: ComicJson | None = None
    thread: Thread | None = None


@dataclass(frozen=True, slots=True)
class PageSection:
    """A step of the lesson, with the picture at its head."""

    title: str
    minutes: int
    blocks: tuple[PageBlock, ...]
    picture: ComicPanelJson | None = None


def make_page(notebook: NotebookNode, name: str, content: Content) -> str:
    """Return a self-contained HTML page of a lesson's notebook for pupils.

    Its quizzes are graded in the browser and so the page holds their keys: practice items
    only, see docs/offline.md. Nothing is loaded from anywhere.

    Raises
    ------
    LachanError
        Where a cell cannot be exported, or a quick check holds a contest item.
    """
    content = add_carried(content, read_carried(notebook.metadata, name))
    lesson = read_lesson_notebook(notebook, name)
    items = lesson_items(lesson, content)
    return render_offline_page(
        "lessons/page.html.j2",
        content,
        "lesson/offline",
        title=lesson.title,
        subtitle=lesson.subtitle,
        sections=list(_sections(lesson, content, items)),
        comic_texts={key: told for key, told in load_texts().items() if key.startswith("comic_")},
        places=content.places,
        contacts=content.settings.contacts,
        render=render_html,
        aloud=render_script_json(
            {name: text for name, text in load_texts().items() if name.startswith("aloud")}
        ),
        has_help=any(b.kind is BlockKind.HELP for s in lesson.sections for b in s.blocks),
    )


def _sections(
    lesson: NotebookLesson, content: Content, items: Mapping[str, Item]
) -> Iterator[PageSection]:
    comic = _find_comic(content, lesson.slug)
    told = comic_json(comic) if comic else None
    for section in lesson.sections:
        blocks = tuple(_blocks(section, content, items, told))
        if section.title or blocks:
            picture = _picture(section, comic)
            yield PageSection(section.title, section.minutes or 0, blocks, picture)


def _blocks(
    section: Section, content: Content, items: Mapping[str, Item], told: ComicJson | None
) -> Iterator[PageBlock]:
    for block in section.blocks:
        if block.teacher_only or block.print_only:
            continue
        quiz = _quiz(block, content, items)
        thread = read_thread(block.content) if block.kind is BlockKind.MESSAGES else None
        html = _html(thread.before if thread else block.shown, content)
        label = BLOCK_NAMES[block.kind]
        # "Tình huống 1: …" already says what it is.
        shown_label = "" if block.title.startswith(label) else label
        comic = told if block.kind is BlockKind.COMIC else None
        yield PageBlock(block.kind.value, shown_label, block.title, html, quiz, comic, thread)


def _find_comic(content: Content, slug: str) -> Comic | None:
    """Return the strip of the lesson with this slug, where our content has it."""
    lesson = next((each for each in content.lessons if each.slug == slug), None)
    return content.comic_of(lesson) if lesson else None


def _picture(section: Section, comic: Comic | None) -> ComicPanelJson | None:
    panel = comic.picture_of(section.picture) if comic else None
    return panel_json(panel, section.picture) if panel else None


def _html(text: RichText, content: Content) -> str:
    media = load_media(content.folders, texts=[text], brought=content.pictures)
    return render_html(text, resolve_image=lambda path: media.get(path, ""))


def _quiz(block: NotebookBlock, content: Content, items: Mapping[str, Item]) -> str:
    if not block.item_ids:
        return ""
    asked = [items[item_id] for item_id in block.item_ids]
    media = load_media(content.folders, asked, brought=content.pictures)
    return render_script_json(offline_json(asked, content.provisions, media))
