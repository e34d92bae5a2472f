"""All content of a root, loaded once."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from pydantic import Field

from lachan.content.comics_reader import read_comic
from lachan.content.diagnostics import Diagnostics, Position, Positions, locate
from lachan.content.files import relative_name
from lachan.content.items.difficulty import read_difficulty
from lachan.content.items.misconceptions import read_misconceptions
from lachan.content.items.reader import read_items
from lachan.content.law_reader import read_help, read_law
from lachan.content.law_words_reader import read_law_words
from lachan.content.lessons.forms import read_forms
from lachan.content.lessons.reader import read_lesson
from lachan.content.papers.blueprint_reader import read_blueprint
from lachan.content.settings import Settings, read_settings
from lachan.content.yaml.file import read_validated
from lachan.content.yaml.validation import Schema, Slug
from lachan.domain.comics import Comic
from lachan.domain.forms import Form
from lachan.domain.items import Item
from lachan.domain.kinds import Band
from lachan.domain.law import Document, HelpPlace, Hotline, Provision, Reference
from lachan.domain.law_words import Headword
from lachan.domain.lessons import Lesson
from lachan.domain.misconceptions import Misconception
from lachan.domain.papers.paper import Blueprint
from lachan.domain.source import Source
from lachan.errors import LachanError, Problem

LAW_FILE = Path("law", "sources.yaml")
# Items that are for contests lie apart, so that nobody takes them for practice.
CONTEST_POOL = "contest"
OTHER_FOLDERS = ("blueprints", CONTEST_POOL)


class NotFoundError(LachanError):
    """A lesson, item or blueprint that was named is not there."""


class RetiredSchema(Schema):
    retired: tuple[Slug, ...] = Field(default=())


@dataclass(frozen=True)
class Content:
    """Lessons, items, law and blueprints of one root, with the problems met while reading."""

    root: Path
    settings: Settings
    lessons: tuple[Lesson, ...]
    items: tuple[Item, ...]
    documents: tuple[Document, ...]
    provisions: Mapping[str, Provision]
    references: Mapping[str, Reference]
    hotlines: tuple[Hotline, ...]
    places: tuple[HelpPlace, ...]
    blueprints: tuple[Blueprint, ...]
    retired_ids: frozenset[str]
    problems: tuple[Problem, ...]
    positions: Mapping[str, Positions]
    difficulty: Mapping[tuple[str, str], int]
    misconceptions: tuple[Misconception, ...] = ()
    law_words: tuple[Headword, ...] = ()
    comics: tuple[Comic, ...] = ()
    forms: tuple[Form, ...] = ()
    # Pictures that came with a notebook, by path; files of the root come first.
    pictures: Mapping[str, bytes] = field(default_factory=dict)

    @cached_property
    def _item_by_id(self) -> dict[str, Item]:
        return {item.id: item for item in self.items}

    def locate(self, source: Source) -> Position:
        """Return the line and column (one-based) of a value."""
        return locate(self.positions, source)

    def get_item(self, item_id: str) -> Item:
        """Return the item with this id; raises `NotFoundError`."""
        return _get(self._item_by_id, item_id, "câu hỏi")

    def get_lesson(self, name: str) -> Lesson:
        """Return the lesson with this id or slug; raises `NotFoundError`."""
        by_slug = {lesson.slug: lesson for lesson in self.lessons}
        by_id = {lesson.id: lesson for lesson in self.lessons}
        return _get(by_slug | by_id, name, "bài học")

    def get_blueprint(self, slug: str) -> Blueprint:
        """Return the blueprint with this slug; raises `NotFoundError`."""
        return _get({each.slug: each for each in self.blueprints}, slug, "ma trận đề")

    def comic_of(self, lesson: Lesson) -> Comic | None:
        """Return the comic that belongs to a lesson, or None."""
        return next((comic for comic in self.comics if comic.lesson_id == lesson.id), None)

    def items_of(self, band: Band, topic: str) -> tuple[Item, ...]:
        """Return the items of a band's topic, in file order."""
        return tuple(item for item in self.items if (item.band, item.topic) == (band, topic))


@dataclass(frozen=True)
class Lawbook:
    """The law and the settings of one root, for those who need no lesson and no item."""

    root: Path
    settings: Settings
    provisions: Mapping[str, Provision]
    problems: tuple[Problem, ...]


