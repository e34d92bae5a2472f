"""Hold one item against what `lachan check` would say of it, fast enough to do it as one types."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from lachan.checks import ITEM_RULES, Finding, Subject, item_texts, run_rules
from lachan.checks.finding import shorten
from lachan.checks.items import SAME_STEM
from lachan.checks.passages import Voice
from lachan.checks.safety import judge, reread
from lachan.checks.stimuli import check_stimuli
from lachan.content import Content
from lachan.content.diagnostics import Diagnostics
from lachan.content.files import find_inside
from lachan.content.items.entry_text import render_entry
from lachan.content.items.reader import ItemReader
from lachan.content.school import question_file
from lachan.content.yaml.source import parse_yaml
from lachan.domain.items import Item
from lachan.domain.kinds import Band
from lachan.domain.source import Pointer, Source
from lachan.errors import Problem, Severity
from lachan.markup import render_plain
from lachan.printing import find_missing_glyphs
from lachan.text import fold

# Stands before the others of its file, so that no finding on one of them is taken for its own.
_OWN: Pointer = ("items", -1)

# Texts for which their author answers, and those that may hold a wrong belief on purpose.
_VOUCHED = ("stem", "reason", "guide")
_MAYBE_WRONG = ("text", "left", "right", "alt")


@dataclass(frozen=True, slots=True)
class Place:
    """Where an item is to stand: its file is called after them."""

    band: Band
    topic: str

    def file_in(self, folder: Path) -> Path:
        """Return the file below a school's folder, there or not."""
        return question_file(folder, self.band, self.topic)


@dataclass(frozen=True, slots=True)
class Judged:
    """What is wrong with an entry, and the item that it is once it can be read.

    Attributes
    ----------
    problems
        As `lachan check` tells them, with pointers from the entry on; empty where all is well.
    rereads
        What the model beside the safety rules asks to read again; no faults.
    """

    item: Item | None
    problems: tuple[Problem, ...]
    rereads: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemJudge:
    """Judges items that are being written, on the content that they are to stand in.

    Parameters
    ----------
    on
        The day on which cited law must be in force.
    """

    content: Content
    on: dt.date

    def judge(self, entry: Mapping[str, Any], place: Place, replaces: str = "") -> Judged:
        """Return what `lachan check` would say of an entry.

        Parameters
        ----------
        replaces
            The id of the item that it is written over.
        """
        content = self.content
        folder = content.school or content.root
        path = place.file_in(folder)
        diagnostics = Diagnostics(root=content.root)
        written = parse_yaml(render_entry(entry), path.name, diagnostics)
        others = [each for each in content.items if not replaces or each.id != replaces]
        file = diagnostics.name_of(path, folder)
        mates = [each for each in others if each.stimulus and each.source.file == file]
        stimuli = {each.group: each.stimulus for each in mates}
        reader = ItemReader(path, (folder, content.root), diagnostics, stimuli)
        item = reader.read(written, Source(path.name))
        problems = tuple(diagnostics.problems)
        if item is None:
            return Judged(None, (*problems, *_lint_unread(entry, place)))
        return self._hold(replace(item, source=Source(file, _OWN)), others, problems)

    def _hold(self, item: Item, others: list[Item], problems: tuple[Problem, ...]) -> Judged:
        company = [each for each in others if _has_to_do(each, item)]
        subject = self._subject(item, (*company, item))
        mates = tuple(each for each in company if item.stimulus and each.group == item.group)
        shared = check_stimuli(self._subject(item, (item, *mates)))
        found = dict.fromkeys((*run_rules(subject, ITEM_RULES), *shared))
        told = (*problems, *_own(found))
        return Judged(
            item,
            tuple(sorted(told, key=lambda each: each.severity)),
            tuple(_own(reread(self._subject(item, (item,), with_lesson=False)))),
        )

    def _subject(self, item: Item, items: tuple[Item, ...], *, with_lesson: bool = True) -> Subject:
        content, topic = self.content, (item.band, item.topic)
        folders = (content.school or content.root, content.root)
        lessons = (each for each in content.lessons if (each.band, each.slug) == topic)
        return Subject(
            # What the lesson itself says is judged elsewhere.
            lessons=tuple(replace(each, opening=(), steps=()) for each in lessons)
            if with_lesson
            else (),
            items=items,
            provisions=content.provisions,
            law_source_ids=frozenset(content.references),
            hotlines=content.hotlines,
            blueprints=(),
            retired_ids=content.retired_ids,
            on=self.on,
            misconceptions=content.misconceptions,
            missing_glyphs=find_missing_glyphs(
                "".join(render_plain(text) for _, text in item_texts(item))
            ),
            file_exists=lambda path: find_inside(folders, path) is not None,
        )


def _lint_unread(entry: Mapping[str, Any], place: Place) -> Iterator[Problem]:
    """Tell what breaks a safety rule in an entry that is not whole yet.

    Which choice is right may not be said, so these are held to what no wrong belief may say either.
    """
    for pointer, text in _texts_of(entry, ()):
        vouched = pointer[-1] in _VOUCHED
        for breach in judge(text, place.band, Voice.VOUCHED if vouched else Voice.WRONG):
            rule = breach.rule
            message = f"{rule.title}: “{shorten(breach.sentence.raw)}”"
            hint = f"câu viết được: “{rule.good}” (docs/safety.md)"
            yield Problem(rule.code, Severity.ERROR, "", 1, 1, message, hint, pointer)


def _texts_of(value: object, pointer: Pointer) -> Iterator[tuple[Pointer, str]]:
    if isinstance(value, Mapping):
        for name, each in value.items():
            yield from _texts_of(each, (*pointer, name))
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from _texts_of(each, (*pointer, index))
    elif isinstance(value, str) and pointer[-1] in (*_VOUCHED, *_MAYBE_WRONG):
        yield pointer, value


def _has_to_do(other: Item, item: Item) -> bool:
    """Tell whether a rule compares the two, or asks the one whether the other is there."""
    if other.id == item.id or other.id in item.enemies:
        return True
    if item.stimulus and (other.group, other.band) == (item.group, item.band):
        return True
    texts = (fold(render_plain(each.stem)) for each in (other, item))
    return other.band is item.band and bool(fuzz.ratio(*texts, score_cutoff=SAME_STEM))


def _own(findings: Iterator[Finding] | dict[Finding, None]) -> Iterator[Problem]:
    for each in findings:
        source = each.source
        if source.pointer[: len(_OWN)] == _OWN:
            pointer = source.pointer[len(_OWN) :]
            yield Problem(
                each.code, each.severity, source.file, 1, 1, each.message, each.hint, pointer
            )
