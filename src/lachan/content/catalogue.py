"""All content of a root, loaded once."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from pydantic import Field

from lachan.content.diagnostics import Diagnostics, Position, Positions, locate
from lachan.content.items.difficulty import read_difficulty
from lachan.content.items.misconceptions import read_misconceptions
from lachan.content.law_reader import read_help, read_law
from lachan.content.law_words_reader import read_law_words
from lachan.content.layers import (
    Replacement,
    find_replaced_pictures,
    lay_over,
    read_bank,
    read_layer,
)
from lachan.content.lessons.forms import read_forms
from lachan.content.root import SETTINGS_FILE
from lachan.content.school import find_fault
from lachan.content.settings import Settings, read_school_settings, read_settings
from lachan.content.yaml.file import read_validated
from lachan.content.yaml.validation import Schema, Slug
from lachan.domain.comics import Comic
from lachan.domain.forms import Form
from lachan.domain.items import Item
from lachan.domain.kinds import Band, Origin
from lachan.domain.law import Document, HelpPlace, Hotline, Provision, Reference
from lachan.domain.law_words import Headword
from lachan.domain.lessons import Lesson
from lachan.domain.letterhead import fill_header
from lachan.domain.misconceptions import Misconception
from lachan.domain.papers.paper import Blueprint
from lachan.domain.source import Source
from lachan.errors import LachanError, Problem

LAW_FILE = Path("law", "sources.yaml")


class NotFoundError(LachanError):
    """A lesson, item or blueprint that was named is not there."""


class RetiredSchema(Schema):
    retired: tuple[Slug, ...] = Field(default=())


@dataclass(frozen=True)
class Content:
    """Lessons, items, law and blueprints of one root, with the problems met while reading.

    `school` is the school's own folder where there is one; `replaced` names what of it stands for
    something of the kit's. `folders` are where pictures are looked for, one after the other.
    """

    root: Path
    folders: tuple[Path, ...]
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
    school: Path | None = None
    replaced: tuple[Replacement, ...] = ()
    # Pictures that came with a notebook, by path; files of the root come first.
    pictures: Mapping[str, bytes] = field(default_factory=dict)

    @cached_property
    def _item_by_id(self) -> dict[str, Item]:
        return {item.id: item for item in self.items}

    def locate(self, source: Source) -> Position:
        """Return the line and column (one-based) of a value."""
        return locate(self.positions, source)

    def is_schools(self, source: Source) -> bool:
        """Tell whether a value stands in the school's own folder."""
        return self.school is not None and Path(source.file).is_relative_to(self.school)

    def origin_of(self, lesson: Lesson) -> Origin:
        """Return whose a lesson is."""
        if not self.is_schools(lesson.source):
            return Origin.KIT
        stands_for_ours = any(each.source == lesson.source for each in self.replaced)
        return Origin.EDITED if stands_for_ours else Origin.SCHOOL

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


def load_content(
    root: Path,
    banks: Sequence[Path] = (),
    school: Path | None = None,
    *,
    kit_only: bool = False,
) -> Content:
    """Read everything below a content root; never raises for a fault in the content.

    Parameters
    ----------
    root
        A folder with lachan.toml.
    banks
        Private banks outside it: folders laid out as quiz_bank/.
    school
        The school's own folder (see `require_school`); left out, the one that lachan.toml names.
    kit_only
        Whether no school's folder is read, named or not.
    """
    diagnostics = Diagnostics(root=root)
    law = read_law(root / LAW_FILE, root, diagnostics)
    help_ = read_help(root / "law" / "hotlines.yaml", root, diagnostics)
    settings = read_settings(root, diagnostics)
    school = None if kit_only else school or _find_named_school(settings, root, diagnostics)
    if school is not None:
        settings = read_school_settings(settings, school, diagnostics)
    folders = (*([school] if school else []), root, *banks)
    layer = read_layer(root, folders, diagnostics)
    if school is not None:
        layer = lay_over(layer, read_layer(school, folders, diagnostics), diagnostics)
    blueprints = (
        replace(each, header=fill_header(each.header, settings.letterhead))
        for each in layer.blueprints
    )
    private = (item for bank in banks for item in read_bank(bank, bank, folders, diagnostics))
    difficulty = read_difficulty(root / "quiz_bank" / "difficulty.yaml", root, diagnostics)
    content = Content(
        root=root,
        folders=folders,
        school=school,
        settings=settings,
        lessons=tuple(sorted(layer.lessons, key=_place)),
        items=(*layer.items, *private),
        documents=law.documents,
        provisions={provision.id: provision for provision in law.provisions},
        references={each.id: each for each in law.references},
        hotlines=help_.hotlines,
        places=help_.places,
        blueprints=tuple(blueprints),
        retired_ids=_read_retired(root, diagnostics),
        problems=(),
        positions=diagnostics.positions,
        difficulty=difficulty,
        misconceptions=read_misconceptions(
            root / "quiz_bank" / "misconceptions.yaml", root, diagnostics
        ),
        law_words=read_law_words(root / "law" / "words.yaml", root, diagnostics),
        comics=layer.comics,
        forms=read_forms(root / "lessons" / "forms.yaml", root, diagnostics),
        replaced=(*layer.replaced, *find_replaced_pictures(root, school)),
    )
    # Only now has everything been read.
    return replace(content, problems=tuple(diagnostics.problems))


def _find_named_school(settings: Settings, root: Path, diagnostics: Diagnostics) -> Path | None:
    """Return the school's folder that lachan.toml names; one that cannot be used is reported."""
    if not settings.school_folder:
        return None
    folder = root / settings.school_folder
    if fault := find_fault(folder, root):
        hint = "sửa school_folder, hoặc để trống nếu trường chưa có kho"
        diagnostics.report("FI010", Source(SETTINGS_FILE, ("school_folder",)), fault, hint)
        return None
    return folder.resolve()


def load_lawbook(root: Path, school: Path | None = None) -> Lawbook:
    """Read only the law and the settings below a content root, which takes a moment.

    Never raises for a fault in them; for `school` see `load_content`.
    """
    diagnostics = Diagnostics(root=root)
    law = read_law(root / LAW_FILE, root, diagnostics)
    settings = read_settings(root, diagnostics)
    school = school or _find_named_school(settings, root, diagnostics)
    if school is not None:
        settings = read_school_settings(settings, school, diagnostics)
    provisions = {provision.id: provision for provision in law.provisions}
    return Lawbook(root, settings, provisions, tuple(diagnostics.problems))


def _place(lesson: Lesson) -> tuple[int, int, str]:
    """Order lessons from the youngest band to the community, and within one as taught."""
    return (list(Band).index(lesson.band), lesson.position, lesson.slug)


def _read_retired(root: Path, diagnostics: Diagnostics) -> frozenset[str]:
    path = root / "quiz_bank" / "retired.yaml"
    raw = read_validated(RetiredSchema, path, root, diagnostics) if path.is_file() else None
    return frozenset(raw.retired if raw else ())
