"""What a rule looks at, and what it gives back."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from lachan.checks.passages import Passage, passages_of
from lachan.domain.bodies import body_texts
from lachan.domain.comics import Comic
from lachan.domain.forms import Form
from lachan.domain.items import Item
from lachan.domain.law import Hotline, Provision
from lachan.domain.lessons import Lesson
from lachan.domain.misconceptions import Misconception
from lachan.domain.papers.paper import Blueprint
from lachan.domain.rich.text import RichText
from lachan.domain.source import Source
from lachan.errors import Severity

_SHOWN_CHARACTERS = 90


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault found by a rule, at the place of a value."""

    code: str
    source: Source
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR


@dataclass(frozen=True)
class Subject:
    """Everything the rules judge, and what they need from outside, given as values.

    Attributes
    ----------
    on
        The day on which law must be in force.
    missing_glyphs
        Characters of the content that the print fonts lack.
    file_exists
        Tells whether a path relative to the content root is there.
    """

    lessons: tuple[Lesson, ...]
    items: tuple[Item, ...]
    provisions: Mapping[str, Provision]
    law_source_ids: frozenset[str]
    hotlines: tuple[Hotline, ...]
    blueprints: tuple[Blueprint, ...]
    retired_ids: frozenset[str]
    on: dt.date
    misconceptions: tuple[Misconception, ...] = ()
    comics: tuple[Comic, ...] = ()
    forms: tuple[Form, ...] = ()
    missing_glyphs: frozenset[str] = frozenset()
    file_exists: Callable[[str], bool] = field(default=lambda path: False)  # noqa: ARG005

    @property
    def passages(self) -> tuple[tuple[Lesson | Item | Comic, tuple[Passage, ...]], ...]:
        """Lessons, then items, then comics, each with every text of it."""
        return (*self.lesson_passages, *self.item_passages, *self.comic_passages)

    @cached_property
    def lesson_passages(self) -> tuple[tuple[Lesson, tuple[Passage, ...]], ...]:
        """Each lesson with every text of it, written out once for all rules."""
        return tuple((lesson, tuple(passages_of(lesson))) for lesson in self.lessons)

    @cached_property
    def comic_passages(self) -> tuple[tuple[Comic, tuple[Passage, ...]], ...]:
        """Each comic with every word of it, written out once for all rules."""
        return tuple((comic, tuple(passages_of(comic))) for comic in self.comics)

    @cached_property
    def item_passages(self) -> tuple[tuple[Item, tuple[Passage, ...]], ...]:
        """Each item with every text of it, written out once for all rules."""
        return tuple((item, tuple(passages_of(item))) for item in self.items)


Rule = Callable[[Subject], Iterable[Finding]]


def item_texts(item: Item) -> Iterator[tuple[Source, RichText]]:
    """Yield every rich text of an item with its place."""
    if item.stimulus:
        yield item.source.at("stimulus"), item.stimulus
    yield item.source.at("stem"), item.stem
    for path, text in body_texts(item.body):
        yield item.source.at(*path), text


def nearest(name: str, known: Iterable[str]) -> str:
    """Return a hint that names the closest known name, or nothing."""
    near = difflib.get_close_matches(name, list(known), n=1, cutoff=0.5)
    return f'có phải là "{near[0]}"?' if near else ""


def shorten(text: str) -> str:
    """Return the first words of a text, as many as a line of a report has room for."""
    if len(text) <= _SHOWN_CHARACTERS:
        return text
    return text[:_SHOWN_CHARACTERS].rsplit(" ", 1)[0] + "…"
