"""Hold all content against every rule."""

from __future__ import annotations

import datetime as dt
import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from lachan.checks import Finding, Subject, item_texts, run_rules
from lachan.checks.reviews import is_read_since
from lachan.checks.safety import reread
from lachan.content import Content, load_content
from lachan.content.diagnostics import Diagnostics
from lachan.content.files import find_inside
from lachan.content.programs import find_programs
from lachan.content.school import require_school
from lachan.domain.comics import spoken_lines
from lachan.domain.reviews import is_of_today
from lachan.errors import Problem
from lachan.markup import render_plain
from lachan.printing import find_missing_glyphs
from lachan.workflows.content.comics import find_misfits
from lachan.workflows.content.school_report import SchoolReport, report_school


@dataclass(frozen=True, slots=True)
class ExpertReviews:
    """How many items someone stands for by name, of how many; told, never judged."""

    items_reviewed: int
    items: int


@dataclass(frozen=True, slots=True)
class Readings:
    """How many lessons and items someone else has read since they were last changed."""

    lessons_read: int
    lessons: int
    items_read: int


@dataclass(frozen=True, slots=True)
class ContentReport:
    """What `lachan check` tells.

    Attributes
    ----------
    problems
        What must be mended, or looked at.
    rereads
        What the model beside the safety rules asks authors to read again; no fault.
    reviews, readings
        How much an expert, or anyone else, has read.
    school
        What the school's own folder brings, where there is one.
    """

    problems: tuple[Problem, ...]
    rereads: tuple[Problem, ...]
    reviews: ExpertReviews
    readings: Readings
    school: SchoolReport | None = None


def check_content(
    root: Path, on: dt.date, banks: Sequence[Path] = (), school: Path | None = None
) -> tuple[Problem, ...]:
    """Return every problem of a content root, in the order of files and lines.

    Parameters
    ----------
    root
        The content root.
    on
        The day on which cited law must be in force.
    banks
        Private banks to judge together with it.
    school
        The school's own folder; left out, the one that lachan.toml names.
    """
    return report_content(root, on, banks, school).problems


def report_content(
    root: Path, on: dt.date, banks: Sequence[Path] = (), school: Path | None = None
) -> ContentReport:
    """Return the problems of a content root with how much of it an expert has reviewed.

    Raises
    ------
    SchoolFolderError
        Where `school` is no school's folder.
    """
    with _nothing_collected():
        return _report_content(root, on, banks, require_school(school, root) if school else None)


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Keep Python from looking for garbage: what is read here lives until all of it is judged.

    Going through it again and again takes a fifth of the time, and frees nothing.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _report_content(
    root: Path, on: dt.date, banks: Sequence[Path], school: Path | None
) -> ContentReport:
    content = load_content(root, banks, school)
    programs = Diagnostics(root=root)
    find_programs(root, programs)
    if content.school is not None:
        find_programs(content.school, programs)
    subject = _subject(content, on)
    found = [_locate(finding, content) for finding in (*run_rules(subject), *find_misfits(content))]
    rereads = [_locate(finding, content) for finding in reread(subject)]
    return ContentReport(
        _in_order((*content.problems, *programs.problems, *found)),
        _in_order(rereads),
        _count_reviews(content),
        _count_readings(content),
        report_school(content),
    )


def _in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    once = dict.fromkeys(problems)
    return tuple(sorted(once, key=lambda p: (p.file, p.line, p.column, p.code)))


def _count_reviews(content: Content) -> ExpertReviews:
    return ExpertReviews(
        items_reviewed=sum(
            any(is_of_today(review, item) for review in item.reviews) for item in content.items
        ),
        items=len(content.items),
    )


def _count_readings(content: Content) -> Readings:
    return Readings(
        lessons_read=sum(is_read_since(lesson.reviews) for lesson in content.lessons),
        lessons=len(content.lessons),
        items_read=sum(is_read_since(item.reviews) for item in content.items),
    )


def _subject(content: Content, on: dt.date) -> Subject:
    return Subject(
        lessons=content.lessons,
        items=content.items,
        provisions=content.provisions,
        law_source_ids=frozenset(content.references),
        hotlines=content.hotlines,
        blueprints=content.blueprints,
        retired_ids=content.retired_ids,
        on=on,
        misconceptions=content.misconceptions,
        comics=content.comics,
        forms=content.forms,
        missing_glyphs=find_missing_glyphs(_all_text(content)),
        file_exists=lambda path: find_inside(content.folders, path) is not None,
    )


def _all_text(content: Content) -> str:
    texts = [render_plain(text) for item in content.items for _, text in item_texts(item)]
    texts += [
        f"{block.title}{render_plain(block.content)}"
        for lesson in content.lessons
        for block in lesson.blocks
    ]
    texts += [
        f"{line.who}{line.text}"
        for comic in content.comics
        for panel in comic.drawn
        for line in spoken_lines(panel)
    ]
    return "".join(texts)


def _locate(finding: Finding, content: Content) -> Problem:
    line, column = content.locate(finding.source)
    return Problem(
        finding.code,
        finding.severity,
        finding.source.file,
        line,
        column,
        finding.message,
        finding.hint,
    )