T = TypeVar("T")


def _get(known: Mapping[str, T], name: str, what: str) -> T:
    if name in known:
        return known[name]
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
    hint = f'; có phải là "{near[0]}"?' if near else ""
    raise NotFoundError(f'không có {what} "{name}"{hint}')


def load_content(root: Path, banks: Sequence[Path] = ()) -> Content:
    """Read everything below a content root; never raises for a fault in the content.

    Parameters
    ----------
    root
        A folder with lachan.toml.
    banks
        Private banks outside it: folders laid out as quiz_bank/.
    """
    diagnostics = Diagnostics()
    law = read_law(root / LAW_FILE, root, diagnostics)
    help_ = read_help(root / "law" / "hotlines.yaml", root, diagnostics)
    items = [
        item
        for bank, base in [
            (root / "quiz_bank", root),
            (root / "quiz_bank" / CONTEST_POOL, root),
            *((bank, bank) for bank in banks),
        ]
        for path in _banded_files(bank, "*.yaml", base, diagnostics)
        for item in read_items(path, base, diagnostics)
    ]
    lessons = (
        read_lesson(path, root, diagnostics)
        for path in _banded_files(root / "lessons", "*.md", root, diagnostics)
    )
    comics = [
        read_comic(path, root, diagnostics)
        for path in _banded_files(root / "comics", "*.yaml", root, diagnostics)
    ]
    blueprints = (
        read_blueprint(path, root, diagnostics)
        for path in sorted((root / "quiz_bank" / "blueprints").glob("*.yaml"))
    )
    difficulty = read_difficulty(root / "quiz_bank" / "difficulty.yaml", root, diagnostics)
    content = Content(
        root=root,
        settings=read_settings(root, diagnostics),
        lessons=tuple(sorted((lesson for lesson in lessons if lesson), key=_place)),
        items=tuple(items),
        documents=law.documents,
        provisions={provision.id: provision for provision in law.provisions},
        references={each.id: each for each in law.references},
        hotlines=help_.hotlines,
        places=help_.places,
        blueprints=tuple(blueprint for blueprint in blueprints if blueprint),
        retired_ids=_read_retired(root, diagnostics),
        problems=(),
        positions=diagnostics.positions,
        difficulty=difficulty,
        misconceptions=read_misconceptions(
            root / "quiz_bank" / "misconceptions.yaml", root, diagnostics
        ),
        law_words=read_law_words(root / "law" / "words.yaml", root, diagnostics),
        comics=tuple(comic for comic in comics if comic),
        forms=read_forms(root / "lessons" / "forms.yaml", root, diagnostics),
    )
    # Only now has everything been read.
    return replace(content, problems=tuple(diagnostics.problems))


def load_lawbook(root: Path) -> Lawbook:
    """Read only the law and the settings below a content root, which takes a moment.

    Never raises for a fault in them.
    """
    diagnostics = Diagnostics()
    law = read_law(root / LAW_FILE, root, diagnostics)
    settings = read_settings(root, diagnostics)
    provisions = {provision.id: provision for provision in law.provisions}
    return Lawbook(root, settings, provisions, tuple(diagnostics.problems))


def _place(lesson: Lesson) -> tuple[int, int, str]:
    """Order lessons from the youngest band to the community, and within one as taught."""
    return (list(Band).index(lesson.band), lesson.position, lesson.slug)


def _banded_files(
    folder: Path, pattern: str, root: Path, diagnostics: Diagnostics
) -> Iterable[Path]:
    """Files of each band's folder; a folder that is no band is reported."""
    known = [band.value for band in Band]
    for name in known:
        yield from sorted((folder / name).glob(pattern))
    for child in sorted(folder.iterdir()) if folder.is_dir() else []:
        if child.name in known:
            continue
        if child.is_dir() and child.name not in OTHER_FOLDERS and any(child.glob(pattern)):
            message = f'thư mục "{child.name}" không phải là một cấp ({", ".join(known)})'
            diagnostics.report("FI008", Source(relative_name(child, root)), message)


def _read_retired(root: Path, diagnostics: Diagnostics) -> frozenset[str]:
    path = root / "quiz_bank" / "retired.yaml"
    raw = read_validated(RetiredSchema, path, root, diagnostics) if path.is_file() else None
    return frozenset(raw.retired if raw else ())
